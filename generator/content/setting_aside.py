"""Source lines whose text a person took away are not lost: a withdrawn piece of their page keeps them."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.content.anchoring import anchored
from generator.content.claims import Versions
from generator.content.markdown import escape_markdown
from generator.content.passages import LineKey, letters, recast
from generator.content.settling import Settled
from generator.content.units import Unit
from generator.model import WITHDRAWN, Article


@dataclass(frozen=True, slots=True)
class LostLine:
    """A source line whose text is in no article."""

    line: LineKey
    page: str
    """``<publication>/<issue>/p<page>``."""
    texts: tuple[str, ...]
    """What was made of it, as Markdown."""


def find_lost(
    lost: Mapping[LineKey, str],
    units: Sequence[Unit],
    settled: Sequence[Settled],
    versions: Versions,
    lines: Mapping[str, Sequence[str]],
) -> tuple[LostLine, ...]:
    """Return the lines ``lost``, given with the articles they were of, with their texts."""
    homes = {
        line: (recast(passage.text, passage.role, "body"),)
        for unit, each in zip(units, settled, strict=True)
        if not each.pieces
        for passage in (*(passage for _, passage in unit.theirs), *unit.base)
        for line in passage.lines
    }
    read: dict[str, tuple[str, ...]] = {}
    for origin in set(lost.values()):
        passages = anchored(versions.base.get(origin) or versions.theirs[origin], lines)
        # A line of JSON Lines is no text to read; its article is.
        if not any(passage.lines for passage in passages):
            read[origin] = tuple(recast(passage.text, passage.role, "body") for passage in passages)
    return tuple(
        LostLine(
            line,
            origin.rpartition("/")[0],
            homes.get(line) or read.get(origin) or (escape_markdown(lines[line[0]][line[1] - 1]),),
        )
        for line, origin in lost.items()
    )


def set_aside(
    articles: Mapping[str, Article],
    lost: Sequence[LostLine],
    own: Iterable[Article],
    fresh: Callable[[str], str],
) -> tuple[dict[str, Article], dict[LineKey, str]]:
    """Return ``articles`` with a withdrawn piece on each page that has ``lost`` lines, and its id for each line.

    A piece that an earlier import made so, among a person's ``own`` files, takes them; ``fresh`` gives an id on the
    page of an id.
    """
    known = {
        article.id.rpartition("/")[0]: article.id
        for article in own
        if article.id in articles and (article.kind, article.status) == ("unplaced", WITHDRAWN)
    }
    texts: dict[str, list[str]] = defaultdict(list)
    for each in lost:
        texts[each.page] += each.texts
    result = dict(articles)
    for page, found in texts.items():
        if page not in known:
            known[page] = fresh(f"{page}/0")
            title = f"{letters(found[0])[:12]}……"
            result[known[page]] = Article(
                known[page], "unplaced", title, "", title_supplied=True, status=WITHDRAWN
            )
        piece = result[known[page]]
        there = piece.body.split("\n\n") if piece.body else []
        body = "\n\n".join(dict.fromkeys([*there, *found]))
        result[piece.id] = dataclasses.replace(piece, body=body)
    return result, {each.line: known[each.page] for each in lost}
