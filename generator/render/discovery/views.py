"""What the templates of feeds and of the sitemap are given. docs/templates.md lists them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.views import EntryView


@dataclass(frozen=True, slots=True)
class FeedEntryView:
    """An article in a feed. Times are as RFC 3339 writes them."""

    entry: EntryView
    title: str
    """Title and subtitle."""
    url: str
    """Absolute."""
    published: str
    """Day of the issue."""
    updated: str
    """Day of the last correction, else of the import, else of the issue."""
    topics: tuple[str, ...]
    rights: str

    @property
    def id(self) -> str:
        """Of the article."""
        return self.entry.id


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed, newest entry first."""

    title: str
    language: str
    rights: str
    url: str
    """The page it is the feed of, absolute."""
    updated: str
    entries: tuple[FeedEntryView, ...]


@dataclass(frozen=True, slots=True)
class SitemapUrlView:
    """A page in a sitemap, or a sitemap in the index of sitemaps."""

    url: str
    """Absolute."""
    changed: str
    """``YYYY-MM-DD``, or empty where it is not known."""
