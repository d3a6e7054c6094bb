"""The archive by day, all publications together: years, dates with several issues, a day in all years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.render import links
from generator.render.calendars import calendar_of, density_of
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.time_views import DayLinkView, DensityView, MonthDaysView, YearIssuesView
from generator.render.views import HeadView, IssueView

_LEAP_YEAR = 2000
_DAY_HEADLINES = 12
"""Headlines of an issue beside the others of its day."""
_YEAR_HEADLINES = 1


def render_days(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the pages by day. Where there is one publication, its own pages are those of its years."""
    lookup = renderer.lookup
    if not lookup.archive.issues:
        return
    issues = [lookup.issue(issue.record.id) for issue in lookup.archive.issues]
    yield _index(renderer, issues)
    if _has_years(renderer):
        by_year = [(year, tuple(group)) for year, group in groupby(issues, key=lambda issue: issue.year)]
        years = [year for year, _ in by_year]
        for before, (year, group), after in zip([0, *years], by_year, [*years[1:], 0], strict=False):
            yield _year(renderer, year, group, (before, after))
    for date in lookup.days.by_date:
        if lookup.days.has_page(date):
            yield _date(renderer, date)
    for month, day in sorted(lookup.days.by_day):
        yield _day_of_years(renderer, month, day)


def archive_density(renderer: Renderer, issues: Sequence[IssueView]) -> DensityView:
    """Return how many articles each month of the archive has, linked to where its issues are."""
    if _has_years(renderer) or not issues:
        return density_of(
            issues,
            renderer.words,
            lambda year: links.to_url(links.archive_year_path(year)),
            lambda year, month: f"{links.to_url(links.archive_year_path(year))}#m{month:02d}",
        )
    slug = issues[0].publication.slug
    return density_of(
        issues,
        renderer.words,
        lambda year: links.to_url(links.year_path(slug, year)),
        lambda year, month: links.to_url(links.month_path(slug, year, month)),
    )


def _has_years(renderer: Renderer) -> bool:
    return len(renderer.lookup.site.publications) > 1


def _index(renderer: Renderer, issues: Sequence[IssueView]) -> OutputFile:
    path = links.days_path()
    head = HeadView(renderer.words("by_date"), canonical=renderer.absolute(path))
    density = archive_density(renderer, issues)
    return renderer.page(path, "days.html", head, density=density, months=_days_of_year(renderer))


def _days_of_year(renderer: Renderer) -> tuple[MonthDaysView, ...]:
    """Return every day of the year, 29 February too, with how many issues it has in all years."""
    days = renderer.lookup.days
    months: dict[int, list[DayLinkView]] = {month: [] for month in range(1, 13)}
    start = dt.date(_LEAP_YEAR, 1, 1)
    for date in (start + dt.timedelta(n) for n in range(366)):
        found = sum(len(days.by_date[each]) for each in days.by_day.get((date.month, date.day), ()))
        url = links.to_url(links.day_of_years_path(date.month, date.day)) if found else ""
        months[date.month].append(DayLinkView(date.day, url, found))
    return tuple(
        MonthDaysView(month, renderer.words(f"month_{month}"), tuple(links))
        for month, links in months.items()
    )


def _year(
    renderer: Renderer, year: int, issues: Sequence[IssueView], neighbours: tuple[int, int]
) -> OutputFile:
    path = links.archive_year_path(year)
    before, after = (links.to_url(links.archive_year_path(each)) if each else "" for each in neighbours)
    return renderer.page(
        path,
        "days-year.html",
        HeadView(renderer.words("year", year=year), canonical=renderer.absolute(path)),
        year=year,
        calendar=calendar_of(issues, renderer.words),
        issues=len(issues),
        articles=sum(issue.articles for issue in issues),
        previous_year=neighbours[0],
        previous_url=before,
        next_year=neighbours[1],
        next_url=after,
    )


def _date(renderer: Renderer, date: dt.date) -> OutputFile:
    lookup = renderer.lookup
    path = links.day_path(date)
    return renderer.page(
        path,
        "day.html",
        HeadView(lookup.date_text(date), canonical=renderer.absolute(path)),
        date=date.isoformat(),
        date_text=lookup.date_text(date),
        issues=tuple(lookup.leading(issue_id, _DAY_HEADLINES) for issue_id in lookup.days.on(date)),
        every_year_url=links.to_url(links.day_of_years_path(date.month, date.day)),
        archive_year=date.year,
        archive_year_url=links.to_url(links.archive_year_path(date.year)) if _has_years(renderer) else "",
    )


def _day_of_years(renderer: Renderer, month: int, day: int) -> OutputFile:
    lookup = renderer.lookup
    path = links.day_of_years_path(month, day)
    name = renderer.words("day_of_month", month=renderer.words(f"month_{month}"), day=day)
    return renderer.page(
        path,
        "day-of-years.html",
        HeadView(renderer.words("day_in_all_years", day=name), canonical=renderer.absolute(path)),
        day_text=name,
        years=tuple(
            YearIssuesView(
                date.year, tuple(lookup.leading(each, _YEAR_HEADLINES) for each in lookup.days.on(date))
            )
            for date in reversed(lookup.days.by_day[month, day])
        ),
    )
