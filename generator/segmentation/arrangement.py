"""Arrangements: what every piece of a page is taken for, and what stories follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from generator.segmentation.pieces import Block, Display, Piece


class Role(IntEnum):
    """What a piece is taken for."""

    HEAD = 0
    """A display line that begins a headline."""
    JOIN = 1
    """A display line of the same headline as the one above."""
    CROSS = 2
    """A crosshead of the block below."""
    LINE = 3
    """A paragraph of one line."""
    NEW = 4
    """A block that begins a story."""
    MORE = 5
    """A block that goes on with the story above."""
    LEDE = 6
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


def group(arrangement: Arrangement) -> Grouping | None:
    """Return what ``arrangement`` makes of the pieces of a page, or None where its roles contradict one another."""
    grouper = _Grouper()
    above: Role | None = None
    for index, role in enumerate(arrangement):
        if not grouper.add(index, role, above):
            return None
        above = role
    return None if grouper.waiting else grouper.grouping()


class _Grouper:
    """Puts pieces into headlines, bodies and ledes, one after another."""

    def __init__(self) -> None:
        self.heads: list[list[int]] = []
        self.bodies: list[list[int]] = []
        self.ledes: list[int] = []
        self.waiting: list[int] = []
        """Crossheads and lines whose block is still to come."""
        self.body_open = False

    def add(self, index: int, role: Role, above: Role | None) -> bool:
        """Take in the piece ``index``; return whether its role agrees with what stands above."""
        if role in (Role.HEAD, Role.LEDE):
            return not self.waiting and self._add_apart(index, role)
        if role is Role.JOIN:
            return above in (Role.HEAD, Role.JOIN) and self._join(index)
        if role is Role.CROSS or (role is Role.LINE and (self.waiting or not self.body_open)):
            self.waiting.append(index)
            return True
        if role is Role.NEW:
            self.bodies.append([])
            self.body_open = True
        if not self.body_open:
            return False
        self.bodies[-1].extend((*self.waiting, index))
        self.waiting = []
        return True

    def _add_apart(self, index: int, role: Role) -> bool:
        if role is Role.HEAD:
            self.heads.append([index])
        else:
            self.ledes.append(index)
        self.body_open = False
        return True

    def _join(self, index: int) -> bool:
        self.heads[-1].append(index)
        return True

    def grouping(self) -> Grouping:
        """Return what has been taken in."""
        return Grouping(tuple(map(tuple, self.heads)), tuple(map(tuple, self.bodies)), tuple(self.ledes))


def text_of(piece: Piece) -> str:
    """Return the words of ``piece``."""
    return piece.row.text if isinstance(piece, Display) else piece.text
