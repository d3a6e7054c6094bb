"""Pieces in their places -> articles; the fields beside the text are merged one by one."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from generator.content.passages import SCALARS, passages_of, recast
from generator.content.settling import Piece, Settled
from generator.content.units import Unit
from generator.model import TERM_KINDS, Article, Terms

_FIELDS = (
    "kind", "section", "authors", "continues_on", "continued_from",
    "order", "modified", "rights", "status", "url", "extra",
)  # fmt: skip


def fields_of(article: Article) -> dict[str, Any]:
    """Return what an article says beside its passages, lines and earlier ids; a supplied title is among it."""
    values = {name: getattr(article, name) for name in _FIELDS}
    values |= {name: getattr(article.terms, name) for name in TERM_KINDS}
    return values | {"title": article.title if article.title_supplied else ""}


def merge_fields(base: Article | None, mine: Article, theirs: Article) -> tuple[Article, tuple[str, ...]]:
    """Return ``mine`` with the fields that the program alone has changed, and the names of those that both have.

    Without ``base`` a field that the person left empty takes what the program has.
    """
    empty = Article(id=mine.id, kind="article", title="", body="")
    before, ours, new = (fields_of(article) for article in (base or empty, mine, theirs))
    taken = {name: new[name] if ours[name] == before[name] else ours[name] for name in ours}
    differing = tuple(name for name in ours if ours[name] != before[name] != new[name] != ours[name] and base)
    terms = Terms(**{name: taken.pop(name) for name in TERM_KINDS})
    title = taken.pop("title")
    return dataclasses.replace(mine, **taken, terms=terms, title=title, title_supplied=bool(title)), differing


def compose(
    fields: Mapping[str, Article], units: Sequence[Unit], settled: Sequence[Settled]
) -> dict[str, Article]:
    """Return the articles of ``fields`` with the passages that the merge puts into them."""
    places: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    unit_of, order = {}, defaultdict(list)
    for unit, each in zip(units, settled, strict=True):
        for piece in each.pieces:
            places[piece.article, piece.role].append(piece)
        for number, passage in unit.mine:
            unit_of[number] = each
            order[passage.place].append(number)
    return {
        article_id: _filled(
            article,
            {
                role: _in_order(places[article_id, role], sorted(order[article_id, role]), unit_of)
                for role in (*SCALARS, "lede", "body")
            },
        )
        for article_id, article in fields.items()
    }


def settle_alone(article: Article) -> Article:
    """Return ``article`` with its own passages and no others put into it: what a merge makes of a new one."""
    roles: dict[str, list[Piece]] = {role: [] for role in (*SCALARS, "lede", "body")}
    for order, passage in enumerate(passages_of(article)):
        roles[passage.role].append(Piece(article.id, passage.role, passage.text, "theirs", order))
    return _filled(article, roles)


def _in_order(pieces: list[Piece], mine: list[int], unit_of: Mapping[int, Settled]) -> list[Piece]:
    """Return the pieces of one place: in the program's order, each of the person's behind what it follows there."""
    ordered = sorted((piece for piece in pieces if piece.by == "theirs"), key=lambda piece: piece.order)
    theirs = {id(piece): piece for piece in ordered}
    own = defaultdict(list)
    for piece in pieces:
        if piece.by == "mine":
            own[piece.order].append(piece)
    at = 0
    for number in mine:
        if number in own:
            ordered[at:at] = own[number]
            at += len(own[number])
        else:
            passed = [n for n, p in enumerate(ordered) if id(p) in theirs and p in unit_of[number].pieces]
            at = passed[-1] + 1 if passed else at
    return ordered


def _filled(article: Article, roles: Mapping[str, list[Piece]]) -> Article:
    # A second headline comes with text new to all versions; it has no place but the body, behind a person's own.
    texts = {
        role: [p.text for p in (sorted(pieces, key=lambda p: p.by != "mine") if role in SCALARS else pieces)]
        for role, pieces in roles.items()
    }
    for role in SCALARS:
        texts["body"][:0] = [recast(text, role, "body") for text in texts[role][1:]]
    title = (texts["title"] or [""])[0]
    return dataclasses.replace(
        article,
        title=title or (article.title if article.title_supplied else ""),
        title_supplied=article.title_supplied and not title,
        kicker=(texts["kicker"] or [""])[0],
        subtitle=(texts["subtitle"] or [""])[0],
        attribution=(texts["attribution"] or [""])[0],
        lede=tuple(texts["lede"]),
        body="\n\n".join(texts["body"]),
    )
