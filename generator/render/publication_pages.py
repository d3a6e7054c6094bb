"""The pages of a publication: its own, and those of its years and months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.render import links
from generator.render.calendars import MonthUrl, calendar_of, density_of, publication_years
from generator.render.charts import timeline
from generator.render.composition import view_composition
from generator.render.feed_links import feeds_of
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.time_views import MonthView, YearView
from generator.render.views import HeadView, IssueView, PublicationView

RECENT_ISSUES = 12
"""Issues listed on a publication's page; the months have them all."""


def render_publication(publication: PublicationView, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a publication's page, a page with the calendar of each year, and one with the issues of each month."""
    issues = renderer.lookup.issues_of(publication.slug)
    years = publication_years(publication, issues).years
    yield _publication(publication, issues, years, renderer)
    oldest_first = groupby(issues, key=lambda issue: issue.year)
    for place, (_, of_year) in enumerate(oldest_first, 1):
        yield _year(publication, years, len(years) - place, list(of_year), renderer)
    by_month = [(month, list(group)) for month, group in groupby(issues, key=lambda issue: issue.date[:7])]
    months = [_month_view(publication, group, renderer) for _, group in by_month]
    neighbours = zip([None, *months], months, [*months[1:], None], strict=False)
    for (before, month, after), (_, of_month) in zip(neighbours, by_month, strict=True):
        yield _month(publication, month, (before, after), of_month, renderer)


def _publication(
    publication: PublicationView, issues: list[IssueView], years: tuple[YearView, ...], renderer: Renderer
) -> OutputFile:
    lookup = renderer.lookup
    path = links.publication_path(publication.slug)
    newest = [issue for issue in issues if issue.year == years[0].year]
    return renderer.page(
        path,
        "publication.html",
        HeadView(
            publication.name,
            publication.description,
            renderer.absolute(path),
            alternates=feeds_of(path, publication.name, renderer),
        ),
        publication=publication,
        years=years,
        calendar=calendar_of(newest, renderer.words, _month_url(publication)),
        density=density_of(
            issues,
            renderer.words,
            lambda year: links.to_url(links.year_path(publication.slug, year)),
            _month_url(publication),
        ),
        chart=timeline(
            (dt.date.fromisoformat(issue.date) for issue in issues for _ in range(issue.articles)),
            renderer.words,
        ),
        composition=view_composition((lookup.summaries[issue.id] for issue in issues), renderer.words),
        recent=tuple(lookup.leading(issue.id) for issue in issues[::-1][:RECENT_ISSUES]),
        articles=sum(year.articles for year in years),
        issues=len(issues),
        first_issue=issues[0],
        last_issue=issues[-1],
    )


def _year(
    publication: PublicationView,
    years: Sequence[YearView],
    index: int,
    issues: list[IssueView],
    renderer: Renderer,
) -> OutputFile:
    year = years[index]
    path = links.year_path(publication.slug, year.year)
    title = f"{publication.name} {renderer.words('year', year=year.year)}"
    return renderer.page(
        path,
        "year.html",
        HeadView(title, canonical=renderer.absolute(path)),
        publication=publication,
        year=year,
        calendar=calendar_of(issues, renderer.words, _month_url(publication)),
        first_issue=issues[0],
        last_issue=issues[-1],
        previous_year=years[index + 1] if index + 1 < len(years) else None,
        next_year=years[index - 1] if index else None,
    )


def _month(
    publication: PublicationView,
    month: MonthView,
    neighbours: tuple[MonthView | None, MonthView | None],
    issues: list[IssueView],
    renderer: Renderer,
) -> OutputFile:
    path = links.month_path(publication.slug, month.year, month.month)
    name = renderer.words("month_of_year", year=month.year, month=month.name)
    return renderer.page(
        path,
        "month.html",
        HeadView(f"{publication.name} {name}", canonical=renderer.absolute(path)),
        publication=publication,
        month=month,
        year_url=links.to_url(links.year_path(publication.slug, month.year)),
        issues=tuple(renderer.lookup.leading(issue.id) for issue in issues),
        previous_month=neighbours[0],
        next_month=neighbours[1],
    )


def _month_view(publication: PublicationView, issues: list[IssueView], renderer: Renderer) -> MonthView:
    return calendar_of(issues, renderer.words, _month_url(publication)).months[0]


def _month_url(publication: PublicationView) -> MonthUrl:
    return lambda year, month: links.to_url(links.month_path(publication.slug, year, month))
