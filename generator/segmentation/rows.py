"""Rows: the non-blank lines of a page with what their setting tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from generator.model import Line, SourcePage
from generator.segmentation.measure import em

SENTENCE_END = "。！？!?…"
_BRACKET_BEHIND_SENTENCE = re.compile(r"(?:^|[。！？!?…][”’」』]*\s*)[（(][^（）()]{1,30}[)）]$")
_HYPHENATED = re.compile(r"[A-Za-zÀ-ɏ]+(?:-[A-Za-zÀ-ɏ]+)*")
_BROKEN = re.compile(r"(?<![A-Za-zÀ-ɏ-])([A-Za-zÀ-ɏ]{2,})-$")
_REST = re.compile(r"^[a-zß-ɏ]+")
_FORMING = frozenset(["self", "ex", "non", "well", "half", "quasi", "all"])
"""Words that form compounds and end no syllable of a longer word."""
_CLOSERS = "”’）」』》】)\"'"


@dataclass(frozen=True, slots=True)
class Row:
    """One non-blank line of a page."""

    number: int
    """Number of the source line, 1-based."""
    text: str
    """The line without the blanks around it, and without a credit glued to its end."""
    indent: float
    """Blanks in front of it, in em."""
    width: float
    """Width of ``text``, in em."""
    blanks: int
    """Blank lines just above it."""
    credit: str = ""
    """The attribution glued to its end, if there is one; it closes the story."""

    keeps_hyphen: bool = False
    """The hyphen at its end belongs to a compound, and is not only that of a word broken at the line's end."""

    entry: bool = False
    """It is an entry of a list or a table, or a line of verse: a paragraph, however it ends."""

    def with_credit(self, text: str, credit: str) -> Row:
        """Return this row parted into its own ``text`` and the ``credit`` glued to it."""
        return replace(self, text=text, width=em(text), credit=credit)


def read_rows(page: SourcePage) -> tuple[Row, ...]:
    """Return the non-blank lines of ``page``, in order."""
    rows: list[Row] = []
    blanks = 0
    for line in page.lines:
        text = line.text.strip()
        if not text:
            blanks += 1
            continue
        rows.append(Row(line.number, text, _indent(line), em(text), blanks))
        blanks = 0
    return tuple(_with_compounds(rows))


def _with_compounds(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield ``rows``, those that end within a hyphenated compound marked, by what the page has elsewhere.

    A compound is what stands with its hyphen inside another row, or whose two parts are words of the page, while
    the whole without a hyphen is not.
    """
    whole = set[str]()
    for row, above in zip(rows, (None, *rows), strict=False):
        text = _REST.sub("", row.text, count=1) if above and _BROKEN.search(above.text) else row.text
        whole.update(word.casefold() for word in _HYPHENATED.findall(_BROKEN.sub("", text)))
    for row, below in zip_longest(rows, rows[1:]):
        broken = _BROKEN.search(row.text)
        rest = _REST.match(below.text) if below else None
        if broken and rest:
            first, second = broken[1].casefold(), rest[0].casefold()
            known = {first, second} <= whole or first in _FORMING
            compound = f"{first}-{second}" in whole or (known and first + second not in whole)
            yield replace(row, keeps_hyphen=compound)
        else:
            yield row


def _indent(line: Line) -> float:
    return em(line.text[: len(line.text) - len(line.text.lstrip())].replace("\t", "\u3000\u3000"))


def finished(text: str) -> bool:
    """Tell whether ``text`` ends with the end of a sentence, quotation marks and brackets passed over."""
    if not text:
        return False
    bare = text.rstrip(_CLOSERS)
    if bare and (bare[-1] in SENTENCE_END or bare[-1] == "."):
        return True
    # A sentence may be followed by its writer's name in brackets, and a paragraph may be one bracket.
    return bool(_BRACKET_BEHIND_SENTENCE.search(text))
