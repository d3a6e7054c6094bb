"""Seams: where two stories may meet inside what looks like one block.

Two stories set in columns of one width, one below the other, leave no mark that the setting shows. Each block is
parted where its words change most, so that the assembly may take the parts for two stories; it does so only if
a headline is left that has no other story.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.segmentation.likeness import PageWords, cohesion, merged, vocabulary
from generator.segmentation.pieces import Block, Piece
from generator.segmentation.rows import Row

WEAKEST = -0.4
"""A block is parted where the cohesion is lower than this, in nats to the root of the number of terms."""
SHORTEST = 25
"""Words that each part must have, for fewer tell nothing."""


def part_at_seams(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return ``pieces`` with every block parted at its weakest seam, if it has one."""
    words = PageWords(piece.text for piece in pieces if isinstance(piece, Block))
    parted: list[Piece] = []
    for piece in pieces:
        seam = _weakest(piece, words) if isinstance(piece, Block) else 0
        if isinstance(piece, Block) and seam:
            above, below = piece.paragraphs[:seam], piece.paragraphs[seam:]
            parted.append(replace(piece, paragraphs=above, credit="", credit_row=None))
            parted.append(replace(piece, paragraphs=below, continues=True, seam=True))
        else:
            parted.append(piece)
    return tuple(parted)


def _weakest(block: Block, words: PageWords) -> int:
    """Return how many paragraphs stand above the weakest seam of ``block``, or 0."""
    known = [vocabulary(_text(rows)) for rows in block.paragraphs]
    weakest, place = WEAKEST, 0
    for seam in range(1, len(known)):
        above, below = merged(known[:seam]), merged(known[seam:])
        if min(above.length, below.length) < SHORTEST:
            continue
        less, more = (above, below) if len(above.weights) < len(below.weights) else (below, above)
        strength = cohesion(words, less, more, shared_texts=1)
        if strength < weakest:
            weakest, place = strength, seam
    return place


def _text(rows: Sequence[Row]) -> str:
    return "".join(row.text for row in rows)
