"""Issues by day: years of a publication, months of a year."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from generator.render import links
from generator.render.interface_words import InterfaceWords
from generator.render.views import (
    DayView,
    IssueView,
    MonthView,
    PublicationView,
    PublicationYearsView,
    YearView,
)

_WEEKS = calendar.Calendar(firstweekday=calendar.MONDAY)


def publication_years(publication: PublicationView, issues: Iterable[IssueView]) -> PublicationYearsView:
    """Return the years that ``publication`` has ``issues`` in, newest first."""
    by_year: dict[int, list[IssueView]] = defaultdict(list)
    for issue in issues:
        by_year[issue.year].append(issue)
    years = tuple(
        YearView(
            year=year,
            url=links.to_url(links.year_path(publication.slug, year)),
            issues=len(group),
            articles=sum(issue.articles for issue in group),
        )
        for year, group in sorted(by_year.items(), reverse=True)
    )
    return PublicationYearsView(publication, years)


def months_of(year: int, issues: Iterable[IssueView], words: InterfaceWords) -> tuple[MonthView, ...]:
    """Return the months of ``year`` that have ``issues``, all of that year, in order."""
    by_day: dict[dt.date, list[IssueView]] = defaultdict(list)
    for issue in issues:
        by_day[dt.date.fromisoformat(issue.date)].append(issue)
    return tuple(_month(year, month, by_day, words) for month in sorted({day.month for day in by_day}))


def _month(year: int, month: int, by_day: dict[dt.date, list[IssueView]], words: InterfaceWords) -> MonthView:
    def day_view(day: int) -> DayView | None:
        if day == 0:  # a day of the month before or after
            return None
        issues = tuple(by_day.get(dt.date(year, month, day), ()))
        return DayView(day, issues[0].date_text if issues else "", issues)

    return MonthView(
        month=month,
        name=words(f"month_{month}"),
        issues=sum(len(issues) for day, issues in by_day.items() if day.month == month),
        weeks=tuple(tuple(map(day_view, week)) for week in _WEEKS.monthdayscalendar(year, month)),
    )
