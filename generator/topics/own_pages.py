"""Which terms have a page of their own: a pure function of the archive, under which its pages stay as it grows.

In a small archive every term is worth a page; in a large one a term of one article is a link to that article by a
detour, and there are more of them than articles. So from ``SMALL`` articles on, a term needs two. What came in while
the archive was small keeps its pages: the articles of those days of import are its founding articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import ArticleSummary

SMALL = 1000
"""Articles of an archive in which each term has a page."""
OF_LARGE = 2


@dataclass(frozen=True, slots=True)
class PageRule:
    """Which terms have pages, in one archive."""

    least: int
    """Articles that a term needs."""
    founding: frozenset[str] = frozenset()
    """Ids of articles whose terms need no others."""

    def has_page(self, articles: Iterable[str], in_vocabulary: bool) -> bool:
        """Tell whether a term of the articles with these ids has a page; one of the vocabulary always has."""
        ids = set(articles)
        return in_vocabulary or len(ids) >= self.least or not self.founding.isdisjoint(ids)


def page_rule(articles: Iterable[ArticleSummary], least: int = 0) -> PageRule:
    """Return the rule for the archive of ``articles``; ``least`` is the archive's own setting, 0 where it has none.

    The founding articles are those of the first days of import, as long as the archive had fewer than ``SMALL``
    after the day: imports of later days cannot change them.
    """
    if least:
        return PageRule(least)
    counted = list(articles)
    if len(counted) < SMALL:
        return PageRule(1)
    by_day = Counter(article.imported for article in counted if article.imported)
    small, total = set(), 0
    for day in sorted(by_day):
        total += by_day[day]
        if total >= SMALL:
            break
        small.add(day)
    return PageRule(OF_LARGE, frozenset(article.id for article in counted if article.imported in small))
