"""The pages of terms: what each is, its articles by year, and the terms near it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import WITHDRAWN, TermEntry, TermKind
from generator.render import links
from generator.render.charts import timeline
from generator.render.feed_links import feeds_of
from generator.render.lookup import term_url
from generator.render.output_file import OutputFile
from generator.render.reading_views import TermLinkView
from generator.render.related_terms import related_terms
from generator.render.renderer import Renderer
from generator.render.term_indexes import render_index, view_term
from generator.render.term_views import RelatedView
from generator.render.views import HeadView
from generator.render.year_lists import newest_by_year, year_parts, years_with_pages


def render_terms(kind: TermKind, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of a kind of terms, the pages of the terms that have one, and what led to them once."""
    entries = renderer.lookup.archive.terms.get(kind, ())
    yield from render_index(kind, renderer)
    by_name = {entry.name: entry for entry in entries}
    for entry in entries:
        if entry.has_page:
            yield from _term(entry, by_name, renderer)
        yield from _former(entry, renderer)


def _term(entry: TermEntry, by_name: dict[str, TermEntry], renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a term's page with its newest articles; where there are more, pages of all by year."""
    shown = [article for article in entry.articles if article.status != WITHDRAWN]
    path = links.term_path(entry.kind, entry.slug)

    def year_path(year: int, part: int) -> str:
        return links.term_year_path(entry.kind, entry.slug, year, part)

    years = years_with_pages(shown, year_path)
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
            for other, count in sorted(related_terms(entry, by_name), key=lambda pair: -pair[1])
            if other.name not in {*entry.broader, *entry.narrower, *entry.related}
        ),
        years=newest_by_year(shown, renderer.lookup),
        all_years=years,
    )
    for part in year_parts(shown, years, year_path, renderer.lookup):
        path = year_path(part.year, part.part)
        title = f"{entry.name} {renderer.words('year', year=part.year)}"
        head = HeadView(title, canonical=renderer.absolute(path))
        yield renderer.page(
            path,
            "term-year.html",
            head,
            kind=entry.kind,
            name=entry.name,
            term_url=term_url(entry),
            list=part,
        )


def _former(entry: TermEntry, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a page at each name that the term once had, leading to the one it has now."""
    target = TermLinkView(entry.name, term_url(entry))
    for slug in entry.formerly:
        head = HeadView(renderer.words("moved_term"), robots="noindex")
        yield renderer.page(links.term_path(entry.kind, slug), "redirect-term.html", head, target=target)


def _named(names: Sequence[str], by_name: dict[str, TermEntry]) -> tuple[RelatedView, ...]:
    found = (view_term(by_name[name]) for name in names if name in by_name)
    return tuple(RelatedView(each.name, each.url, each.count) for each in found)
