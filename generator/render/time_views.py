"""What templates are given of time: years, months and days with their issues. See ``views`` for the rest."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.views import EntryView, IssueView, PublicationView


@dataclass(frozen=True, slots=True)
class ShadeView:
    """One shade of a legend: numbers from ``low`` to ``high`` are drawn with it."""

    shade: int
    """1 (lightest) to 4; 0 is for nothing."""
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of a calendar. No issues: the day had none."""

    day: int
    date_text: str
    issues: tuple[IssueView, ...]
    url: str
    """The page of its issue; where it has several, the page of the day. Empty without issues."""
    articles: int
    shade: int


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of a calendar; weeks begin on Monday, days outside the month are None."""

    year: int
    month: int
    name: str
    url: str
    """The page with its issues, or empty."""
    issues: int
    articles: int
    weeks: tuple[tuple[DayView | None, ...], ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """Months with the days that have issues, shaded by their numbers of articles."""

    months: tuple[MonthView, ...]
    legend: tuple[ShadeView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year of a publication, or of the whole archive."""

    year: int
    url: str
    issues: int
    articles: int


@dataclass(frozen=True, slots=True)
class DensityMonthView:
    """One month of one year in a table of years by months."""

    name: str
    url: str
    """Empty where it has no issues."""
    issues: int
    articles: int
    shade: int


@dataclass(frozen=True, slots=True)
class DensityYearView:
    """One row of a table of years by months: the year, and its twelve months."""

    year: YearView
    months: tuple[DensityMonthView, ...]


@dataclass(frozen=True, slots=True)
class DensityView:
    """How many articles each month of each year has; newest year first."""

    years: tuple[DensityYearView, ...]
    legend: tuple[ShadeView, ...]


@dataclass(frozen=True, slots=True)
class PublicationYearsView:
    """A publication with its years, newest first."""

    publication: PublicationView
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class HoldingsView:
    """How much the archive has of a publication, and from when to when."""

    publication: PublicationView
    issues: int
    articles: int
    first_date: str
    last_date: str


@dataclass(frozen=True, slots=True)
class IssueEntriesView:
    """An issue with some of its articles, for lists of issues."""

    issue: IssueView
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class YearIssuesView:
    """The issues of one day of a year, in a list of that day in all years."""

    year: int
    issues: tuple[IssueEntriesView, ...]


@dataclass(frozen=True, slots=True)
class DayLinkView:
    """A day of the year (such as 4 May) in the index of days; no issues in any year: ``url`` is empty."""

    day: int
    url: str
    issues: int


@dataclass(frozen=True, slots=True)
class MonthDaysView:
    """The days of a month of any year."""

    month: int
    name: str
    days: tuple[DayLinkView, ...]


@dataclass(frozen=True, slots=True)
class CountsView:
    """How much the archive holds."""

    issues: int
    articles: int
    notices: int
    first_date: str
    last_date: str
