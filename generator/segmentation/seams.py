"""Seams: where two stories may meet inside what looks like one block.

Two stories set in columns of one width, one below the other, leave no mark that the setting shows. Each block is
parted where its words change most, and where a paragraph says again, as a story's lead does, what a headline of
the page says, so that the assembly may take the parts for two stories; it does so only if a headline is left that
has no other story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.segmentation.likeness import (
    HEADLINE_REPEATS,
    PageWords,
    Vocabulary,
    cohesion,
    merged,
    vocabulary,
)
from generator.segmentation.pieces import Block, Display, Piece
from generator.segmentation.rows import Row

WEAKEST = -0.4
"""A block is parted where the cohesion is lower than this, in nats to the root of the number of terms."""
SHORTEST = 25
"""Words that each part must have, for fewer tell nothing."""
MOST_SEAMS = 3
"""A block is parted at its weakest seams so many times at most."""
WIDEST = 27.0
"""Em: a wider column is a lede, which is of one story."""
LEAD = 110
"""Characters of a paragraph in which a lead would say the headline again."""
SAID_AGAIN = 7.0
"""A headline's likeness to a paragraph, in nats, above which a story may begin there."""


def part_at_seams(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return ``pieces`` with the blocks parted at their weakest seams and at the leads of headlines."""
    words = PageWords(piece.text for piece in pieces if isinstance(piece, Block))
    leads = _leads(pieces, words)
    parted: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Block) and piece.width <= WIDEST:
            known = [vocabulary(_text(rows)) for rows in piece.paragraphs]
            inner = {k for k, rows in enumerate(piece.paragraphs) if k and rows[0].number in leads}
            # No story begins with an entry of a list.
            proposed = inner | set(_weakest_seams(known, words))
            seams = sorted(k for k in proposed if not piece.paragraphs[k][0].entry)
            parted.extend(_parts(piece, seams) if seams else [piece])
        else:
            parted.append(piece)
    return tuple(parted)


def _parts(block: Block, seams: Sequence[int]) -> Iterator[Block]:
    """Yield the parts of ``block`` between ``seams``, which count the paragraphs above them."""
    for first, last in zip((0, *seams), (*seams, len(block.paragraphs)), strict=True):
        part = replace(block, paragraphs=block.paragraphs[first:last])
        if first:
            part = replace(part, continues=True, seam=True)
        yield part if last == len(block.paragraphs) else replace(part, credit="", credit_rows=())


def _weakest_seams(known: Sequence[Vocabulary], words: PageWords) -> Iterator[int]:
    """Yield the weakest seams between paragraphs of the words ``known``, at most ``MOST_SEAMS``."""
    spans = [(0, len(known))]
    for _ in range(MOST_SEAMS):
        found = [(*_weakest(known[first:last], words), first, last) for first, last in spans]
        strength, seam, first, last = min(found, default=(0.0, 0, 0, 0))
        if strength >= WEAKEST:
            return
        yield first + seam
        spans.remove((first, last))
        spans += [(first, first + seam), (first + seam, last)]


def _weakest(known: Sequence[Vocabulary], words: PageWords) -> tuple[float, int]:
    """Return the least cohesion across a seam, and how many paragraphs stand above that."""
    weakest, place = 0.0, 0
    for seam in range(1, len(known)):
        above, below = merged(known[:seam]), merged(known[seam:])
        if min(above.length, below.length) < SHORTEST:
            continue
        less, more = (above, below) if len(above.weights) < len(below.weights) else (below, above)
        weakest, place = min((weakest, place), (cohesion(words, less, more, shared_texts=1), seam))
    return weakest, place


def _leads(pieces: Sequence[Piece], words: PageWords) -> set[int]:
    """Return the numbers of the first rows of those paragraphs that say a headline of the page again best."""
    paragraphs = [rows for piece in pieces if isinstance(piece, Block) for rows in piece.paragraphs]
    openings = [(rows[0].number, vocabulary(_text(rows)[:LEAD])) for rows in paragraphs]
    found: set[int] = set()
    for piece in pieces:
        if isinstance(piece, Display) and not piece.inside:
            headline = vocabulary(piece.row.text)
            likeness = [(words.likeness(headline, text, 1, HEADLINE_REPEATS), n) for n, text in openings]
            best, number = max(likeness, default=(0.0, 0))
            if best > SAID_AGAIN:
                found.add(number)
    return found


def _text(rows: Sequence[Row]) -> str:
    return "".join(row.text for row in rows)
