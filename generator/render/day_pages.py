"""The archive by day, all publications together: years, dates with several issues, a day in all years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.render import links
from generator.render.calendars import calendar_of, density_of
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.time_views import DayLinkView, DensityView, MonthDaysView, YearIssuesView
from generator.render.units import Unit, key_of, key_of_faces, unit
from generator.render.views import HeadView, IssueView

_LEAP_YEAR = 2000
_DAY_HEADLINES = 12
"""Headlines of an issue beside the others of its day."""
_YEAR_HEADLINES = 1


def day_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the units of the pages by day. Where there is one publication, its own pages are those of its years."""
    faces = lookup.archive.issues
    if not faces:
        return
    yield unit("days", key=key_of(tuple((face.id, face.articles) for face in faces)))
    if _has_years(lookup):
        by_year = {
            year: list(group) for year, group in groupby(faces, key=lambda face: face.record.date.year)
        }
        for year, group in by_year.items():
            yield unit("archive-year", year, key=key_of_faces(group, _neighbours(year, list(by_year))))
    for date in lookup.days.by_date:
        if lookup.days.has_page(date):
            yield unit("date", date, key=key_of_faces(map(lookup.archive.face, lookup.days.on(date))))
    for month, day in lookup.days.by_day:
        dates = lookup.days.by_day[month, day]
        shown = [lookup.archive.face(each) for date in dates for each in lookup.days.on(date)]
        yield unit("day", month, day, key=key_of_faces(shown))


def _neighbours(year: int, years: Sequence[int]) -> tuple[int, int]:
    """Return the years before and after ``year`` among ``years``, oldest first; 0 for none."""
    place = years.index(year)
    return (years[place - 1] if place else 0, years[place + 1] if place + 1 < len(years) else 0)


def archive_density(renderer: Renderer, issues: Sequence[IssueView]) -> DensityView:
    """Return how many articles each month of the archive has, linked to where its issues are."""
    if _has_years(renderer.lookup) or not issues:
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


def _has_years(lookup: Lookup) -> bool:
    return len(lookup.site.publications) > 1


def render_days(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of days."""
    path = links.days_path()
    head = HeadView(renderer.words("by_date"), canonical=renderer.absolute(path))
    issues = [renderer.lookup.issue(face.id) for face in renderer.lookup.archive.issues]
    density = archive_density(renderer, issues)
    yield renderer.page(path, "days.html", head, density=density, months=_days_of_year(renderer))


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


def render_archive_year(name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the calendar of the year ``name`` of all publications."""
    lookup, year = renderer.lookup, int(name)
    path = links.archive_year_path(year)
    issues = [lookup.issue(face.id) for face in lookup.archive.issues if face.record.date.year == year]
    neighbours = _neighbours(year, sorted({face.record.date.year for face in lookup.archive.issues}))
    before, after = (links.to_url(links.archive_year_path(each)) if each else "" for each in neighbours)
    yield renderer.page(
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


def render_date(name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page of the date ``name`` (``YYYY-MM-DD``), on which several issues came out."""
    lookup, date = renderer.lookup, dt.date.fromisoformat(name)
    path = links.day_path(date)
    yield renderer.page(
        path,
        "day.html",
        HeadView(lookup.date_text(date), canonical=renderer.absolute(path)),
        date=date.isoformat(),
        date_text=lookup.date_text(date),
        issues=tuple(lookup.leading(issue_id, _DAY_HEADLINES) for issue_id in lookup.days.on(date)),
        every_year_url=links.to_url(links.day_of_years_path(date.month, date.day)),
        archive_year=date.year,
        archive_year_url=links.to_url(links.archive_year_path(date.year)) if _has_years(lookup) else "",
    )


def render_day_of_years(month_name: str, day_name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page of a day of a month in all years."""
    lookup, month, day = renderer.lookup, int(month_name), int(day_name)
    path = links.day_of_years_path(month, day)
    name = renderer.words("day_of_month", month=renderer.words(f"month_{month}"), day=day)
    yield renderer.page(
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
