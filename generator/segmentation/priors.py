"""Priors: how usual it is that newspapers set a piece so, whatever its words, in nats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.segmentation.arrangement import Arrangement, Role
from generator.segmentation.datelines import opens_story
from generator.segmentation.pieces import Block, Display, Piece, Spacing
from generator.segmentation.rows import finished

LONGEST_LEDE = 16
"""Rows."""


WIDEST_BODY = 27.0
"""Em: bodies are 13 to 26 em wide, ledes 15 to 36."""
TOO_WIDE = 0.4
"""Price of a body for each em that it is wider."""
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
        return _as_headline(piece, above, below) - (6.0 if solid_below_headline else 0.0)
    if role is Role.JOIN:
        return 0.0 if piece.row.blanks == 0 else -4.0 if above_role is Role.HEAD else -8.0
    if role is Role.CROSS:
        price = _as_crosshead(piece, above, below) if piece.inside else -3.5
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
        set_apart = not (piece.continues and not piece.seam and _same_width(above, piece)) and not _goes_on(piece, below)
        return price - (0.0 if set_apart else 6.0)
    opening = opens_story(piece.paragraphs[0][0].text)
    if role is Role.NEW:
        if not piece.continues:
            return -TOO_WIDE * max(0.0, piece.width - WIDEST_BODY)
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


def _goes_on(block: Block, below: Piece | None) -> bool:
    """Tell whether the column of ``block`` goes on with the piece ``below``."""
    if isinstance(below, Display):
        return below.inside
    return below is not None and below.continues and not below.seam and _same_width(block, below)


def _same_width(one: Piece | None, other: Piece | None) -> bool:
    return not (isinstance(one, Block) and isinstance(other, Block)) or one.width == other.width


def _as_headline(piece: Display, above: Piece | None, below: Piece | None) -> float:
    """Return the prior of a display line being a headline although text of one width stands around it."""
    if not piece.inside:
        return 0.0
    if _spacing(above) is Spacing.NONE and piece.row.blanks == 0:
        return -6.0
    return -2.0 if _spacing_differs(piece, above, below) else -4.0


def _as_crosshead(piece: Display, above: Piece | None, below: Piece | None) -> float:
    return -4.0 if _spacing_differs(piece, above, below) else 0.0


def _spacing_differs(piece: Display, above: Piece | None, below: Piece | None) -> bool:
    """Tell whether a display line is set off otherwise than the paragraphs around it, or these from one another."""
    if _spacing(above) is Spacing.NONE and piece.row.blanks > 0:
        return True
    return _spacing(above) is not _spacing(below) and None not in (_spacing(above), _spacing(below))


def _spacing(piece: Piece | None) -> Spacing | None:
    return piece.spacing if isinstance(piece, Block) else None
