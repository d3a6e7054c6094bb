"""Which part of the index a document is in: a matter of its date, of how much there is, and of the last date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

PART_LIMIT = 1_600_000
"""Characters in a part, at most, unless one day has more: Pagefind's memory grows with them (about a gigabyte for
a million), and so does the time of a search for a frequent word."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days that makes one part."""

    name: str
    """Such as ``2022``, ``2026h1``, ``2026q3``, ``2026-10``, ``2026-10b`` (its second ten days) or ``2026-10-14``."""
    days: tuple[str, ...]
    """``YYYY-MM-DD``, ascending, those that have documents."""


def group_days(sizes: Mapping[str, int]) -> tuple[Period, ...]:
    """Group days (``YYYY-MM-DD`` -> number of characters) into periods, oldest first.

    A closed year is one period. Of the archive's latest year a closed half is, of its open half a closed
    quarter, and the months of the open quarter each by itself, so that a new issue changes one month. A
    period of more than ``PART_LIMIT`` characters is divided likewise, a month into tens of days and into days.
    """
    if not sizes:
        return ()
    latest = max(sizes)
    return tuple(
        period for year in _grouped(sorted(sizes), _year) for period in _divide(year, sizes, latest, _FINER)
    )


def _year(day: str) -> str:
    return day[:4]


def _half(day: str) -> str:
    return f"{day[:4]}h{(int(day[5:7]) + 5) // 6}"


def _quarter(day: str) -> str:
    return f"{day[:4]}q{(int(day[5:7]) + 2) // 3}"


def _month(day: str) -> str:
    return day[:7]


def _ten_days(day: str) -> str:
    return day[:7] + "abc"[min(2, (int(day[8:]) - 1) // 10)]


_FINER: tuple[tuple[Callable[[str], str], bool], ...] = (
    (_half, True),
    (_quarter, True),
    (_month, True),
    (_ten_days, False),
    (str, False),
)
"""How a year is divided, then its halves, and so on: day -> name, and whether the latest is whatever its size."""


def _grouped(days: Iterable[str], name_of: Callable[[str], str]) -> Iterator[Period]:
    for name, members in groupby(days, name_of):
        yield Period(name, tuple(members))


def _divide(
    period: Period,
    sizes: Mapping[str, int],
    latest: str,
    finer: tuple[tuple[Callable[[str], str], bool], ...],
) -> Iterator[Period]:
    too_large = sum(sizes[day] for day in period.days) > PART_LIMIT
    if not finer or not (too_large or (latest in period.days and finer[0][1])):
        yield period
        return
    for smaller in _grouped(period.days, finer[0][0]):
        yield from _divide(smaller, sizes, latest, finer[1:])
