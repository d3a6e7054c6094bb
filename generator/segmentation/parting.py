"""Parting a page: its rows into pieces, notices, furniture and section markers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.gathering import find_pieces
from generator.segmentation.listing import mark_entries
from generator.segmentation.pieces import Block, Display, Piece
from generator.segmentation.reflow import join_rows
from generator.segmentation.rows import Row
from generator.segmentation.rules import recognise
from generator.segmentation.wording import is_credit


@dataclass(frozen=True, slots=True)
class PartedPage:
    """What a page fell into, each in the order of the page."""

    pieces: tuple[Piece, ...]
    notices: tuple[tuple[Row, ...], ...]
    furniture: tuple[Row, ...]
    sections: tuple[Row, ...]
    """The section markers; they are among ``furniture`` too."""


def part(rows: Sequence[Row]) -> PartedPage:
    """Part the ``rows`` of a page."""
    rows, findings = recognise(rows)
    rows = mark_entries(rows)
    pieces: list[Piece] = []
    notices: list[tuple[Row, ...]] = []
    furniture: list[Row] = []
    sections: list[Row] = []
    start = 0
    for finding in (*findings, Finding(len(rows), len(rows), Mark.TEXT)):
        pieces.extend(_running_text(rows[start : finding.first]))
        claimed = rows[finding.first : finding.last + 1]
        start = finding.last + 1
        if finding.mark is Mark.NOTICE:
            notices.append(tuple(claimed))
        elif finding.mark is Mark.CREDIT:
            _close_with(pieces, claimed)
        else:
            furniture.extend(claimed)
            if finding.mark is Mark.SECTION:
                sections.extend(claimed)
    return PartedPage(tuple(pieces), tuple(notices), tuple(furniture), tuple(sections))


def _running_text(rows: Sequence[Row]) -> list[Piece]:
    """Find the pieces of ``rows``; a glued credit closes what stands above it."""
    pieces: list[Piece] = []
    start = 0
    for index, row in enumerate(rows, 1):
        if row.credit or index == len(rows):
            pieces.extend(find_pieces(rows[start:index]))
            start = index
    return pieces


def _close_with(pieces: list[Piece], credit: Sequence[Row]) -> None:
    """Close the story at the end of ``pieces`` with the rows of a ``credit``, which may begin glued to its last."""
    last = pieces[-1] if pieces else None
    text, rows = join_rows(credit), tuple(credit)
    if isinstance(last, Block) and not last.credit:
        pieces[-1] = replace(last, credit=text, credit_rows=rows)
    elif isinstance(last, Block) and not last.credit_rows and is_credit(last.credit + text):
        pieces[-1] = replace(last, credit=last.credit + text, credit_rows=rows)
    elif isinstance(last, Display):
        # What stands above a credit is running text, be it one line.
        width = next((piece.width for piece in reversed(pieces) if isinstance(piece, Block)), last.row.width)
        goes_on = len(pieces) > 1 and isinstance(pieces[-2], Block) and not pieces[-2].credit
        pieces[-1] = Block(((last.row,),), width, credit=text, credit_rows=rows, continues=goes_on)
    else:
        # A credit with no running text above it is a story's first paragraph.
        pieces.append(Block((rows,), max(row.width for row in rows)))
