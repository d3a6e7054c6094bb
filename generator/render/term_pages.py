"""The pages of terms: what each is, its articles by year, and the terms near it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import ArticleSummary, TermEntry, TermKind
from generator.render import links
from generator.render.charts import timeline
from generator.render.feed_links import feeds_of
from generator.render.lookup import WITHDRAWN, term_url
from generator.render.output_file import OutputFile
from generator.render.related_terms import related_terms
from generator.render.renderer import Renderer
from generator.render.term_indexes import render_index, view_term
from generator.render.term_views import RelatedView, TermYearView
from generator.render.views import HeadView
from generator.render.year_lists import by_year

ON_ONE_PAGE = 100
"""Articles that a page of a term lists."""


def render_terms(kind: TermKind, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of a kind of terms, the pages of the terms that have one, and what led to them once."""
    entries = renderer.lookup.archive.terms.get(kind, ())
    yield from render_index(kind, renderer)
    by_name = {entry.name: entry for entry in entries}
    for entry in entries:
        if entry.has_page:
            yield from _term(entry, by_name, renderer)


def _term(entry: TermEntry, by_name: dict[str, TermEntry], renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a term's page with its newest articles; where there are more, pages of all by year.

    A year's page says nothing of other years but the ones next to it, so that it stays as it is once the
    year is over; within a year, pages fill from the oldest article on.
    """
    shown = [article for article in entry.articles if article.status != WITHDRAWN]
    of_year = {year: list(group) for year, group in groupby(shown, key=lambda article: article.date.year)}
    divided = len(shown) > ON_ONE_PAGE
    years = tuple(
        TermYearView(
            year,
            links.to_url(links.term_year_path(entry.kind, entry.slug, year, 1)) if divided else "",
            len(group),
        )
        for year, group in of_year.items()
    )
    path = links.term_path(entry.kind, entry.slug)
    yield renderer.page(
        path,
        "term.html",
        HeadView(
            f"{entry.name} {renderer.words(entry.kind)}",
            renderer.words("articles_count", n=len(shown)),
            renderer.absolute(path),
            alternates=feeds_of(path, entry.name, renderer)
            if entry.kind == "topics" and entry.articles
            else (),
        ),
        kind=entry.kind,
        name=entry.name,
        offices=entry.offices,
        count=len(shown),
        chart=timeline((article.date for article in shown), renderer.words),
        broader=_named(entry.broader, by_name),
        narrower=_named(entry.narrower, by_name),
        beside=_named(entry.related, by_name),
        related=tuple(
            RelatedView(other.name, term_url(other), count)
            for other, count in related_terms(entry, by_name)
            if other.name not in {*entry.broader, *entry.narrower, *entry.related}
        ),
        years=by_year(shown[:ON_ONE_PAGE], renderer.lookup),
        all_years=years if divided else (),
    )
    if divided:
        for place, year in enumerate(years):
            older = years[place + 1] if place + 1 < len(years) else None
            newer = years[place - 1] if place else None
            yield from _year(entry, of_year[year.year][::-1], (older, newer), renderer)


def _year(
    entry: TermEntry,
    oldest_first: Sequence[ArticleSummary],
    neighbours: tuple[TermYearView | None, TermYearView | None],
    renderer: Renderer,
) -> Iterator[OutputFile]:
    year = oldest_first[0].date.year
    last = (len(oldest_first) - 1) // ON_ONE_PAGE + 1
    for part in range(1, last + 1):
        path = links.term_year_path(entry.kind, entry.slug, year, part)
        title = f"{entry.name} {renderer.words('year', year=year)}"
        head = HeadView(title, canonical=renderer.absolute(path))
        articles = oldest_first[(part - 1) * ON_ONE_PAGE : part * ON_ONE_PAGE]
        before, after = (
            links.to_url(links.term_year_path(entry.kind, entry.slug, year, each))
            if 1 <= each <= last
            else ""
            for each in (part - 1, part + 1)
        )
        yield renderer.page(
            path,
            "term-year.html",
            head,
            kind=entry.kind,
            name=entry.name,
            term_url=term_url(entry),
            year=year,
            part=part,
            entries=tuple(map(renderer.lookup.entry, articles)),
            previous_part=before,
            next_part=after,
            previous_year=neighbours[0] if part == 1 else None,
            next_year=neighbours[1] if part == last else None,
        )


def _named(names: Sequence[str], by_name: dict[str, TermEntry]) -> tuple[RelatedView, ...]:
    found = (view_term(by_name[name]) for name in names if name in by_name)
    return tuple(RelatedView(each.name, each.url, each.count) for each in found)
