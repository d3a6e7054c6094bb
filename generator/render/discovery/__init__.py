"""What programs fetch to find things: feeds, sitemap, search description, robots.txt, lists of all holdings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.discovery.feeds import render_feeds
from generator.render.discovery.manifest import render_manifest
from generator.render.discovery.sitemap import SITEMAP, render_sitemap
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer


def render_discovery(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the files for programs. What needs absolute URLs is left out where the archive has no base URL.

    Raises BackfileError when a template fails.
    """
    yield from render_manifest(renderer.lookup)
    yield renderer.file("robots.txt", "robots.txt", sitemap=renderer.absolute(SITEMAP))
    if renderer.lookup.site.base_url:
        yield from render_feeds(renderer)
        yield from render_sitemap(renderer)
        yield renderer.file("opensearch.xml", "opensearch.xml")


__all__ = ["render_discovery"]
