"""Gathering: the states of rows become paragraphs, blocks and display lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.segmentation.columns import CROSS, FURTHER, OUTSIDE, OUTSIDE_STATE, State, trace_columns
from generator.segmentation.datelines import opening_rows
from generator.segmentation.display import could_be_display
from generator.segmentation.measure import hanging
from generator.segmentation.pieces import Block, Display, Piece, Spacing
from generator.segmentation.rows import Row

JUSTIFIED_DOUBT = 1
"""Justified columns that differ by one em may be of one width: tightened rows leave so much in doubt."""


def find_pieces(rows: Sequence[Row]) -> tuple[Piece, ...]:
    """Part ``rows``, which no notice, furniture or credit interrupts, into blocks and display lines."""
    return _gather(rows, trace_columns(rows))


def _gather(rows: Sequence[Row], path: Sequence[State]) -> tuple[Piece, ...]:
    """Turn the states of ``rows`` into pieces."""
    pieces: list[Piece] = []
    open_block: list[tuple[Row, ...]] = []
    doubt = _width_doubt(rows, path)
    width = 0.0
    spacing = Spacing.ALL
    continues = False
    previous: State = OUTSIDE_STATE

    def close() -> None:
        if open_block:
            pieces.append(Block(tuple(open_block), width, open_block[-1][-1].credit, (), spacing, continues))
            open_block.clear()

    for paragraph, state, last in _paragraphs(rows, path):
        same = previous[0] != 0 != state[0] and abs(previous[0] - state[0]) <= doubt
        if state[2] in (OUTSIDE, CROSS):
            close()
            pieces.append(Display(paragraph[0], inside=state[2] == CROSS))
        elif _may_be_headline(paragraph, begins=not open_block and not same):
            close()
            pieces.extend(Display(row, inside=same, line=len(paragraph) == 1) for row in paragraph)
        else:
            if open_block and (previous[0] != state[0] or _hints_at_new_story(paragraph, state, previous)):
                close()
            if not open_block:
                continues, width = same, state[0]
            spacing = Spacing(last[1])
            open_block.append(paragraph)
        previous = last
    close()
    return tuple(_link(pieces, doubt))


def _may_be_headline(paragraph: Sequence[Row], *, begins: bool) -> bool:
    """Tell whether a paragraph has the form of a headline: one row, or two with no pause that begin a column."""
    if len(paragraph) == 1:
        return could_be_display(paragraph[0])
    without_pause = not any(mark in row.text for row in paragraph for mark in "，：")
    return begins and len(paragraph) == 2 and without_pause and all(map(could_be_display, paragraph))


def _width_doubt(rows: Sequence[Row], path: Sequence[State]) -> int:
    """Return by how many em the widths of columns are in doubt: none, unless rows are tightened to fit."""
    tightened = any(s[0] and row.width - hanging(row.text) > s[0] for row, s in zip(rows, path, strict=True))
    return JUSTIFIED_DOUBT if tightened else 0


def _link(pieces: Sequence[Piece], doubt: int) -> Iterator[Piece]:
    """Yield ``pieces``; a single display line between two blocks of about one width stands inside a column."""
    linked: Piece | None = None
    for index, piece in enumerate(pieces):
        around = [pieces[i] for i in (index - 1, index + 1) if 0 <= i < len(pieces)]
        blocks = [block for block in around if isinstance(block, Block)]
        inside = len(blocks) == 2 and abs(blocks[0].width - blocks[1].width) <= doubt
        if isinstance(piece, Display):
            linked = replace(piece, inside=piece.inside or inside)
        elif (
            isinstance(linked, Display)
            and linked.inside
            and index > 1
            and isinstance(pieces[index - 2], Block)
        ):
            linked = replace(piece, continues=True)
        else:
            linked = piece
        yield linked


def _paragraphs(rows: Sequence[Row], path: Sequence[State]) -> list[tuple[tuple[Row, ...], State, State]]:
    """Return the paragraphs and display lines that ``path`` makes of ``rows``, with their first and last state."""
    found: list[tuple[tuple[Row, ...], State, State]] = []
    for row, state in zip(rows, path, strict=True):
        if state[2] == FURTHER and found and found[-1][1][2] not in (OUTSIDE, CROSS):
            found[-1] = ((*found[-1][0], row), found[-1][1], state)
        else:
            found.append(((row,), state, state))
    return found


def _hints_at_new_story(paragraph: Sequence[Row], state: State, previous: State) -> bool:
    """Tell whether ``paragraph`` may begin another story of the same column width."""
    other_spacing = previous[1] != state[1] or state[1] == Spacing.NONE
    return (paragraph[0].blanks > 0 and other_spacing) or opening_rows([row.text for row in paragraph[:2]])
