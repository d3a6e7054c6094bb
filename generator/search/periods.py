"""Which part of the index a document is in: a matter of its date and of the archive's last date alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

PART_LIMIT = 3_000
"""Documents in a part, at most, where the calendar allows it: Pagefind's memory grows with them (0.5 GB
for a thousand of 500 characters) and so does the time of a search for a frequent word."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole months that makes one part."""

    name: str
    """Such as ``2022``, ``2026q1`` or ``2026-08``."""
    months: tuple[str, ...]
    """``YYYY-MM``, ascending, those that have documents."""


def group_months(counts: Mapping[str, int]) -> tuple[Period, ...]:
    """Group months (``YYYY-MM`` -> number of documents) into periods, oldest first.

    A closed year is one period; of the archive's latest year, closed quarters are, and the months of the
    latest quarter each by itself, so that a new issue changes one month. A period of more than
    ``PART_LIMIT`` documents is divided: years into quarters, quarters into months.
    """
    months = sorted(counts)
    if not months:
        return ()
    latest = months[-1]
    return tuple(
        period
        for year in _grouped(months, _year)
        for quarter_or_year in _divide(year, _quarter, counts, open_=_year(latest) == year.name)
        for period in _divide(quarter_or_year, str, counts, open_=_quarter(latest) == quarter_or_year.name)
    )


def _year(month: str) -> str:
    return month[:4]


def _quarter(month: str) -> str:
    return f"{month[:4]}q{(int(month[5:]) + 2) // 3}"


def _grouped(months: Iterable[str], key: Callable[[str], str]) -> Iterator[Period]:
    groups: dict[str, list[str]] = {}
    for month in months:
        groups.setdefault(key(month), []).append(month)
    for name, members in groups.items():
        yield Period(name, tuple(members))


def _divide(
    period: Period, key: Callable[[str], str], counts: Mapping[str, int], *, open_: bool
) -> Iterator[Period]:
    too_large = sum(counts[month] for month in period.months) > PART_LIMIT
    if open_ or too_large:
        yield from _grouped(period.months, key)
    else:
        yield period
