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


def _parts(renderer: Renderer) -> Iterator[tuple[str, list[_Page]]]:
    """Yield the name and the pages of each part: by newspaper and year, by kind of term, and what is over all."""
    lookup = renderer.lookup
    entrances: list[_Page] = []
    for publication in lookup.site.publications:
        issues = [each for each in lookup.archive.issues if each.record.publication == publication.slug]
        years = [
            (year, list(group)) for year, group in groupby(issues, key=lambda each: each.record.date.year)
        ]
        parts = [(year, list(_issue_pages(group, renderer))) for year, group in years]
        entrances.append(
            (links.publication_path(publication.slug), _latest(p for _, part in parts for p in part))
        )
        for year, pages in parts:
            of_year = (links.year_path(publication.slug, year), _latest(pages))
            yield f"{publication.slug}/sitemap-{year}", [of_year, *pages]
    for kind in TERM_KINDS:
        terms: list[_Page] = [
            (links.term_path(kind, entry.slug), last_changed(entry.articles))
            for entry in lookup.archive.terms.get(kind, ())
            if entry.has_page
        ]
        if terms:
            entrances.append((links.terms_path(kind), _latest(terms)))
            yield f"sitemap-{kind}", terms
    yield "sitemap-pages", [("index.html", _latest(entrances)), *entrances]


def _issue_pages(issues: Iterable[IssueSummary], renderer: Renderer) -> Iterator[_Page]:
    """Yield the pages of ``issues`` that search engines may list."""
    for issue in issues:
        yield links.issue_path(issue.record.id), last_changed(issue.articles)
        by_page = groupby(issue.articles, key=lambda article: article.page_label)
        for label, articles in by_page:
            of_page = list(articles)
            yield links.page_path(issue.record.id, label), last_changed(of_page)
            for article in of_page:
                if renderer.lookup.is_indexed(article):
                    yield links.article_path(article.id), changed(article)


def _latest(pages: Iterable[_Page]) -> dt.date | None:
    return max((day for _, day in pages if day), default=None)


def _views(pages: Iterable[_Page], renderer: Renderer) -> tuple[SitemapUrlView, ...]:
    return tuple(
        SitemapUrlView(renderer.absolute(path), day.isoformat() if day else "") for path, day in pages
    )
