"""Related articles of a whole archive, found all at once by ``kinship_rule``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.catalogue.kinship_rule import NEAREST, RELATED, least_score, steps, weight
from generator.model import TERM_KINDS, ArticleSummary, IssueSummary

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
