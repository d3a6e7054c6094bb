"""The sitemap (sitemaps.org 0.9): an index, and files by newspaper and month, so that closed months never change.

Pages of terms are in files by the month in which they got their page: a new issue adds to the last one. They say no
day of change, since most issues add to most of the frequent terms.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.model import TERM_KINDS, IssueFace, TermKind
from generator.render import links
from generator.render.discovery.changes import changed, last_changed
from generator.render.discovery.views import SitemapUrlView
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.units import Unit, key_of, key_of_faces, kind_named, unit

SITEMAP = "sitemap.xml"
MOST_URLS = 50_000
"""URLs that one file may have."""

_Page = tuple[str, dt.date | None]
"""Path of a page, and the day on which what it shows last changed."""


def sitemap_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the units of the sitemap, where the archive's address is known."""
    if not lookup.site.base_url:
        return
    counts = []
    for slug in lookup.publications:
        for month, faces in _months(lookup.faces_of(slug)):
            counts.append((slug, month, _number_of_pages(faces, lookup), _latest_face(faces)))
            yield unit("sitemap-month", slug, month, key=key_of_faces(faces))
    for kind in TERM_KINDS:
        for each in lookup.archive.term_months(kind):
            counts.append((kind, each.month, each.count, None))
            yield unit("sitemap-terms", kind, each.month, key=key_of(each.digest))
    yield unit("sitemap", key=key_of(tuple(counts)))


def render_sitemap(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of sitemaps, and the sitemap of what is over all: home, newspapers, indexes of terms."""
    lookup = renderer.lookup
    index: list[_Page] = []
    entrances: list[_Page] = [("index.html", _latest_face(lookup.archive.issues))]
    for slug in lookup.publications:
        faces = lookup.faces_of(slug)
        entrances.append((links.publication_path(slug), _latest_face(faces)))
        for year, group in groupby(faces, key=lambda face: face.record.date.year):
            entrances.append((links.year_path(slug, year), _latest_face(list(group))))
        for month, of_month in _months(faces):
            names = _files(f"{slug}/sitemap-{month}", _number_of_pages(of_month, lookup))
            index.extend((name, _latest_face(of_month)) for name in names)
    for kind in TERM_KINDS:
        months = lookup.archive.term_months(kind)
        if months:
            entrances.append((links.terms_path(kind), None))
        for each in months:
            index.extend((name, None) for name in _files(_terms_name(kind, each.month), each.count))
    pages = "sitemap-pages.xml"
    yield renderer.file(pages, "sitemap.xml", urls=_views(entrances, renderer))
    index.append((pages, _latest_face(lookup.archive.issues)))
    yield renderer.file(SITEMAP, "sitemap-index.xml", sitemaps=_views(index, renderer))


def render_sitemap_month(slug: str, month: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the sitemap of the pages of a newspaper's issues of one month (``YYYY-MM``)."""
    faces = next(faces for name, faces in _months(renderer.lookup.faces_of(slug)) if name == month)
    pages = [page for face in faces for page in _issue_pages(face, renderer.lookup)]
    year, number = map(int, month.split("-"))
    pages.insert(0, (links.month_path(slug, year, number), _latest(pages)))
    yield from _parts(f"{slug}/sitemap-{month}", pages, renderer)


def render_sitemap_terms(kind_name: str, month: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the sitemap of the terms of a kind that got their page in one month."""
    kind = kind_named(kind_name)
    cards = renderer.lookup.archive.terms_since(kind, month)
    pages: list[_Page] = [(links.term_path(kind, card.slug), None) for card in cards]
    yield from _parts(_terms_name(kind, month), pages, renderer)


def _terms_name(kind: TermKind, month: str) -> str:
    return f"sitemap-{kind}-{month}" if month else f"sitemap-{kind}"


def _parts(name: str, pages: Sequence[_Page], renderer: Renderer) -> Iterator[OutputFile]:
    for number, path in enumerate(_files(name, len(pages))):
        some = pages[number * MOST_URLS : (number + 1) * MOST_URLS]
        yield renderer.file(path, "sitemap.xml", urls=_views(some, renderer))


def _files(name: str, count: int) -> list[str]:
    last = max(-(-count // MOST_URLS), 1)
    return [f"{name}.xml" if number == 1 else f"{name}-{number}.xml" for number in range(1, last + 1)]


def _number_of_pages(faces: Sequence[IssueFace], lookup: Lookup) -> int:
    """Return how many pages the sitemap of the issues ``faces`` of a month has.

    Where they surely fit into one file, it is not the number itself: that would take reading the summaries.
    """
    at_most = 1 + sum(1 + 2 * (face.articles + face.notices) for face in faces)
    return (
        at_most if at_most <= MOST_URLS else 1 + sum(1 for face in faces for _ in _issue_pages(face, lookup))
    )


def _months(faces: Iterable[IssueFace]) -> Iterator[tuple[str, list[IssueFace]]]:
    for month, group in groupby(faces, key=lambda face: face.record.date.isoformat()[:7]):
        yield month, list(group)


def _issue_pages(face: IssueFace, lookup: Lookup) -> Iterator[_Page]:
    """Yield the pages of an issue that search engines may list; of a page (版), those that have any piece."""
    articles = lookup.archive.summary(face.id).articles
    yield links.issue_path(face.id), last_changed(articles)
    for label, group in groupby(articles, key=lambda article: article.page_label):
        of_page = list(group)
        yield links.page_path(face.id, label), last_changed(of_page)
        for article in of_page:
            if lookup.is_indexed(article):
                yield links.article_path(article.id), changed(article)


def _latest_face(faces: Iterable[IssueFace]) -> dt.date | None:
    return max((face.changed for face in faces if face.changed), default=None)


def _latest(pages: Iterable[_Page]) -> dt.date | None:
    return max((day for _, day in pages if day), default=None)


def _views(pages: Iterable[_Page], renderer: Renderer) -> tuple[SitemapUrlView, ...]:
    return tuple(
        SitemapUrlView(renderer.absolute(path), day.isoformat() if day else "") for path, day in pages
    )
