"""The articles that have a term, found as far as they are asked for: a frequent term has thousands."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from generator.catalogue.places import Places, split
from generator.model.months import month_number


class KnownHolders:
    """The holders of one term, by their references."""

    def __init__(self, refs: array[int], places: Places, name: Callable[[int], str]) -> None:
        """Take references in the order of the archive, oldest first; ``name`` gives the id that one stands for."""
        self._refs = refs
        self._places = places
        self._name = name
        self._months: Mapping[int, int] | None = None
        self._year: tuple[int, Sequence[str]] = (0, ())
        """The year last asked for, and those of it: each of its pages asks for them."""

    def by_month(self) -> Mapping[int, int]:
        """Return how many there are in each month that has some, by ``month_number``."""
        if self._months is None:
            self._months = months = Counter[int]()
            for number, count in Counter([split(ref)[0] for ref in self._refs]).items():
                day = dt.date.fromordinal(self._places.day_of(number))
                months[month_number(day)] += count
        return self._months

    def newest(self, most: int | None = None) -> Sequence[str]:
        """Return the ids of the newest, all or no more than ``most``; newest first, those of one day by id."""
        first = 0 if most is None else max(len(self._refs) - most, 0)
        if (
            0 < first < len(self._refs)
        ):  # all of the day that the last of them is of: their order is not that of the references
            first = bisect_left(self._refs, self._places.day(self._refs[first]), key=self._places.day)
        named = sorted((-self._places.day(ref), self._name(ref)) for ref in self._refs[first:])
        return [id_ for _, id_ in named[:most]]

    def of_year(self, year: int) -> Sequence[str]:
        """Return the ids of those of a year, oldest first, those of one day by id."""
        if self._year[0] != year:
            day = self._places.day
            first = bisect_left(self._refs, dt.date(year, 1, 1).toordinal(), key=day)
            after = bisect_left(self._refs, dt.date(year, 12, 31).toordinal() + 1, lo=first, key=day)
            named = sorted((day(ref), self._name(ref)) for ref in self._refs[first:after])
            self._year = year, [id_ for _, id_ in named]
        return self._year[1]
