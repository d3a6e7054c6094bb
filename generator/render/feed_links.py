"""The links by which a page names its feed."""

from __future__ import annotations

from generator.render.links import feed_path, to_url
from generator.render.renderer import Renderer
from generator.render.views import AlternateView


def feeds_of(page: str, title: str, renderer: Renderer) -> tuple[AlternateView, ...]:
    """Return the link to the Atom feed of ``page``; none where the archive has no feeds."""
    if not renderer.lookup.site.has_feeds:
        return ()
    return (AlternateView("application/atom+xml", to_url(feed_path(page)), title),)
