"""Assembly: the best arrangement of a page's pieces, all decisions weighed together.

From the arrangement that the setting alone suggests, the search changes the role of one piece, or of two near
ones, as long as the judgement of the whole page gets better. Its effort is bounded, so that a very long page
ends too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from generator.segmentation.arrangement import ROLES, Arrangement, Role
from generator.segmentation.judgement import Judge, Judgement
from generator.segmentation.pieces import Block, Piece

REACH = 3
"""Two pieces are changed together when at most so far apart."""
EFFORT = 3_000_000
"""Bound of the search: judgements times the cube of the page's pieces over a thousand."""


def assemble(pieces: Sequence[Piece]) -> tuple[Judge, Judgement]:
    """Return the best judgement found for ``pieces``, and the judge, who can compare others with it."""
    judge = Judge(pieces)
    best = _start(judge, pieces)
    left = max(60, min(4000, EFFORT // max(1, len(pieces) ** 2)))
    seen: set[Arrangement] = {best.arrangement}
    for changes in (_single_changes, _double_changes, _single_changes):
        improved = True
        while improved and left > 0:
            untried = (a for a in changes(pieces, best.arrangement) if a not in seen)
            tried = list(itertools.islice(untried, left))
            seen.update(tried)
            left -= len(tried)
            judged = [j for j in map(judge.judge, tried) if j is not None]
            found = max(judged, key=lambda j: j.score, default=best)
            improved = found.score > best.score + 1e-9
            best = found if improved else best
    return judge, best


def _start(judge: Judge, pieces: Sequence[Piece]) -> Judgement:
    """Return the judgement of what the setting suggests, or where that contradicts itself of the plainest."""
    for arrangement in (first_arrangement(pieces), _plainest(pieces)):
        judged = judge.judge(arrangement)
        if judged is not None:
            return judged
    raise AssertionError("headlines and stories on their own never contradict one another")


def first_arrangement(pieces: Sequence[Piece]) -> Arrangement:
    """Return the arrangement that the setting alone suggests."""
    roles: list[Role] = []
    for index, piece in enumerate(pieces):
        above = roles[-1] if roles else None
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        if isinstance(piece, Block):
            goes_on = piece.continues and above in (Role.NEW, Role.MORE, Role.CROSS, Role.LINE)
            roles.append(Role.MORE if goes_on else Role.NEW)
        elif piece.line:
            roles.append(Role.LINE)
        elif piece.inside and above in (Role.NEW, Role.MORE, Role.LINE) and isinstance(below, Block):
            roles.append(Role.CROSS)
        elif piece.row.blanks == 0 and above in (Role.HEAD, Role.JOIN):
            roles.append(Role.JOIN)
        else:
            roles.append(Role.HEAD)
    return tuple(roles)


def _plainest(pieces: Sequence[Piece]) -> Arrangement:
    """Return the arrangement in which every display line is a headline and every block a story."""
    return tuple(Role.NEW if isinstance(piece, Block) else Role.HEAD for piece in pieces)


def _single_changes(pieces: Sequence[Piece], arrangement: Arrangement) -> Iterator[Arrangement]:
    """Yield the arrangements that differ from ``arrangement`` in the role of one piece."""
    for index, role in _other_roles(pieces, arrangement):
        yield (*arrangement[:index], role, *arrangement[index + 1 :])


def _double_changes(pieces: Sequence[Piece], arrangement: Arrangement) -> Iterator[Arrangement]:
    """Yield those that differ in the roles of two pieces near one another, or of any two if a lede comes of it."""
    for (i, one), (k, other) in itertools.combinations(_other_roles(pieces, arrangement), 2):
        if 0 < k - i <= REACH or (k > i and Role.LEDE in (one, other)):
            yield (*arrangement[:i], one, *arrangement[i + 1 : k], other, *arrangement[k + 1 :])


def _other_roles(pieces: Sequence[Piece], arrangement: Arrangement) -> list[tuple[int, Role]]:
    return [
        (index, role)
        for index, piece in enumerate(pieces)
        for role in ROLES[type(piece)]
        if role is not arrangement[index]
    ]
