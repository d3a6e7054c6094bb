"""The sitemap (sitemaps.org 0.9): an index, and files by newspaper and year, so that closed years never change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.model import TERM_KINDS, IssueSummary
from generator.render import links
from generator.render.discovery.changes import changed, last_changed
from generator.render.discovery.views import SitemapUrlView
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer

SITEMAP = "sitemap.xml"
MOST_URLS = 50_000
"""URLs that one file may have."""

_Page = tuple[str, dt.date | None]
"""Path of a page, and the day on which what it shows last changed."""


def render_sitemap(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of sitemaps and its files. The archive has a base URL."""
    index: list[_Page] = []
    for name, pages in _parts(renderer):
        for number, start in enumerate(range(0, len(pages), MOST_URLS), 1):
            some = pages[start : start + MOST_URLS]
            path = f"{name}.xml" if number == 1 else f"{name}-{number}.xml"
            yield renderer.file(path, "sitemap.xml", urls=_views(some, renderer))
            index.append((path, _latest(some)))
    yield renderer.file(SITEMAP, "sitemap-index.xml", sitemaps=_views(index, renderer))
