"""Stories: what the model holds of a page, made from its arrangement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.model import Doubt, LineRanges, Paragraph, Story
from generator.segmentation.arrangement import Role
from generator.segmentation.bylines import find_authors
from generator.segmentation.certainty import Certainty
from generator.segmentation.headline import Headline, split_headline
from generator.segmentation.judgement import Judgement
from generator.segmentation.latin import is_latin
from generator.segmentation.pieces import Block, Display, Piece
from generator.segmentation.reflow import join_rows
from generator.segmentation.rows import Row

OPENING = 12
WORDS = 8
"""Characters of a text that make a supplied title."""
FURNITURE_TITLE = "版面文字"
UNPLACED_TITLE = "未归入的文字"
NO_STORY = "part of a story that was not recognised"


@dataclass(frozen=True, slots=True)
class _Parts:
    """The pieces of one article, by index."""

    head: tuple[int, ...]
    lede: int | None
    body: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        return (*self.head, *(() if self.lede is None else (self.lede,)), *self.body)


def articles(
    pieces: Sequence[Piece],
    best: Judgement,
    certainties: Sequence[Certainty],
    section: str,
    blank: frozenset[int],
) -> list[Story]:
    """Return the articles of a page, one for each body, in the order of their first line.

    ``blank`` holds the numbers of the page's blank lines, over which ranges may run.
    """
    head_of = {body: best.grouping.heads[head] for head, body in best.head_of.items()}
    lede_of = {body: best.grouping.ledes[lede] for lede, body in best.lede_of.items()}
    stories: list[Story] = []
    for place, (body, certainty) in enumerate(zip(best.grouping.bodies, certainties, strict=True)):
        parts = _Parts(head_of.get(place, ()), lede_of.get(place), body)
        story = _article(pieces, best.arrangement, parts, blank)
        sure: dict[str, Any] = {"confidence": certainty.confidence, "doubts": certainty.doubts}
        stories.append(replace(story, section=section, **sure))
    return sorted(stories, key=lambda story: story.lines[0])


def _article(pieces: Sequence[Piece], roles: Sequence[Role], parts: _Parts, blank: frozenset[int]) -> Story:
    paragraphs = tuple(_paragraphs(pieces, roles, parts.body))
    running = [p.text for p in paragraphs if not p.crosshead]
    lede_block = pieces[parts.lede] if parts.lede is not None else None
    lede = tuple(p.text for p in _block_paragraphs(lede_block)) if isinstance(lede_block, Block) else ()
    credits_found = [piece.credit for piece in (pieces[i] for i in parts.body) if isinstance(piece, Block)]
    credit = next((credit for credit in reversed(credits_found) if credit), "")
    if parts.head:
        headline = split_headline([row for index in parts.head for row in _rows(pieces[index])])
    else:
        headline = Headline(supplied_title(running[0]))
    return Story(
        kind="article",
        lines=line_ranges((row for index in parts.all for row in _rows(pieces[index])), blank),
        paragraphs=paragraphs,
        title=headline.title,
        kicker=headline.kicker,
        subtitle=headline.subtitle,
        lede=lede,
        authors=find_authors((*lede, *running)[0], running[-1], credit),
        attribution=credit,
        title_supplied=not parts.head,
    )


def _paragraphs(pieces: Sequence[Piece], roles: Sequence[Role], body: tuple[int, ...]) -> Iterable[Paragraph]:
    closing = [index for index in body if isinstance(piece := pieces[index], Block) and piece.credit][-1:]
    for index in body:
        piece = pieces[index]
        if isinstance(piece, Display):
            yield Paragraph(piece.row.text, crosshead=roles[index] is Role.CROSS)
            continue
        # Only the last credit closes the story; one further up stays where it stands.
        yield from _block_paragraphs(piece if index not in closing else replace(piece, credit=""))


def _block_paragraphs(block: Block) -> Iterable[Paragraph]:
    for rows in block.paragraphs:
        yield Paragraph(join_rows(rows))
    if block.credit:
        yield Paragraph(block.credit)


def notice(rows: Sequence[Row], blank: frozenset[int]) -> Story:
    """Return the classified notice set in ``rows``."""
    text = join_rows(rows)
    return Story(
        kind="notice",
        lines=line_ranges(rows, blank),
        paragraphs=(Paragraph(text),),
        title=supplied_title(text),
        title_supplied=True,
    )


def leftover(kind: str, rows: Sequence[Row], blank: frozenset[int]) -> Story:
    """Return the one story of all furniture, or of all rows that found no place: each row a paragraph."""
    furniture = kind == "furniture"
    return Story(
        kind="furniture" if furniture else "unplaced",
        lines=line_ranges(rows, blank),
        paragraphs=tuple(Paragraph(f"{row.text} {row.credit}".strip()) for row in rows),
        title=FURNITURE_TITLE if furniture else UNPLACED_TITLE,
        title_supplied=True,
        confidence=1.0 if furniture else 0.0,
        doubts=() if furniture else tuple(Doubt("place", row.number, NO_STORY) for row in rows),
    )


def unplaced_rows(pieces: Sequence[Piece], best: Judgement) -> list[Row]:
    """Return the rows of headlines and ledes that no body was found for."""
    lost = [head for place, head in enumerate(best.grouping.heads) if place not in best.head_of]
    lost += [(lede,) for place, lede in enumerate(best.grouping.ledes) if place not in best.lede_of]
    return [row for indexes in sorted(lost) for index in indexes for row in _rows(pieces[index])]


def supplied_title(text: str) -> str:
    """Return the first words of ``text`` for a title, with an ellipsis where they are not all."""
    if is_latin(text):
        words = text.split()
        return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
    head = text.split("，", maxsplit=1)[0]
    head = head if 4 <= len(head) <= OPENING * 2 else text[:OPENING]
    return head if len(head) == len(text) else f"{head}……"


def line_ranges(rows: Iterable[Row], blank: frozenset[int]) -> LineRanges:
    """Return the source lines of ``rows`` as ranges that run over blank lines, but over no other line."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(row.number for row in rows):
        if ranges and all(between in blank for between in range(ranges[-1][1] + 1, number)):
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return tuple(ranges)


def _rows(piece: Piece) -> tuple[Row, ...]:
    return (piece.row,) if isinstance(piece, Display) else piece.rows
