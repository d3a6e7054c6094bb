"""The pages of terms: what each is, its articles by year, and the terms near it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.characters import close_turns
from generator.model import ArticleSummary, TermCard, TermKind, issue_of
from generator.render import links
from generator.render.charts import timeline
from generator.render.discovery.feeds import render_topic_feed
from generator.render.feed_links import feeds_of
from generator.render.lookup import Lookup, term_url
from generator.render.output_file import OutputFile
from generator.render.reading_views import TermLinkView
from generator.render.related_terms import related_terms
from generator.render.renderer import Renderer
from generator.render.term_views import ListYearView, RelatedView, view_term
from generator.render.units import Unit, key_of, kind_named, unit, unit_name
from generator.render.views import HeadView
from generator.render.year_lists import (
    ON_ONE_PAGE,
    YearPath,
    newest_by_year,
    number_of_parts,
    part_of_year,
    place_in_list,
    view_part,
    years_with_pages,
)

MOST_OFFICES = 3
"""Offices of one person; what is said more rarely is mostly the same in other words."""


def term_unit_name(kind: TermKind, name: str) -> str:
    """Return the name of the unit of a term's page, and of what led to it once."""
    return unit_name("term", kind, name)


def has_unit(card: TermCard) -> bool:
    """Tell whether a term has files: a page, or what led to it once."""
    return bool(card.has_page or card.formerly)


def lists_years(card: TermCard) -> bool:
    """Tell whether a term has pages of its years: its own page does not list all of its articles."""
    return card.has_page and card.count > ON_ONE_PAGE


def term_year_units(
    card: TermCard, lookup: Lookup, only: Collection[int] | None = None
) -> Iterator[tuple[int, Unit]]:
    """Yield the units of the parts of a term's years, each with its year, where its page does not list all.

    With ``only``, those of these years alone.
    """
    if not lists_years(card):
        return
    kind, name = card.kind, card.name
    holders = lookup.holders(kind, name)
    years = _years(card, lookup)
    for year in years:
        if only is not None and year.year not in only:
            continue
        oldest_first = holders.of_year(year.year)
        for part in range(1, number_of_parts(year.count) + 1):
            shown = tuple(oldest_first[part_of_year(part)])
            issues = tuple(lookup.archive.face(issue_of(each)).digest for each in shown)
            key = key_of(shown, issues, place_in_list(year.year, part, years), term_url(card))
            yield year.year, unit("term-year", kind, name, year.year, part, key=key)


def years_around(changed: Iterable[int], card: TermCard, lookup: Lookup) -> set[int]:
    """Return the years of a term that may look different when the issues of the years ``changed`` do.

    They are these, and the years beside each in the term's list: a year that comes or goes is linked from those.
    """
    listed = sorted(lookup.years(card.kind, card.name))
    around: set[int] = set()
    for year in changed:
        around |= {year, *listed[: bisect_left(listed, year)][-1:], *listed[bisect_right(listed, year) :][:1]}
    return around


def render_term(kind_name: str, name: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a term's page with its newest articles, its feed, and a page at each name that it once had."""
    lookup = renderer.lookup
    kind = kind_named(kind_name)
    card = lookup.archive.term(kind, name)
    if card is None:
        return
    if card.has_page:
        newest = lookup.summaries(lookup.holders(kind, name).newest(ON_ONE_PAGE))
        yield _term(card, newest, renderer)
        if kind == "topics" and newest and lookup.site.has_feeds:
            yield render_topic_feed(card, newest, renderer)
    target = TermLinkView(card.name, term_url(card))
    for slug in card.formerly:
        head = HeadView(renderer.words("moved_term"), robots="noindex")
        yield renderer.page(links.term_path(kind, slug), "redirect-term.html", head, target=target)


def _term(card: TermCard, newest: Sequence[ArticleSummary], renderer: Renderer) -> OutputFile:
    lookup = renderer.lookup
    kind, path = card.kind, links.term_path(card.kind, card.slug)
    months = lookup.holders(kind, card.name).by_month()
    fixed = {*card.broader, *card.narrower, *card.related}
    return renderer.page(
        path,
        "term.html",
        HeadView(
            f"{close_turns(card.name)} {renderer.words(kind)}",
            renderer.words("articles_count", n=card.count),
            renderer.absolute(path),
            alternates=feeds_of(path, card.name, renderer) if kind == "topics" and newest else (),
        ),
        kind=kind,
        name=card.name,
        offices=_offices(card.name, newest) if kind == "people" else (),
        count=card.count,
        chart=timeline(months, renderer.words),
        broader=_named(kind, card.broader, lookup),
        narrower=_named(kind, card.narrower, lookup),
        beside=_named(kind, card.related, lookup),
        related=tuple(
            RelatedView(other.name, term_url(other), count)
            for other, count in sorted(
                related_terms(kind, card.name, newest, lookup.archive), key=lambda pair: -pair[1]
            )
            if other.name not in fixed
        ),
        years=newest_by_year(newest, lookup),
        all_years=_years(card, lookup),
    )


def _offices(name: str, newest: Iterable[ArticleSummary]) -> tuple[str, ...]:
    """Return the offices that a person's ``newest`` articles say, the most frequent first."""
    said = Counter(office for article in newest for person, office in article.offices if person == name)
    return tuple(office for office, _ in said.most_common(MOST_OFFICES))


def render_term_year(
    kind_name: str, name: str, year_name: str, part_name: str, renderer: Renderer
) -> Iterator[OutputFile]:
    """Yield a part, from 1, of a term's articles of a year, oldest first."""
    lookup = renderer.lookup
    kind, year, part = kind_named(kind_name), int(year_name), int(part_name)
    card = lookup.archive.term(kind, name)
    if card is None:
        return
    holders = lookup.holders(kind, name)
    years = _years(card, lookup)
    shown = lookup.entries_of(holders.of_year(year)[part_of_year(part)])
    path = links.term_year_path(kind, card.slug, year, part)
    title = f"{close_turns(name)} {renderer.words('year', year=year)}"
    yield renderer.page(
        path,
        "term-year.html",
        HeadView(title, canonical=renderer.absolute(path)),
        kind=kind,
        name=name,
        term_url=term_url(card),
        list=view_part(year, part, shown, years, _year_path(card)),
    )


def _years(card: TermCard, lookup: Lookup) -> tuple[ListYearView, ...]:
    return years_with_pages(lookup.years(card.kind, card.name), _year_path(card))


def _year_path(card: TermCard) -> YearPath:
    return lambda year, part: links.term_year_path(card.kind, card.slug, year, part)


def _named(kind: TermKind, names: Sequence[str], lookup: Lookup) -> tuple[RelatedView, ...]:
    cards = (lookup.archive.term(kind, name) for name in names)
    found = (view_term(card) for card in cards if card)
    return tuple(RelatedView(each.name, each.url, each.count) for each in found)
