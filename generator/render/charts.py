"""Numbers into charts: columns over time, and bars of shares. Templates draw them; nothing here writes SVG."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model.months import month_number, year_and_month
from generator.render.interface_words import InterfaceWords

WIDTH = 1000
"""Width of a chart in its own units; a page stretches it to the room it has."""
HEIGHT = 100
MOST_BARS = 120
"""A timeline of more months goes by year."""
_BAR = 0.8
"""Of the room that a column has, what it fills; the rest is the gap to the next."""
_WIDEST = WIDTH / 20


@dataclass(frozen=True, slots=True)
class BarView:
    """One column of a chart, in the units of its SVG; y runs down from the top."""

    label: str
    value: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ChartView:
    """Columns over time."""

    unit: str
    """What a column is: ``month`` or ``year``."""
    bars: tuple[BarView, ...]
    """Those that are not empty, the first and the last column among them."""
    width: int
    height: int
    most: BarView
    """The highest column, the first of them where there are several."""
    total: int
    marks: tuple[str, ...]
    """Labels for under the axis: of the first column, the middle one and the last."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """One part of a whole. ``percent`` is rounded; ``width`` of 100 is the whole."""

    label: str
    count: int
    percent: int
    width: float


def by_month(counted: Iterable[tuple[dt.date, int]]) -> Counter[int]:
    """Return how many of the things ``counted`` by date fall into each month, as ``timeline`` takes them."""
    months: Counter[int] = Counter()
    for date, number in counted:
        months[month_number(date)] += number
    return +months


def timeline(months: Mapping[int, int], words: InterfaceWords) -> ChartView | None:
    """Return the chart of what is counted in ``months``, by ``month_number``; none of them is empty.

    By year where there would be more than MOST_BARS months. None where all fall into one month: one column
    compares nothing.
    """
    if len(months) < 2:
        return None
    if max(months) - min(months) < MOST_BARS:
        return _columns("month", months, lambda month: _month(month, words))
    return _columns("year", by_year(months), lambda year: words("year", year=year))


def by_year(months: Mapping[int, int]) -> Counter[int]:
    """Return how many there are in each year, from how many there are in each month."""
    years: Counter[int] = Counter()
    for month, count in months.items():
        years[year_and_month(month)[0]] += count
    return years


def _month(number: int, words: InterfaceWords) -> str:
    year, month = year_and_month(number)
    return words("month_of_year", year=year, month=words(f"month_{month}"))


def _columns(unit: str, counts: Mapping[int, int], label: Callable[[int], str]) -> ChartView:
    """Return the chart of ``counts`` of consecutive months or years, by their numbers; most of them may have none."""
    first, last = min(counts), max(counts)
    length = last - first + 1
    room = WIDTH / length
    width = min(room * _BAR, _WIDEST)
    highest = max(counts.values())
    bars = []
    for number in sorted(counts):
        height = round(counts[number] * HEIGHT / highest, 1)
        x = round((number - first) * room + (room - width) / 2, 1)
        bars.append(
            BarView(label(number), counts[number], x, round(HEIGHT - height, 1), round(width, 1), height)
        )
    marks = dict.fromkeys(map(label, (first, first + length // 2, last)))
    return ChartView(
        unit=unit,
        bars=tuple(bars),
        width=WIDTH,
        height=HEIGHT,
        most=max(bars, key=lambda bar: bar.value),
        total=sum(bar.value for bar in bars),
        marks=tuple(marks),
    )


def shares(counts: Counter[str], most: int, rest: str) -> tuple[ShareView, ...]:
    """Return how often each label occurs, most frequent first; beyond ``most``, together as ``rest``.

    Equal ones stand in the order in which they first occur. Nothing where there are fewer than two: one part
    is the whole.
    """
    if len(counts) < 2:
        return ()
    ranked = counts.most_common()
    parts = ranked[:most]
    if left := sum(count for _, count in ranked[most:]):
        parts.append((rest, left))
    total = counts.total()
    return tuple(
        ShareView(label, count, round(100 * count / total), round(100 * count / total, 1))
        for label, count in parts
    )
