"""The pages of a publication: its own, and those of its years and months, each a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import IssueFace
from generator.render import links
from generator.render.calendars import MonthUrl, calendar_of, density_of, publication_years
from generator.render.charts import by_month, timeline
from generator.render.composition import view_composition
from generator.render.feed_links import feeds_of
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.time_views import MonthView
from generator.render.units import Unit, key_of_faces, unit
from generator.render.views import HeadView, IssueView, PublicationView

RECENT_ISSUES = 12
"""Issues listed on a publication's page; the months have them all."""


def publication_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield a unit for each publication's page, for the calendar of each of its years, and for each month's issues.

    The pages of years and months show their neighbours, so that these are in their keys.
    """
    for slug in lookup.publications:
        faces = lookup.faces_of(slug)
        yield unit("publication", slug, key=key_of_faces(faces))
        for family, span in (("year", 4), ("month", 7)):
            groups = _by_span(faces, span)
            names = list(groups)
            for before, name, after in zip([None, *names], names, [*names[1:], None], strict=False):
                shown = [face for each in (before, name, after) if each for face in groups[each]]
                yield unit(family, slug, name, key=key_of_faces(shown, before, after))


def _by_span(faces: Sequence[IssueFace], span: int) -> dict[str, list[IssueFace]]:
    """Return ``faces`` by the first ``span`` characters of their dates, oldest first."""
    grouped = groupby(faces, key=lambda face: face.record.date.isoformat()[:span])
    return {name: list(group) for name, group in grouped}


def render_publication(slug: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a publication's page."""
    lookup = renderer.lookup
    publication = lookup.publications[slug]
    faces = lookup.faces_of(slug)
    issues = lookup.issues_of(slug)
    years = publication_years(publication, issues).years
    path = links.publication_path(slug)
    newest = [issue for issue in issues if issue.year == years[0].year]
    yield renderer.page(
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
            lambda year: links.to_url(links.year_path(slug, year)),
            _month_url(publication),
        ),
        chart=timeline(by_month((face.record.date, face.articles) for face in faces), renderer.words),
        composition=view_composition(faces, renderer.words),
        recent=tuple(lookup.leading(issue.id) for issue in issues[::-1][:RECENT_ISSUES]),
        articles=sum(year.articles for year in years),
        issues=len(issues),
        first_issue=issues[0],
        last_issue=issues[-1],
    )


def render_year(slug: str, name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the calendar of the year ``name`` of a publication."""
    publication = renderer.lookup.publications[slug]
    before, of_year, after = _with_neighbours(slug, name, renderer.lookup)
    year, *_ = publication_years(publication, of_year).years
    path = links.year_path(slug, year.year)
    title = f"{publication.name} {renderer.words('year', year=year.year)}"
    yield renderer.page(
        path,
        "year.html",
        HeadView(title, canonical=renderer.absolute(path)),
        publication=publication,
        year=year,
        calendar=calendar_of(of_year, renderer.words, _month_url(publication)),
        first_issue=of_year[0],
        last_issue=of_year[-1],
        previous_year=next(iter(publication_years(publication, before).years), None),
        next_year=next(iter(publication_years(publication, after).years), None),
    )


def render_month(slug: str, name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the issues of the month ``name`` (``YYYY-MM``) of a publication."""
    publication = renderer.lookup.publications[slug]
    groups = _with_neighbours(slug, name, renderer.lookup)
    before, month, after = (_month_view(publication, group, renderer) for group in groups)
    if month is None:
        return
    path = links.month_path(slug, month.year, month.month)
    month_name = renderer.words("month_of_year", year=month.year, month=month.name)
    yield renderer.page(
        path,
        "month.html",
        HeadView(f"{publication.name} {month_name}", canonical=renderer.absolute(path)),
        publication=publication,
        month=month,
        year_url=links.to_url(links.year_path(slug, month.year)),
        issues=tuple(renderer.lookup.leading(issue.id) for issue in groups[1]),
        previous_month=before,
        next_month=after,
    )


def _with_neighbours(
    slug: str, name: str, lookup: Lookup
) -> tuple[list[IssueView], list[IssueView], list[IssueView]]:
    """Return the issues of the year or month before ``name``, of ``name``, and of the one after; oldest first."""
    groups = _by_span(lookup.faces_of(slug), len(name))
    names = list(groups)
    place = names.index(name)
    before, after = names[max(place - 1, 0) : place], names[place + 1 : place + 2]
    views = [
        [lookup.issue(face.id) for each in some for face in groups[each]] for some in (before, [name], after)
    ]
    return views[0], views[1], views[2]


def _month_view(
    publication: PublicationView, issues: Sequence[IssueView], renderer: Renderer
) -> MonthView | None:
    months = calendar_of(issues, renderer.words, _month_url(publication)).months
    return months[0] if months else None


def _month_url(publication: PublicationView) -> MonthUrl:
    return lambda year, month: links.to_url(links.month_path(publication.slug, year, month))
