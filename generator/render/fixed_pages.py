"""Pages that show nothing of the archive's articles: the search, the page for what is not there, the assets."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.views import HeadView


def render_search(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the search page."""
    head = HeadView(renderer.words("search"), canonical=renderer.absolute("search.html"))
    yield renderer.page("search.html", "search.html", head)


def render_not_found(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page for what is not there. A server shows it at any depth: its links are absolute."""
    head = HeadView(renderer.words("not_found_title"), robots="noindex")
    root = renderer.lookup.site.base_url or "/"
    yield renderer.page_under(root, "404.html", "404.html", head)


def render_assets(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the files that pages load, under names that say what is in them."""
    yield from renderer.assets.files()
