"""The date that a page's text speaks for: a proposal, never a decision."""

from __future__ import annotations

import collections
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

_FULL = re.compile(
    r"(?<!\d)((?:1[89]|20)\d\d)\s?[年.\-/]\s?(1[0-2]|0?[1-9])\s?[月.\-/]\s?(3[01]|[12]\d|0?[1-9])(?!\d)\s?日?"
)
_DATELINE = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日(?:电|讯)")
_YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)(?!\d|(?:\s?[-—~]))(\s?年\s?\d+\s?月)?")
_HEADER_LINES = 5


@dataclass(frozen=True, slots=True)
class DateProposal:
    """A date found in the text, and what it rests on, in words."""

    date: dt.date
    basis: str


def propose_date(text: str) -> DateProposal | None:
    """Return the date that an issue with this page text most likely has, or None if nothing tells.

    A full date in the page's header is the issue's own. Else the latest dateline (``9月19日电``) with the year
    that the text names most often: a dispatch is printed on the day after its dateline.
    """
    folded = unicodedata.normalize("NFKC", text)
    lines = [line for line in folded.split("\n") if line.strip()]
    for line in lines[:_HEADER_LINES] + lines[-_HEADER_LINES:]:
        match = _FULL.search(line)
        if match and len(line) <= 60 and (date := _date(*match.groups())):
            return DateProposal(
                date,
                _in_words(
                    text,
                    "报头或页脚的日期：{0}",
                    "the date {0} at the head or foot of the page",
                    match[0].strip(),
                ),
            )
    year = _likely_year(folded)
    datelines = [(int(month), int(day)) for month, day in _DATELINE.findall(folded)]
    if year and datelines:
        month, day = max(datelines)
        if date := _date(year, month, day):
            return DateProposal(
                date + dt.timedelta(days=1),
                _in_words(
                    text,
                    "电头{0}为前一日，文中年份为{1}年",
                    "the dateline {0} of the day before, and the year {1} in the text",
                    f"{month}月{day}日",
                    year,
                ),
            )
    match = _FULL.search(folded)
    if match and (date := _date(*match.groups())):
        return DateProposal(
            date, _in_words(text, "文中的日期：{0}", "the date {0} in the text", match[0].strip())
        )
    return None


def _in_words(text: str, chinese: str, english: str, *values: object) -> str:
    """Return the basis in the language of ``text``: it is shown to readers beside the date."""
    return (chinese if re.search("[\u4e00-\u9fff]", text) else english).format(*values)


def _date(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _likely_year(text: str) -> int:
    """Return the year named most often, a year with its month counting double; of equals the latest; 0 for none."""
    counts: collections.Counter[int] = collections.Counter()
    for year, month in _YEAR.findall(text):
        counts[int(year)] += 2 if month else 1
    return max(counts, key=lambda year: (counts[year], year), default=0)
