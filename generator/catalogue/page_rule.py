"""Which terms have a page of their own, told from how many articles were imported on each day.

In a small archive every term is worth a page; in a large one a term of one article is a link to that article by a
detour, and there are more of them than articles. So from ``SMALL`` articles on, a term needs two. What came in while
the archive was small keeps its pages, so that none vanishes as it grows: the articles of those days of import are its
founding articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SMALL = 1000
"""Articles of an archive in which each term has a page."""
_OF_LARGE = 2
"""Articles that a term of a larger one needs for a page."""


@dataclass(frozen=True, slots=True)
class PageRule:
    """Which terms have pages, in one archive."""

    least: int
    """Articles that a term needs."""
    founding: tuple[int, ...] = ()
    """Days of import, as ordinals, whose articles' terms need no others."""


def page_rule(days: Mapping[int, int], least: int = 0) -> PageRule:
    """Return the rule for an archive whose articles were imported on ``days``: how many on each, by ordinal.

    Under 0 stand those whose day is not known. ``least`` is the archive's own setting, 0 where it has none.
    """
    if least:
        return PageRule(least)
    if sum(days.values()) < SMALL:
        return PageRule(1)
    founding, total = [], 0
    for day in sorted(filter(None, days)):
        total += days[day]
        if total >= SMALL:
            break
        founding.append(day)
    return PageRule(_OF_LARGE, tuple(founding))
