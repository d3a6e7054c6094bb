"""Feeds: what came into the archive last, as Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import datetime as dt
import heapq
import json
from collections.abc import Iterable, Iterator, Sequence

from generator.model import ArticleSummary, IssueFace, TermCard
from generator.render import links
from generator.render.citations import whole_title
from generator.render.discovery.changes import changed
from generator.render.discovery.views import FeedEntryView, FeedView
from generator.render.lookup import Lookup, is_shown
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.units import Unit, key_of_faces, unit

ENTRIES = 30
"""Articles in a feed."""

_Order = tuple[dt.date, dt.date, str]


def feed_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the units of the feeds of the archive and of its publications, where its address is known."""
    if lookup.site.has_feeds:
        yield unit("feed", key=key_of_faces(_latest(lookup.archive.issues, lookup)[1]))
        for slug in lookup.publications:
            yield unit("feed", slug, key=key_of_faces(_latest(lookup.faces_of(slug), lookup)[1]))


def render_archive_feed(renderer: Renderer, slug: str = "") -> Iterator[OutputFile]:
    """Yield the feeds of the archive, or of the publication ``slug``."""
    lookup = renderer.lookup
    site = lookup.site
    if slug:
        publication = lookup.publications[slug]
        page, faces = links.publication_path(slug), lookup.faces_of(slug)
        about = (publication.name, publication.language, publication.rights)
    else:
        page, faces = "index.html", list(lookup.archive.issues)
        about = (site.title, site.language, site.rights)
    feed = _feed(page, about, _latest(faces, lookup)[0], renderer)
    yield _atom(page, feed, renderer)
    yield _json_feed(page, feed, renderer)


def render_topic_feed(card: TermCard, newest: Sequence[ArticleSummary], renderer: Renderer) -> OutputFile:
    """Return the feed of a topic: of its ``newest`` articles, those that came or were corrected last."""
    site = renderer.lookup.site
    page = links.term_path("topics", card.slug)
    articles = heapq.nlargest(ENTRIES, newest, key=_order)
    return _atom(
        page,
        _feed(page, (f"{card.name} · {site.title}", site.language, site.rights), articles, renderer),
        renderer,
    )


def _latest(faces: Sequence[IssueFace], lookup: Lookup) -> tuple[list[ArticleSummary], list[IssueFace]]:
    """Return those articles of ``faces`` that came or were corrected last, and the issues looked at to find them."""
    latest: list[tuple[_Order, ArticleSummary]] = []
    looked_at: list[IssueFace] = []
    for face in sorted(faces, key=_bound, reverse=True):
        if len(latest) == ENTRIES and latest[-1][0] > _bound(face):
            break
        looked_at.append(face)
        shown = (each for each in lookup.archive.summary(face.id).articles if is_shown(each, "article"))
        latest = heapq.nlargest(
            ENTRIES, [*latest, *((_order(each), each) for each in shown)], key=lambda pair: pair[0]
        )
    return [article for _, article in latest], looked_at


def _order(article: ArticleSummary) -> _Order:
    return (_updated(article), article.date, article.id)


def _bound(face: IssueFace) -> _Order:
    """Return what none of the articles of ``face`` comes after."""
    date = face.record.date
    return (max(face.changed or date, date), date, f"{face.id}/\U0010ffff")


def _feed(
    page: str, about: tuple[str, str, str], articles: Iterable[ArticleSummary], renderer: Renderer
) -> FeedView:
    """Return the feed of ``page``; ``about`` has its title, its language and the rights in it."""
    newest = list(articles)
    title, language, rights = about
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
