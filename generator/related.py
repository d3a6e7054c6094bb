"""Which articles are on the same matter: those that share rare topics and names.

A term weighs ``b(n) + 1 - b(d)``, squared, where ``n`` counts the archive's articles, ``d`` those that have the term,
and ``b`` is the length of a number in bits: the inverse document frequency in whole steps of two (as in the dot
product of two tf-idf vectors, each of which holds it once). An issue more seldom moves a count past a power of two,
and so seldom changes what older pages show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.model import TERM_KINDS, ArticleSummary, IssueSummary

RELATED = 5
"""Articles that an article's page leads to."""
NEAREST = 8
"""For each term of an article, how many articles before it and after it are looked at: work stays in proportion."""

_LEAST = 3
"""Bits of the count of articles below which an archive is too small to tell what is rare."""

_Term = tuple[str, str]


def find_related(issues: Iterable[IssueSummary]) -> Mapping[str, tuple[ArticleSummary, ...]]:
    """Return, by id, the articles most related to each article, the most related first; none for many.

    ``issues`` come oldest first. Only articles count, and none that was withdrawn. One shared term is enough only
    where no more than about the square root of all articles have it. Of equals, the nearer in time comes first.
    """
    articles = [a for issue in issues for a in issue.articles if a.kind == "article" and not a.status]
    days = [article.date.toordinal() for article in articles]
    holders: dict[_Term, list[int]] = defaultdict(list)
    for index, article in enumerate(articles):
        for term in _terms(article):
            holders[term].append(index)
    size = steps(len(articles))
    enough = least_score(size)
    weights = {term: weight(term[0], len(found), size) for term, found in holders.items()}
    related: dict[str, tuple[ArticleSummary, ...]] = {}
    passed: dict[_Term, int] = defaultdict(int)
    for index, article in enumerate(articles):
        scores: dict[int, int] = defaultdict(int)
        for term in _terms(article):
            place = passed[term]
            passed[term] += 1
            worth = weights[term]
            for other in holders[term][max(place - NEAREST, 0) : place + NEAREST + 1] if worth else ():
                scores[other] += worth
        scores.pop(index, None)
        day = days[index]
        near = [(-score, abs(day - days[other]), other) for other, score in scores.items() if score > enough]
        if near:
            related[article.id] = tuple(articles[other] for _, _, other in sorted(near)[:RELATED])
    return MappingProxyType(related)


def _terms(article: ArticleSummary) -> Iterable[_Term]:
    return ((kind, name) for kind in TERM_KINDS for name in getattr(article.terms, kind))


def steps(articles: int) -> int:
    """Return in how many steps of two the rarity of a term is told, in an archive of so many ``articles``."""
    return max(articles.bit_length(), _LEAST)


def least_score(size: int) -> int:
    """Return the score that articles must surpass to be related, in an archive of ``size`` steps."""
    return size * size // 4  # a rarity of half the steps there are


def weight(kind: str, count: int, size: int) -> int:
    """Return what a term that ``count`` articles have says of their kinship, in an archive of ``size`` steps."""
    rarity = size + 1 - count.bit_length()
    if rarity <= size // 4:  # what so many have in common says nothing, and is left out to save the work
        return 0
    # Much happens in one place: it says half as much as a topic, a person or an organisation.
    return rarity * rarity // (2 if kind == "places" else 1)
