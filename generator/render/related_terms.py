"""Which terms stand in the same articles as a term, those first that are rare elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.model import TermEntry

MOST_RELATED = 12
_LEAST_SHARED = 2
"""Articles that two terms share by chance are often one."""


def related_terms(entry: TermEntry, others: Mapping[str, TermEntry]) -> tuple[tuple[TermEntry, int], ...]:
    """Return the terms of the same kind that share articles with ``entry``, and how many, nearest first.

    ``others`` holds the entries of that kind by name. Nearness is the number of shared articles over the root
    of the other's own number (Salton's cosine, but for the root of ``entry``'s, which is the same for all). That
    number counts by doublings, so that a new article elsewhere hardly ever changes this list. A single shared
    article counts only where ``entry`` has no more.
    """
    shared: Counter[str] = Counter()
    for article in entry.articles:
        shared.update(set(getattr(article.terms, entry.kind)) - {entry.name})
    least = min(_LEAST_SHARED, len(entry.articles))
    found = [(others[name], count) for name, count in shared.items() if name in others and count >= least]

    def nearness(other: TermEntry, count: int) -> float:
        doublings = len(other.articles).bit_length() - 1
        return count / 2 ** (doublings / 2)

    found.sort(key=lambda pair: (-nearness(*pair), pair[0].name))
    return tuple(found[:MOST_RELATED])
