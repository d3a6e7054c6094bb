"""Arrangements: what every piece of a page is taken for, and what stories follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from generator.segmentation.pieces import Block, Display, Piece


class Role(Enum):
    """What a piece is taken for."""

    HEAD = "head"
    """A display line that begins a headline."""
    JOIN = "join"
    """A display line of the same headline as the one above."""
    CROSS = "cross"
    """A crosshead of the block below."""
    LINE = "line"
    """A paragraph of one line."""
    NEW = "new"
    """A block that begins a story."""
    MORE = "more"
    """A block that goes on with the story above."""
    LEDE = "lede"
    """A block that is the lede of another story."""


Arrangement = tuple[Role, ...]
"""The role of each piece of a page."""

ROLES: dict[type[Piece], tuple[Role, ...]] = {
    Display: (Role.HEAD, Role.JOIN, Role.CROSS, Role.LINE),
    Block: (Role.NEW, Role.MORE, Role.LEDE),
}


@dataclass(frozen=True, slots=True)
class Grouping:
    """The parts of a page under an arrangement; numbers are indexes of pieces."""

    heads: tuple[tuple[int, ...], ...]
    bodies: tuple[tuple[int, ...], ...]
    """Blocks with the crossheads and single lines that belong to them."""
    ledes: tuple[int, ...]


def group(pieces: Sequence[Piece], arrangement: Arrangement) -> Grouping | None:
    """Return what ``arrangement`` makes of ``pieces``, or None where its roles contradict one another."""
    heads: list[list[int]] = []
    bodies: list[list[int]] = []
    ledes: list[int] = []
    waiting: list[int] = []
    above: Role | None = None
    open_body = False
    for index, role in enumerate(arrangement):
        if role is Role.HEAD:
            if waiting:
                return None
            heads.append([index])
            open_body = False
        elif role is Role.JOIN:
            if above not in (Role.HEAD, Role.JOIN):
                return None
            heads[-1].append(index)
        elif role is Role.CROSS:
            waiting.append(index)
        elif role is Role.LINE:
            if open_body and not waiting:
                bodies[-1].append(index)
            else:
                waiting.append(index)
        elif role is Role.MORE:
            if not open_body:
                return None
            bodies[-1].extend((*waiting, index))
            waiting = []
        elif role is Role.NEW:
            bodies.append([*waiting, index])
            waiting = []
            open_body = True
        else:
            if waiting:
                return None
            ledes.append(index)
            open_body = False
        above = role
    if waiting:
        return None
    return Grouping(tuple(map(tuple, heads)), tuple(map(tuple, bodies)), tuple(ledes))


def text_of(piece: Piece) -> str:
    """Return the words of ``piece``."""
    return piece.row.text if isinstance(piece, Display) else piece.text
