"""Issues by day, month and year: calendars, and tables of how much each month has."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from generator.render import links
from generator.render.interface_words import InterfaceWords
from generator.render.shading import Scale
from generator.render.time_views import (
    CalendarView,
    DayView,
    DensityMonthView,
    DensityView,
    DensityYearView,
    MonthView,
    PublicationYearsView,
    YearView,
)
from generator.render.views import IssueView, PublicationView

_WEEKS = calendar.Calendar(firstweekday=calendar.MONDAY)

YearUrl = Callable[[int], str]
MonthUrl = Callable[[int, int], str]
"""Year and month (1 to 12) to the URL of a page, or to nothing."""


def years_of(issues: Iterable[IssueView], url: YearUrl) -> tuple[YearView, ...]:
    """Return the years that have ``issues``, newest first."""
    by_year: dict[int, list[IssueView]] = defaultdict(list)
    for issue in issues:
        by_year[issue.year].append(issue)
    return tuple(
        YearView(year, url(year), len(group), sum(issue.articles for issue in group))
        for year, group in sorted(by_year.items(), reverse=True)
    )


def publication_years(publication: PublicationView, issues: Iterable[IssueView]) -> PublicationYearsView:
    """Return the years that ``publication`` has ``issues`` in, newest first."""
    years = years_of(issues, lambda year: links.to_url(links.year_path(publication.slug, year)))
    return PublicationYearsView(publication, years)


def calendar_of(
    issues: Iterable[IssueView], words: InterfaceWords, month_url: MonthUrl = lambda _year, _month: ""
) -> CalendarView:
    """Return the months that have ``issues``, in order, their days shaded by numbers of articles."""
    by_day: dict[dt.date, list[IssueView]] = defaultdict(list)
    for issue in issues:
        by_day[dt.date.fromisoformat(issue.date)].append(issue)
    scale = Scale(_articles(group) for group in by_day.values())
    return CalendarView(
        months=tuple(
            _month(year, month, by_day, scale, words, month_url(year, month))
            for year, month in sorted({(day.year, day.month) for day in by_day})
        ),
        legend=scale.legend,
    )


def _month(
    year: int,
    month: int,
    by_day: Mapping[dt.date, list[IssueView]],
    scale: Scale,
    words: InterfaceWords,
    url: str,
) -> MonthView:
    def view(day: int) -> DayView | None:
        if day == 0:  # a day of the month before or after
            return None
        date = dt.date(year, month, day)
        issues = tuple(by_day.get(date, ()))
        if not issues:
            return DayView(day, "", (), "", 0, 0)
        articles = _articles(issues)
        target = issues[0].url if len(issues) == 1 else links.to_url(links.day_path(date))
        return DayView(day, issues[0].date_text, issues, target, articles, scale.shade(articles))

    of_month = [
        each for day, group in by_day.items() if (day.year, day.month) == (year, month) for each in group
    ]
    return MonthView(
        year=year,
        month=month,
        name=words(f"month_{month}"),
        url=url,
        issues=len(of_month),
        articles=_articles(of_month),
        weeks=tuple(tuple(map(view, week)) for week in _WEEKS.monthdayscalendar(year, month)),
    )


def density_of(
    issues: Iterable[IssueView], words: InterfaceWords, year_url: YearUrl, month_url: MonthUrl
) -> DensityView:
    """Return how many articles each month of each year of ``issues`` has, newest year first."""
    issues = list(issues)
    by_month: dict[tuple[int, int], list[IssueView]] = defaultdict(list)
    for issue in issues:
        by_month[issue.year, int(issue.date[5:7])].append(issue)
    scale = Scale(_articles(group) for group in by_month.values())

    def view(year: int, month: int) -> DensityMonthView:
        group = by_month.get((year, month), [])
        articles = _articles(group)
        url = month_url(year, month) if group else ""
        return DensityMonthView(words(f"month_{month}"), url, len(group), articles, scale.shade(articles))

    return DensityView(
        years=tuple(
            DensityYearView(year, tuple(view(year.year, month) for month in range(1, 13)))
            for year in years_of(issues, year_url)
        ),
        legend=scale.legend,
    )


def _articles(issues: Iterable[IssueView]) -> int:
    return sum(issue.articles for issue in issues)
