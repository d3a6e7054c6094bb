"""Changes: the steps by which the search goes from one arrangement of a page to others."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from generator.segmentation.arrangement import ROLES, Arrangement, Role
from generator.segmentation.pieces import Block, Display, Piece

LONGEST_RUN = 3
"""So many display lines that stand together are read anew at once."""
REACH = 3
"""Two pieces are changed together when at most so far apart."""

Change = tuple[tuple[int, Role], ...]
"""Pieces, by number, and the roles that they get."""
Changes = Callable[[Sequence[Piece], Arrangement], Iterator[Change]]
"""From the pieces and an arrangement of them to small changes of it."""


def single_changes(pieces: Sequence[Piece], arrangement: Arrangement) -> Iterator[Change]:
    """Yield every change of one role."""
    for change in _other_roles(pieces, arrangement):
        yield (change,)


def _run_changes(pieces: Sequence[Piece], arrangement: Arrangement) -> Iterator[Change]:
    """Yield every other reading of the display lines that stand together, with the block below them."""
    for first, last in _runs(pieces):
        if last - first > LONGEST_RUN:
            continue
        below = (Role.NEW, Role.MORE) if last < len(pieces) else ()
        for roles in itertools.product(ROLES[Display], repeat=last - first):
            for change in itertools.product(*([role] for role in roles), *([below] if below else [])):
                yield tuple(enumerate(change, first))


def _column_changes(pieces: Sequence[Piece], arrangement: Arrangement) -> Iterator[Change]:
    """Yield for each stretch of one column the reading of it as one story, its display lines being crossheads."""
    for first, piece in enumerate(pieces):
        if not isinstance(piece, Block):
            continue
        change: list[tuple[int, Role]] = []
        for index in range(first + 1, len(pieces)):
            below = pieces[index]
            if isinstance(below, Block) and not below.continues:
                break
            line = isinstance(below, Display) and below.line
            change.append(
                (index, Role.MORE if isinstance(below, Block) else Role.LINE if line else Role.CROSS)
            )
            if isinstance(below, Block) and len(change) > 2:
                yield tuple(change)


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield where display lines stand together, and the end of each run."""
    for is_block, run in itertools.groupby(range(len(pieces)), key=lambda i: isinstance(pieces[i], Block)):
        if not is_block:
            indexes = [*run]
            yield indexes[0], indexes[-1] + 1


def _double_changes(pieces: Sequence[Piece], arrangement: Arrangement) -> Iterator[Change]:
    """Yield every change of two near roles, and of any two where a block turns lede and another replaces it."""
    for (i, one), (k, other) in itertools.combinations(_other_roles(pieces, arrangement), 2):
        replaced = Role.LEDE in (one, other) and (Role.NEW in (one, other) or arrangement[k] is Role.HEAD)
        if 0 < k - i <= REACH or (k > i and replaced):
            yield ((i, one), (k, other))


def _other_roles(pieces: Sequence[Piece], arrangement: Arrangement) -> list[tuple[int, Role]]:
    return [
        (index, role)
        for index, piece in enumerate(pieces)
        for role in ROLES[type(piece)]
        if role is not arrangement[index]
    ]


CHANGES: tuple[Changes, ...] = (single_changes, _column_changes, _run_changes, _double_changes)
"""The changes that the search tries, in this order."""
