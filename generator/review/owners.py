"""The articles of an issue as owners of source lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Article, Issue
from generator.review.doubts import read_doubt
from generator.review.roles import ArticleText, article_text

FURNITURE, NOBODY = -1, -2
"""Colours of what is no article."""


@dataclass(frozen=True, slots=True)
class Owner:
    """An article with the colour and the number that its lines are shown with."""

    article: Article
    key: str
    tag: str
    colour: int
    text: ArticleText
    asked: frozenset[tuple[str, int]]
    """Lines (file, number) that a doubt is about."""


def find_owners(issue: Issue) -> tuple[Owner, ...]:
    """Return the articles of ``issue`` in its order, each with the colour and number it goes by."""
    several = len({article.page_label for article in issue.articles}) > 1
    owners = []
    colour = 0
    for article in issue.articles:
        own = article.kind in ("article", "notice")
        tag = str(int(article.number))
        owners.append(
            Owner(
                article=article,
                key=f"p{article.page_label}-{article.number}",
                tag=f"{article.page_label}/{tag}" if several else tag,
                colour=colour if own else FURNITURE if article.kind == "furniture" else NOBODY,
                text=article_text(article),
                asked=frozenset(_asked(article)),
            )
        )
        colour += own
    return tuple(owners)


def _asked(article: Article) -> Iterator[tuple[str, int]]:
    if article.source:
        for doubt in article.source.doubts:
            yield article.source.file, read_doubt(doubt, "").number


Claims = Mapping[tuple[str, int], Sequence[Owner]]
"""Who claims a line, by its file and number."""


def find_claims(owners: Sequence[Owner]) -> Claims:
    """Return which of ``owners`` have each line."""
    claims: dict[tuple[str, int], list[Owner]] = {}
    for owner in owners:
        source = owner.article.source
        for file, ranges in source.by_file if source else ():
            for first, last in ranges:
                for number in range(first, last + 1):
                    claims.setdefault((file, number), []).append(owner)
    return claims
