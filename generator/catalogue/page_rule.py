"""Which terms have a page of their own, told from how many articles were imported on each day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.topics import own_pages


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
    if sum(days.values()) < own_pages.SMALL:
        return PageRule(1)
    founding, total = [], 0
    for day in sorted(filter(None, days)):
        total += days[day]
        if total >= own_pages.SMALL:
            break
        founding.append(day)
    return PageRule(own_pages.OF_LARGE, tuple(founding))
