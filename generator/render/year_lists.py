"""Articles and notices in lists by year: the newest on one page, all of them on pages of years that close."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.model import ArticleSummary
from generator.render.links import to_url
from generator.render.lookup import Lookup
from generator.render.term_views import ListYearView, YearEntriesView, YearPartView

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


def years_with_pages(newest_first: Sequence[ArticleSummary], path: YearPath) -> tuple[ListYearView, ...]:
    """Return the years of a list that needs pages for them, newest first; nothing where one page holds it."""
    if len(newest_first) <= ON_ONE_PAGE:
        return ()
    return tuple(
        ListYearView(year, to_url(path(year, 1)), sum(1 for _ in group))
        for year, group in groupby(newest_first, key=lambda article: article.date.year)
    )


def year_parts(
    newest_first: Sequence[ArticleSummary], years: Sequence[ListYearView], path: YearPath, lookup: Lookup
) -> Iterator[YearPartView]:
    """Yield the pages of ``years``: each year's articles, oldest first, ON_ONE_PAGE of them on a page.

    A page knows of no other years but those next to its own, and fills from the oldest article on: it stays as
    it is once its year is over.
    """
    of_year = {year: list(group) for year, group in groupby(newest_first, key=lambda each: each.date.year)}
    neighbours = zip([*years[1:], None], years, [None, *years[:-1]], strict=False)
    for older, year, newer in neighbours:
        oldest_first = of_year[year.year][::-1]
        last = (len(oldest_first) - 1) // ON_ONE_PAGE + 1
        for part in range(1, last + 1):
            shown = oldest_first[(part - 1) * ON_ONE_PAGE : part * ON_ONE_PAGE]
            yield YearPartView(
                year=year.year,
                part=part,
                entries=tuple(map(lookup.entry, shown)),
                previous_part=to_url(path(year.year, part - 1)) if part > 1 else "",
                next_part=to_url(path(year.year, part + 1)) if part < last else "",
                previous_year=older if part == 1 else None,
                next_year=newer if part == last else None,
            )
