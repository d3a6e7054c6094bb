"""The pages of a publication: its own, and the calendar of each year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render import links
from generator.render.calendars import months_of, publication_years
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.views import HeadView, PublicationView

RECENT_ISSUES = 12
"""Issues listed on the home page and on a publication's page; the calendars have them all."""


def render_publication(publication: PublicationView, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a publication's page, with the calendar of its newest year, and a page for each year."""
    lookup = renderer.lookup
    issues = lookup.issues_of(publication.slug)
    years = publication_years(publication, issues).years
    path = links.publication_path(publication.slug)
    yield renderer.page(
        path,
        "publication.html",
        HeadView(publication.name, publication.description, renderer.absolute(path)),
        publication=publication,
        years=years,
        months=months_of(years[0].year, [i for i in issues if i.year == years[0].year], renderer.words),
        recent=tuple(lookup.leading(issue.id) for issue in issues[::-1][:RECENT_ISSUES]),
        articles=sum(year.articles for year in years),
        issues=len(issues),
    )
    for index, year in enumerate(years):
        of_year = [issue for issue in issues if issue.year == year.year]
        path = links.year_path(publication.slug, year.year)
        title = f"{publication.name} {renderer.words('year', year=year.year)}"
        yield renderer.page(
            path,
            "year.html",
            HeadView(title, canonical=renderer.absolute(path)),
            publication=publication,
            year=year,
            years=years,
            months=months_of(year.year, of_year, renderer.words),
            issues=tuple(lookup.leading(issue.id) for issue in of_year),
            previous_year=years[index + 1] if index + 1 < len(years) else None,
            next_year=years[index - 1] if index else None,
        )
