"""Every file of the site that is not of one issue, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import TERM_KINDS
from generator.render import links
from generator.render.day_pages import render_days
from generator.render.discovery import render_discovery
from generator.render.home_page import render_home
from generator.render.notice_pages import render_notices
from generator.render.output_file import OutputFile
from generator.render.publication_pages import render_publication
from generator.render.renderer import Renderer
from generator.render.term_pages import render_terms
from generator.render.views import HeadView


def render_archive(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield every file of the site that is not of one issue. Raises BackfileError when a template fails."""
    yield render_home(renderer)
    for publication in renderer.lookup.site.publications:
        yield from render_publication(publication, renderer)
    yield from render_days(renderer)
    for kind in TERM_KINDS:
        yield from render_terms(kind, renderer)
    yield from render_notices(renderer)
    yield _search(renderer)
    yield _not_found(renderer)
    yield from _redirects(renderer)
    yield from render_discovery(renderer)
    yield from renderer.assets.files()


def _search(renderer: Renderer) -> OutputFile:
    head = HeadView(renderer.words("search"), canonical=renderer.absolute("search.html"))
    return renderer.page("search.html", "search.html", head)


def _not_found(renderer: Renderer) -> OutputFile:
    """Return the page for what is not there. A server shows it at any depth: its links are absolute."""
    head = HeadView(renderer.words("not_found_title"), robots="noindex")
    root = renderer.lookup.site.base_url or "/"
    return renderer.page_under(root, "404.html", "404.html", head)


def _redirects(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a page at each id that an article once had, leading to the one it has now."""
    lookup = renderer.lookup
    for issue in lookup.archive.issues:
        for article in issue.articles:
            for former in article.formerly:
                path = links.article_path(former)
                target = links.article_path(article.id)
                head = HeadView(
                    renderer.words("moved"), canonical=renderer.absolute(target), robots="noindex"
                )
                yield renderer.page(path, "redirect.html", head, target=lookup.entry(article))
