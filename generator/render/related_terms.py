"""Which terms stand in the same articles as a term, weightiest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from math import lcm

from generator.model import Archive, ArticleSummary, TermCard, TermKind

MOST_RELATED = 12
_LEAST_SHARED = 2
"""Articles that two terms share by chance are often one."""
_WHOLE = lcm(*range(1, 17))
"""What one article in the first place counts for: a number that most places divide, so that sums are exact."""


def related_terms(
    kind: TermKind, name: str, newest: Sequence[ArticleSummary], archive: Archive
) -> tuple[tuple[TermCard, int], ...]:
    """Return the terms of a kind that share articles with the term ``name``, and how many, nearest first.

    ``newest`` are the term's newest articles, as many as its page lists. An article names its terms weightiest first:
    one counts as the inverse of its place there, as ranks are fused (reciprocal rank; Cormack, Clarke and Büttcher
    2009, without their constant). So what so many articles have that it stands at the end of each comes last, and
    nothing rests on how often a term is elsewhere: an article elsewhere changes no such list. A single shared
    article counts only where the term has no more.
    """
    shared: Counter[str] = Counter()
    weight: dict[str, int] = defaultdict(int)
    for article in newest:
        for place, other in enumerate(getattr(article.terms, kind), 1):
            if other != name:
                shared[other] += 1
                weight[other] += _WHOLE // place
    least = min(_LEAST_SHARED, len(newest))
    near = sorted((each for each in shared if shared[each] >= least), key=lambda each: (-weight[each], each))
    found = ((archive.term(kind, each), shared[each]) for each in near)
    return tuple(islice(((card, count) for card, count in found if card), MOST_RELATED))


def terms_beside(moved: Iterable[tuple[TermKind, str]], archive: Archive) -> set[tuple[TermKind, str]]:
    """Return the terms on whose pages one of those that have ``moved`` may be shown, since they share articles."""
    found: set[tuple[TermKind, str]] = set()
    for kind, name in moved:
        shared: Counter[str] = Counter()
        for id_ in archive.holders(kind, name).newest():
            article = archive.article(id_)
            shared.update(getattr(article.terms, kind) if article else ())
        for other, count in shared.items():
            card = archive.term(kind, other)
            if card and card.has_page and other != name and count >= min(_LEAST_SHARED, card.count):
                found.add((kind, other))
    return found
