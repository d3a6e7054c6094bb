"""What programs fetch to find things: feeds, sitemap, search description, robots.txt, lists of all holdings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.discovery.feeds import feed_units, render_archive_feed, render_topic_feed
from generator.render.discovery.manifest import manifest_units, render_manifest, render_manifest_month
from generator.render.discovery.sitemap import (
    SITEMAP,
    render_sitemap,
    render_sitemap_month,
    render_sitemap_terms,
    sitemap_units,
)
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.units import Unit, unit


def discovery_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the units of the files for programs. What needs absolute URLs is left out where there is no base URL."""
    yield from manifest_units(lookup)
    yield unit("descriptions", key="")
    yield from feed_units(lookup)
    yield from sitemap_units(lookup)


def render_descriptions(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield what says to programs how to go about the site: robots.txt, and how to search."""
    yield renderer.file("robots.txt", "robots.txt", sitemap=renderer.absolute(SITEMAP))
    if renderer.lookup.site.base_url:
        yield renderer.file("opensearch.xml", "opensearch.xml")


__all__ = [
    "discovery_units",
    "render_archive_feed",
    "render_descriptions",
    "render_manifest",
    "render_manifest_month",
    "render_sitemap",
    "render_sitemap_month",
    "render_sitemap_terms",
    "render_topic_feed",
]
