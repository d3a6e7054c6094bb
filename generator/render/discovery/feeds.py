"""Feeds: what came into the archive last, as Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import datetime as dt
import heapq
import json
from collections.abc import Iterable, Iterator

from generator.model import ArticleSummary
from generator.render import links
from generator.render.citations import whole_title
from generator.render.discovery.changes import changed
from generator.render.discovery.views import FeedEntryView, FeedView
from generator.render.lookup import is_shown
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer

ENTRIES = 30
"""Articles in a feed."""


def render_feeds(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the feeds of the archive, of each publication and of each topic that has a page."""
    lookup = renderer.lookup
    site = lookup.site
    if site.has_feeds:
        articles = (article for issue in lookup.archive.issues for article in issue.articles)
        feed = _feed("index.html", site.title, site.language, site.rights, articles, renderer)
        yield _atom("index.html", feed, renderer)
        yield _json_feed("index.html", feed, renderer)
    for publication in site.publications:
        page = links.publication_path(publication.slug)
        articles = (
            article
            for issue in lookup.archive.issues
            if issue.record.publication == publication.slug
            for article in issue.articles
        )
        feed = _feed(page, publication.name, publication.language, publication.rights, articles, renderer)
        yield _atom(page, feed, renderer)
        yield _json_feed(page, feed, renderer)
    for entry in lookup.archive.terms.get("topics", ()):
        if entry.has_page and entry.articles:
            page = links.term_path("topics", entry.slug)
            title = f"{entry.name} · {site.title}"
            feed = _feed(page, title, site.language, site.rights, entry.articles, renderer)
            yield _atom(page, feed, renderer)


def _feed(
    page: str, title: str, language: str, rights: str, articles: Iterable[ArticleSummary], renderer: Renderer
) -> FeedView:
    """Return the feed of ``page``: of ``articles``, those that came or were corrected last."""
    shown = (article for article in articles if is_shown(article, "article"))
    newest = heapq.nlargest(ENTRIES, shown, key=lambda each: (_updated(each), each.date, each.id))
    return FeedView(
        title=title,
        language=language,
        rights=rights,
        url=renderer.absolute(page),
        updated=_instant(max(map(_updated, newest), default=dt.date.min)),
        entries=tuple(_entry(article, renderer) for article in newest),
    )


def _entry(article: ArticleSummary, renderer: Renderer) -> FeedEntryView:
    entry = renderer.lookup.entry(article)
    return FeedEntryView(
        entry=entry,
        title=whole_title(entry.title, entry.subtitle),
        url=renderer.absolute(links.article_path(article.id)),
        published=_instant(article.date),
        updated=_instant(_updated(article)),
        topics=article.terms.topics,
        rights=article.rights or entry.issue.publication.rights,
    )


def _updated(article: ArticleSummary) -> dt.date:
    return changed(article) or article.date


def _instant(day: dt.date) -> str:
    """Return the beginning of ``day`` as RFC 3339 writes it; newspapers know days only."""
    return f"{day.isoformat()}T00:00:00Z"


def _atom(page: str, feed: FeedView, renderer: Renderer) -> OutputFile:
    path = links.feed_path(page)
    return renderer.file(path, "feed.xml", feed=feed, feed_url=renderer.absolute(path))


def _json_feed(page: str, feed: FeedView, renderer: Renderer) -> OutputFile:
    path = links.feed_path(page, "json")
    items = [
        {
            "id": each.url,
            "url": each.url,
            "title": each.title,
            "content_text": each.entry.opening or each.title,
            "date_published": each.published,
            "date_modified": each.updated,
            "language": each.entry.issue.publication.language,
            **({"authors": [{"name": name} for name in each.entry.authors]} if each.entry.authors else {}),
            **({"tags": list(each.topics)} if each.topics else {}),
        }
        for each in feed.entries
    ]
    record = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": renderer.absolute(path),
        "language": feed.language,
        "items": items,
    }
    return OutputFile(
        path, (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    )
