"""Which part of the index a document is in: a matter of its date and of the archive's last date alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

PART_LIMIT = 3_000
"""Documents in a part, at most, where the calendar allows it: Pagefind's memory grows with them (0.5 GB
for a thousand of 500 characters) and so does the time of a search for a frequent word."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole months that makes one part."""

    name: str
    """Such as ``2022``, ``2026h1``, ``2026q3`` or ``2026-10``."""
    months: tuple[str, ...]
    """``YYYY-MM``, ascending, those that have documents."""


def group_months(counts: Mapping[str, int]) -> tuple[Period, ...]:
    """Group months (``YYYY-MM`` -> number of documents) into periods, oldest first.

    A closed year is one period. Of the archive's latest year a closed half is, of its open half a closed
    quarter, and the months of the open quarter each by itself, so that a new issue changes one month. A
    period of more than ``PART_LIMIT`` documents is divided likewise.
    """
    if not counts:
        return ()
    latest = max(counts)
    return tuple(
        period for year in _grouped(sorted(counts), _year) for period in _divide(year, counts, latest, _FINER)
    )


def _year(month: str) -> str:
    return month[:4]


def _half(month: str) -> str:
    return f"{month[:4]}h{(int(month[5:]) + 5) // 6}"


def _quarter(month: str) -> str:
    return f"{month[:4]}q{(int(month[5:]) + 2) // 3}"


_FINER: tuple[Callable[[str], str], ...] = (_half, _quarter, str)
"""How a year is divided, then its halves, then its quarters: month -> name."""


def _grouped(months: Iterable[str], name_of: Callable[[str], str]) -> Iterator[Period]:
    for name, members in groupby(months, name_of):
        yield Period(name, tuple(members))


def _divide(
    period: Period, counts: Mapping[str, int], latest: str, finer: tuple[Callable[[str], str], ...]
) -> Iterator[Period]:
    too_large = sum(counts[month] for month in period.months) > PART_LIMIT
    if not finer or not (too_large or latest in period.months):
        yield period
        return
    for smaller in _grouped(period.months, finer[0]):
        yield from _divide(smaller, counts, latest, finer[1:])
