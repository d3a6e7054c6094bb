"""Headlines: which row is the kicker, the title, the subtitle.

A headline of three rows is kicker, title, subtitle (引题、主题、副题), from above to below. Of two rows the second
is the title, for the kicker leads up to it, unless it only goes on with what the first row says: then the first
is the title and the second its subtitle. That is so where the second row is much the longer (subtitles are set
smaller and longer), where it opens with a verb that has no subject but the first row's, and behind a dash. A first
row that ends with a word of saying, or with a colon, is never the whole title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator import words
from generator.segmentation.latin import case_of, is_latin
from generator.segmentation.reflow import join_phrases, join_rows
from generator.segmentation.rows import Row
from generator.segmentation.script import simplified

LONGER = 1.5
"""A second row so many times longer than the first is its subtitle, if it is also ``LONG`` em."""
LONG = 20.0
_SAYING = re.compile(
    "说|指出|强调|表示|重申|要求|认为|称|宣布|提出|呼吁|希望|决定|通知|批示|致信|题词|谈话|会见|主张|建议|发表|透露"
)
_LEADS_UP = frozenset(
    ["说", "指出", "强调", "表示", "重申", "要求", "认为", "宣布", "呼吁", "：", ":", "，", "、"]
)
"""What a row that is whole does not end with: the next row is what was said."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline in its three parts; ``kicker`` and ``subtitle`` may be empty."""

    title: str
    kicker: str = ""
    subtitle: str = ""


def split_headline(rows: Sequence[Row]) -> Headline:
    """Return the parts of the headline set in ``rows`` (one at least)."""
    texts = [row.text for row in rows]
    if len(rows) == 1:
        return Headline(texts[0])
    if all(map(is_latin, texts)):
        return _split_latin(rows)
    if len(rows) == 2:
        if _goes_on(rows[0], rows[1]):
            return Headline(texts[0], subtitle=texts[1])
        return Headline(texts[1], kicker=texts[0])
    return Headline(join_phrases(texts[1:-1]), kicker=texts[0], subtitle=texts[-1])


def _split_latin(rows: Sequence[Row]) -> Headline:
    """Return the parts of a headline of Latin letters: the rows set in the weightiest case are the title."""
    cases = [case_of(row.text) for row in rows]
    first = cases.index(max(cases))
    last = first
    while last + 1 < len(rows) and cases[last + 1] == cases[first]:
        last += 1
    above, title, below = (
        join_rows(part) for part in (rows[:first], rows[first : last + 1], rows[last + 1 :])
    )
    return Headline(title, kicker=above, subtitle=below)


def _goes_on(first: Row, second: Row) -> bool:
    if second.text.startswith("——"):
        return True
    opening, closing = words.cut(simplified(second.text))[0], words.cut(simplified(first.text))[-1]
    if closing in _LEADS_UP:
        return False
    if second.width >= LONG and second.width >= LONGER * first.width:
        return True
    begins_with_verb = words.tag(opening) == "v" and not _SAYING.fullmatch(opening)
    parallel = words.tag(words.cut(simplified(first.text))[0]).startswith("v")
    return begins_with_verb and not parallel and not _SAYING.fullmatch(closing)
