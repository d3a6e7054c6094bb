"""Priors: how usual it is that newspapers set a piece so, whatever its words, in nats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.segmentation.arrangement import Arrangement, Role
from generator.segmentation.datelines import opens_story
from generator.segmentation.pieces import Block, Display, Piece
from generator.segmentation.rows import finished

LONGEST_LEDE = 16
"""Rows."""


SEAM_KEPT = 1.5
"""A block parted at its weakest seam, and joined again: the cohesion there is the lowest of several."""


def prior(pieces: Sequence[Piece], arrangement: Arrangement) -> float:
    """Return the sum of the priors of all roles of ``arrangement``."""
    total = 0.0
    for index, (piece, role) in enumerate(zip(pieces, arrangement, strict=True)):
        above = pieces[index - 1] if index else None
        above_role = arrangement[index - 1] if index else None
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        if isinstance(piece, Display):
            total += _of_display(piece, role, above, above_role, below)
        else:
            total += _of_block(piece, role, above, below)
    return total


def _of_display(piece: Display, role: Role, above: Piece | None, above_role: Role | None, below: Piece | None) -> float:
    solid_below_headline = piece.row.blanks == 0 and above_role in (Role.HEAD, Role.JOIN)
    if piece.line and role is not Role.LINE:
        sentence = -3.0 if piece.row.text[-1:] in "！!…" else 0.0
        return sentence - 3.0 + _of_display(replace(piece, line=False, inside=False), role, above, above_role, below)
    if role is Role.HEAD:
        return (-4.0 if piece.inside else 0.0) - (6.0 if solid_below_headline else 0.0)
    if role is Role.JOIN:
        return 0.0 if piece.row.blanks == 0 else -4.0
    if role is Role.CROSS:
        price = 0.0 if piece.inside else -3.5
        if solid_below_headline:
            price -= 8.0
        if isinstance(above, Block) and above.credit:
            price -= 2.0
        return price - (4.0 if above_role is Role.CROSS else 0.0)
    if piece.line:
        return 0.0
    return -1.0 if piece.row.text[-1:] in "！？!?…）)" else -4.5


def _of_block(piece: Block, role: Role, above: Piece | None, below: Piece | None) -> float:
    if role is Role.LEDE:
        if len(piece.rows) > LONGEST_LEDE or len(piece.paragraphs) > 3 or piece.credit:
            return -20.0
        price = -1.5 - 2.0 * (len(piece.paragraphs) - 1) - (8.0 if len(piece.rows) == 1 else 0.0)
        set_apart = not piece.continues and not _goes_on(below)
        return price - (0.0 if set_apart else 6.0)
    opening = opens_story(piece.paragraphs[0][0].text)
    if role is Role.NEW:
        if not piece.continues:
            return 0.0
        return 1.5 if opening else -8.0 if piece.seam else -3.0
    if piece.seam:
        return SEAM_KEPT
    price = 0.0 if piece.continues else -5.0
    if isinstance(above, Block):
        if above.credit:
            price -= 8.0
        if not finished(above.paragraphs[-1][-1].text) and not above.credit:
            price += 4.0
    if opening:
        price -= 3.0
    return price


def _goes_on(below: Piece | None) -> bool:
    """Tell whether the column goes on with the piece ``below``."""
    if isinstance(below, Display):
        return below.inside
    return below is not None and below.continues
