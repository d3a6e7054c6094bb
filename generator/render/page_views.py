"""The pages (版) of an issue with what stands on them, and which article comes before and after which."""

from __future__ import annotations

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
    record = summary.record
    names = {page.label: page.name for page in record.pages}
    for article in summary.articles:
        names.setdefault(article.page_label, "")
    by_label: dict[str, list[ArticleSummary]] = {label: [] for label in names}
    for article in summary.articles:
        if article.status != WITHDRAWN:
            by_label[article.page_label].append(article)
    return tuple(
        PageView(
            label=label,
            url=links.to_url(links.page_path(record.id, label)),
            name=name,
            articles=tuple(lookup.entry(a) for a in by_label[label] if a.kind == "article"),
            notices=tuple(lookup.entry(a) for a in by_label[label] if a.kind == "notice"),
            others=tuple(lookup.entry(a) for a in by_label[label] if a.kind in ("furniture", "unplaced")),
        )
        for label, name in names.items()
    )


def standings(summary: IssueSummary, lookup: Lookup) -> dict[str, Standing]:
    """Return where each piece of an issue stands, by its id; one that was withdrawn has its page alone."""
    pages = view_pages(summary, lookup)
    page_of = {page.label: page for page in pages}
    neighbours = _neighbours([e for page in pages for e in page.articles])
    neighbours |= _neighbours([e for page in pages for e in page.notices])
    places = {entry.id: place for page in pages for place, entry in enumerate(page.articles, 1)}
    return {
        each.id: Standing(
            page_of[each.page_label], places.get(each.id, 0), *neighbours.get(each.id, (None, None))
        )
        for each in summary.articles
    }


def _neighbours(entries: list[EntryView]) -> dict[str, tuple[EntryView | None, EntryView | None]]:
    return {
        each.id: (before, after)
        for before, each, after in zip([None, *entries], entries, [*entries[1:], None], strict=False)
    }
