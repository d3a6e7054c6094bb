"""Which part of the index a document is in: a matter of its date, of how much there is, and of the last date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

PART_LIMIT = 1_600_000
"""Characters in a part, at most, unless one day has more: Pagefind's memory grows with them (some 600 MB for a
million), and so does the time of a search for a frequent word."""


OPEN_LIMIT = 200_000
"""Characters in the part that has the latest day, at most, unless that day has more: every new issue makes it again,
which takes some two seconds of processor time."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days that makes one part."""

    name: str
    """Such as ``2022``, ``2026h1``, ``2026q3``, ``2026m09`` (two months, the first of them September), ``2026-10``,
    ``2026-10b`` (its second ten days) or ``2026-10-14``."""
    days: tuple[str, ...]
    """``YYYY-MM-DD``, ascending, those that have documents."""


def group_days(sizes: Mapping[str, int]) -> tuple[Period, ...]:
    """Group days (``YYYY-MM-DD`` -> number of characters) into periods, oldest first.

    A closed year is one period. Of the archive's latest year a closed half is, of its open half a closed
    quarter, and the months of the open quarter each by itself, so that a new issue changes one month: if that has
    more than ``OPEN_LIMIT`` characters, ten days or one. A period of more than ``PART_LIMIT`` characters is divided
    likewise, a closed half into the fewest of quarters, pairs of months and months that are small enough.
    """
    if not sizes:
        return ()
    latest = max(sizes)
    return tuple(
        period for year in _grouped(sorted(sizes), _year) for period in _divide(year, sizes, latest, 0)
    )


def _year(day: str) -> str:
    return day[:4]


def _half(day: str) -> str:
    return f"{day[:4]}h{(int(day[5:7]) + 5) // 6}"


def _quarter(day: str) -> str:
    return f"{day[:4]}q{(int(day[5:7]) + 2) // 3}"


def _two_months(day: str) -> str:
    return f"{day[:4]}m{(int(day[5:7]) - 1) // 2 * 2 + 1:02d}"


def _month(day: str) -> str:
    return day[:7]


def _ten_days(day: str) -> str:
    return day[:7] + "abc"[min(2, (int(day[8:]) - 1) // 10)]


_NameOf = Callable[[str], str]
_FINER: tuple[_NameOf, ...] = (_half, _quarter, _month, _ten_days, str)
"""How a year is divided, then its halves, and so on: day -> name."""
_HALF, _MONTH = 1, 3
"""The places in it of what a half, and a month, is divided into."""


def _grouped(days: Iterable[str], name_of: _NameOf) -> Iterator[Period]:
    for name, members in groupby(days, name_of):
        yield Period(name, tuple(members))


def _divide(period: Period, sizes: Mapping[str, int], latest: str, level: int) -> Iterator[Period]:
    """Yield ``period``, or what it is divided into by ``_FINER[level]`` and on."""
    is_open = latest in period.days
    limit = OPEN_LIMIT if is_open else PART_LIMIT
    if level == len(_FINER) or (not (is_open and level < _MONTH) and _size(period, sizes) <= limit):
        yield period
        return
    if level == _HALF and not is_open:
        for name_of in (_quarter, _two_months):
            pieces = list(_grouped(period.days, name_of))
            if all(_size(piece, sizes) <= PART_LIMIT for piece in pieces):
                yield from pieces
                return
    for smaller in _grouped(period.days, _FINER[level]):
        yield from _divide(smaller, sizes, latest, level + 1)


def _size(period: Period, sizes: Mapping[str, int]) -> int:
    return sum(sizes[day] for day in period.days)
