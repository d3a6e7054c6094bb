"""Articles and notices in lists by year: the newest on one page, all of them on pages of years that close."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from math import ceil

from generator.model import ArticleSummary
from generator.render.links import to_url
from generator.render.lookup import Lookup
from generator.render.term_views import ListYearView, YearEntriesView, YearPartView
from generator.render.views import EntryView

ON_ONE_PAGE = 100
"""Articles that one page lists."""

YearPath = Callable[[int, int], str]
"""Year and part of it, from 1, to the path of a page."""


def newest_by_year(newest_first: Sequence[ArticleSummary], lookup: Lookup) -> tuple[YearEntriesView, ...]:
    """Return the articles that one page lists, under their years."""
    return tuple(
        YearEntriesView(year, tuple(map(lookup.entry, group)))
        for year, group in groupby(newest_first[:ON_ONE_PAGE], key=lambda article: article.date.year)
    )


def years_with_pages(counts: Mapping[int, int], path: YearPath) -> tuple[ListYearView, ...]:
    """Return the years of a list that needs pages for them, newest first; nothing where one page holds it.

    ``counts`` has the number of pieces of each year.
    """
    if sum(counts.values()) <= ON_ONE_PAGE:
        return ()
    return tuple(
        ListYearView(year, to_url(path(year, 1)), counts[year]) for year in sorted(counts, reverse=True)
    )


def number_of_parts(count: int) -> int:
    """Return how many pages the ``count`` pieces of a year take."""
    return ceil(count / ON_ONE_PAGE)


def part_of_year(part: int) -> slice:
    """Return which of a year's pieces, oldest first, stand on its page ``part``, from 1."""
    return slice((part - 1) * ON_ONE_PAGE, part * ON_ONE_PAGE)


def neighbours(year: int, years: Sequence[ListYearView]) -> tuple[ListYearView | None, ListYearView | None]:
    """Return the years before and after ``year`` among ``years``, which come newest first; without their counts.

    The newest year's count changes with nearly every issue, and the page before it would with it.
    """
    place = next(place for place, each in enumerate(years) if each.year == year)
    older, newer = years[place + 1 : place + 2], years[max(place - 1, 0) : place]
    return (_uncounted(older[0]) if older else None, _uncounted(newer[0]) if newer else None)


def _uncounted(year: ListYearView) -> ListYearView:
    return ListYearView(year.year, year.url, 0)


def view_part(
    year: int,
    part: int,
    shown: tuple[EntryView, ...],
    years: Sequence[ListYearView],
    path: YearPath,
) -> YearPartView:
    """Return the page ``part`` of ``year``, which lists ``shown``, oldest first.

    A page knows of no other years but those next to its own, and fills from the oldest article on: it stays as
    it is once its year is over.
    """
    last = number_of_parts(next(each.count for each in years if each.year == year))
    older, newer = neighbours(year, years)
    return YearPartView(
        year=year,
        part=part,
        entries=shown,
        previous_part=to_url(path(year, part - 1)) if part > 1 else "",
        next_part=to_url(path(year, part + 1)) if part < last else "",
        previous_year=older if part == 1 else None,
        next_year=newer if part == last else None,
    )


def place_in_list(year: int, part: int, years: Sequence[ListYearView]) -> tuple[object, ...]:
    """Return what page ``part`` of ``year`` shows of the list that it is of, beside its own articles."""
    last = number_of_parts(next(each.count for each in years if each.year == year))
    older, newer = neighbours(year, years)
    return (part < last, older if part == 1 else None, newer if part == last else None)
