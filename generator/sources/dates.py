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
            return DateProposal(date, f"the full date {match[0].strip()} at the head or foot of the page")
    year = _likely_year(folded)
    datelines = [(int(month), int(day)) for month, day in _DATELINE.findall(folded)]
    if year and datelines:
        month, day = max(datelines)
        if date := _date(year, month, day):
            return DateProposal(
                date + dt.timedelta(days=1),
                f"the dateline {month}月{day}日, the day before, and the year {year} in the text",
            )
    match = _FULL.search(folded)
    if match and (date := _date(*match.groups())):
        return DateProposal(date, f"the full date {match[0].strip()} in the text")
    return None


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
