"""Articles and notices in lists by year."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.model import ArticleSummary
from generator.render.lookup import Lookup
from generator.render.term_views import YearEntriesView


def by_year(newest_first: Iterable[ArticleSummary], lookup: Lookup) -> tuple[YearEntriesView, ...]:
    """Return ``newest_first`` under its years."""
    return tuple(
        YearEntriesView(year, tuple(map(lookup.entry, group)))
        for year, group in groupby(newest_first, key=lambda article: article.date.year)
    )
