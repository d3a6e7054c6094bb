"""The pages (版) of an issue with what stands on them, and which article comes before and after which."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.model import WITHDRAWN, ArticleSummary, IssueSummary
from generator.render import links
from generator.render.lookup import Lookup
from generator.render.views import EntryView, PageView


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a piece stands in its issue."""

    page: PageView
    place: int
    """Its place among the articles of its page, from 1; 0 for anything but an article."""
    before: EntryView | None
    after: EntryView | None
    """The pieces of its kind beside it in the issue, for articles and notices."""


def view_pages(summary: IssueSummary, lookup: Lookup) -> tuple[PageView, ...]:
    """Return the issue's pages in the order of its record, then any that only articles name."""
    pages = _pieces_by_page(summary)
    return tuple(_view_page(summary, label, pieces, lookup) for label, pieces in pages.items())


def standings(summary: IssueSummary, ids: Collection[str], lookup: Lookup) -> dict[str, Standing]:
    """Return where each piece of an issue stands that has one of ``ids``; one that was withdrawn has its page alone.

    Of an issue one of whose articles is made again, nothing is viewed but what stands around that one.
    """
    pages = _pieces_by_page(summary)
    order = [piece for pieces in pages.values() for piece in pieces]
    beside = {
        each.id: neighbours
        for kind in ("article", "notice")
        for each, neighbours in _neighbours([piece for piece in order if piece.kind == kind])
    }
    asked = [each for each in summary.articles if each.id in ids]
    views = {
        label: _view_page(summary, label, pages[label], lookup)
        for label in dict.fromkeys(each.page_label for each in asked)
    }
    places = {entry.id: place for page in views.values() for place, entry in enumerate(page.articles, 1)}
    found = {}
    for each in asked:
        before, after = (lookup.entry(one) if one else None for one in beside.get(each.id, (None, None)))
        found[each.id] = Standing(views[each.page_label], places.get(each.id, 0), before, after)
    return found


def _pieces_by_page(summary: IssueSummary) -> dict[str, list[ArticleSummary]]:
    """Return the pieces on each page that were not withdrawn, by its label."""
    by_label: dict[str, list[ArticleSummary]] = {page.label: [] for page in summary.record.pages}
    for article in summary.articles:
        pieces = by_label.setdefault(article.page_label, [])
        if article.status != WITHDRAWN:
            pieces.append(article)
    return by_label


def _view_page(
    summary: IssueSummary, label: str, pieces: Sequence[ArticleSummary], lookup: Lookup
) -> PageView:
    name = next((page.name for page in summary.record.pages if page.label == label), "")
    return PageView(
        label=label,
        url=links.to_url(links.page_path(summary.record.id, label)),
        name=name,
        articles=tuple(lookup.entry(each) for each in pieces if each.kind == "article"),
        notices=tuple(lookup.entry(each) for each in pieces if each.kind == "notice"),
        others=tuple(lookup.entry(each) for each in pieces if each.kind in ("furniture", "unplaced")),
    )


def _neighbours(
    pieces: Sequence[ArticleSummary],
) -> Iterator[tuple[ArticleSummary, tuple[ArticleSummary | None, ArticleSummary | None]]]:
    """Yield each of ``pieces`` with the one before it and the one after it."""
    for before, each, after in zip([None, *pieces], pieces, [*pieces[1:], None], strict=False):
        yield each, (before, after)
