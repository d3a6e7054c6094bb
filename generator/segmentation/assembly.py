"""Assembly: the best arrangement of a page's pieces, all decisions weighed together.

From the arrangement that the setting alone suggests, the search changes the role of one piece, or of two near
ones, as long as the judgement of the whole page gets better. Its effort is bounded, so that a very long page
ends too.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.segmentation.arrangement import ROLES, Arrangement, Role
from generator.segmentation.judgement import Judge, Judgement
from generator.segmentation.pieces import Block, Piece

REACH = 3
"""Two pieces are changed together when at most so far apart."""
EFFORT = 3_000_000
"""Bound of the search: judgements times the square of the number of pieces."""
MOST_JUDGEMENTS = 4000
STRETCH = 14.0
"""Nats by which the setting of a change may be less usual; the words never make up for more."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """The best arrangement found, and how far it is from others."""

    judge: Judge
    best: Judgement
    margins: tuple[float, ...]
    """For each piece, by how many nats the best arrangement in which it has another role is worse."""


def assemble(pieces: Sequence[Piece]) -> Assembly:
    """Return the best arrangement of ``pieces`` that the search finds."""
    judge = Judge(pieces)
    best = _start(judge, pieces)
    left = max(60, min(MOST_JUDGEMENTS, EFFORT // max(1, len(pieces) ** 2)))
    scores: dict[Arrangement, float] = {best.arrangement: best.score}
    for changes in (_single_changes, _double_changes, _single_changes):
        improved = True
        while improved and left > 0:
            untried = (a for a in changes(pieces, best.arrangement) if a not in scores)
            tried = list(itertools.islice(untried, left))
            left -= len(tried)
            judged = [judge.judge(arrangement, best.prior - STRETCH) for arrangement in tried]
            scores.update(
                (a, -math.inf if j is None else j.score) for a, j in zip(tried, judged, strict=True)
            )
            found = max((j for j in judged if j is not None), key=lambda j: j.score, default=best)
            improved = found.score > best.score + 1e-9
            best = found if improved else best
    return Assembly(judge, best, _margins(best, scores))


def _margins(best: Judgement, scores: Mapping[Arrangement, float]) -> tuple[float, ...]:
    rivals = [-math.inf] * len(best.arrangement)
    for arrangement, score in scores.items():
        for index, (role, chosen) in enumerate(zip(arrangement, best.arrangement, strict=True)):
            if role is not chosen and score > rivals[index]:
                rivals[index] = score
    return tuple(best.score - rival for rival in rivals)


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
