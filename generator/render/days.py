"""Which issues came out on a day: of one date, and of the same day in every year."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from generator.model import IssueRecord

DayOfYear = tuple[int, int]
"""Month and day."""


class Days:
    """The issues of an archive by day, as ids."""

    def __init__(self, records: Iterable[IssueRecord]) -> None:
        """Take the issues, oldest first."""
        self.by_date: dict[dt.date, list[str]] = defaultdict(list)
        self.by_day: dict[DayOfYear, list[dt.date]] = defaultdict(list)
        for record in records:
            if record.date not in self.by_date:
                self.by_day[record.date.month, record.date.day].append(record.date)
            self.by_date[record.date].append(record.id)

    def on(self, date: dt.date) -> tuple[str, ...]:
        """Return the issues of ``date``."""
        return tuple(self.by_date.get(date, ()))

    def has_page(self, date: dt.date) -> bool:
        """Tell whether ``date`` has a page of its own: where several issues came out."""
        return len(self.by_date.get(date, ())) > 1

    def other_years(self, date: dt.date, most: int) -> tuple[dt.date, ...]:
        """Return the same day of other years, the ``most`` nearest ones, oldest first."""
        others = [each for each in self.by_day.get((date.month, date.day), ()) if each != date]
        nearest = sorted(others, key=lambda each: (abs(each.year - date.year), each.year))[:most]
        return tuple(sorted(nearest))
