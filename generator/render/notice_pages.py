"""The lists of all notices."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render import links
from generator.render.lookup import is_shown
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.views import HeadView
from generator.render.year_lists import newest_by_year, year_parts, years_with_pages

_ROBOTS = "noindex, follow"


def render_notices(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the list of the newest notices, and where there are more, of each year's.

    They carry private persons' numbers: search engines are kept out.
    """
    lookup = renderer.lookup
    issues = lookup.archive.issues[::-1]
    notices = [article for issue in issues for article in issue.articles if is_shown(article, "notice")]
    years = years_with_pages(notices, links.notices_year_path)
    name = renderer.words("notices")
    yield renderer.page(
        "notices/index.html",
        "notices.html",
        HeadView(name, robots=_ROBOTS),
        years=newest_by_year(notices, lookup),
        all_years=years,
        count=len(notices),
    )
    for part in year_parts(notices, years, links.notices_year_path, lookup):
        head = HeadView(f"{name} {renderer.words('year', year=part.year)}", robots=_ROBOTS)
        yield renderer.page(
            links.notices_year_path(part.year, part.part), "notices-year.html", head, list=part
        )
