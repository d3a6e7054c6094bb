"""The list of all notices."""

from __future__ import annotations

from generator.render.lookup import is_shown
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.views import HeadView
from generator.render.year_lists import by_year


def render_notices(renderer: Renderer) -> OutputFile:
    """Return the list of all notices. They carry private persons' numbers: search engines are kept out."""
    issues = renderer.lookup.archive.issues[::-1]
    notices = [article for issue in issues for article in issue.articles if is_shown(article, "notice")]
    return renderer.page(
        "notices/index.html",
        "notices.html",
        HeadView(renderer.words("notices"), robots="noindex, follow"),
        years=by_year(notices, renderer.lookup),
        count=len(notices),
    )
