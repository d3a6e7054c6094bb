"""Assembly: the best arrangement of a page's pieces, all decisions weighed together.

From the arrangement that the setting alone suggests, the search makes the changes of ``changes.py`` as long as the
judgement of the whole page gets better. Its effort is bounded, so that a very long page
ends too.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.segmentation.arrangement import Arrangement, Role
from generator.segmentation.changes import CHANGES, Change, Changes, single_changes
from generator.segmentation.judgement import Judge, Judgement
from generator.segmentation.pieces import Block, Piece

EFFORT = 3_000_000
"""Bound of the search: judgements times the square of the number of pieces."""
MOST_JUDGEMENTS = 4000
STRETCH = 13.0
"""Nats by which the setting of a change may be less usual; the words never make up for more."""
RUNNERS_UP = 5
"""Arrangements next to the best whose changes are tried too."""
SLACK = 8.0
"""Nats by which they may be worse."""


@dataclass(frozen=True, slots=True)
class Rival:
    """The best arrangement met in which a piece has another role."""

    margin: float
    """By how many nats it is worse than the best."""
    role: Role
    """The role that the piece has in it."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """The best arrangement found, and how far it is from others."""

    judge: Judge
    best: Judgement
    rivals: tuple[Rival, ...]
    """For each piece, the best arrangement met in which it has another role."""


def assemble(pieces: Sequence[Piece]) -> Assembly:
    """Return the best arrangement of ``pieces`` that the search finds."""
    search = _Search(Judge(pieces), pieces)
    search.climb()
    search.look_beyond()
    return Assembly(search.judge, search.best, _rivals(search.best, search.scores))


class _Search:
    """Walks from arrangement to better arrangement, remembering the score of each."""

    def __init__(self, judge: Judge, pieces: Sequence[Piece]) -> None:
        self.judge = judge
        self.pieces = pieces
        self.best = _start(judge, pieces)
        self.scores: dict[Arrangement, float] = {self.best.arrangement: self.best.score}
        self._left = max(60, min(MOST_JUDGEMENTS, EFFORT // max(1, len(pieces) ** 2)))

    def climb(self) -> None:
        """Take the best change again and again, the greater ones last, as long as that is better."""
        while any(self._try(changes) for changes in CHANGES):
            pass

    def look_beyond(self) -> None:
        """Try single changes of the next best arrangements too: three changes may be good only together."""
        done = {self.best.arrangement}
        for _ in range(RUNNERS_UP):
            near = [
                a for a, score in self.scores.items() if score > self.best.score - SLACK and a not in done
            ]
            if not near or self._left <= 0:
                return
            runner_up = max(near, key=self.scores.__getitem__)
            done.add(runner_up)
            if self._try(single_changes, runner_up):
                self.climb()

    def _try(self, changes: Changes, arrangement: Arrangement | None = None) -> bool:
        """Judge the ``changes`` of ``arrangement`` (the best, if None); return whether one is the best so far."""
        before = self.best
        base = before.arrangement if arrangement is None else arrangement
        for change in changes(self.pieces, base):
            changed = self._changed(base, change)
            if changed is None or changed in self.scores:
                continue
            if self._left <= 0:
                break
            self._left -= 1
            judged = self.judge.judge(changed)
            self.scores[changed] = -math.inf if judged is None else judged.score
            if judged is not None and judged.score > self.best.score + 1e-9:
                self.best = judged
                if arrangement is None:
                    base = judged.arrangement
        return self.best is not before

    def _changed(self, base: Arrangement, change: Change) -> Arrangement | None:
        """Return ``base`` with ``change``, or None where its setting is too unusual for the words to make up for."""
        roles = list(base)
        for index, role in change:
            roles[index] = role
        changed = tuple(roles)
        touched = {i for index, _ in change for i in (index, index + 1) if i < len(base)}
        less = sum(self.judge.prior(base, i) - self.judge.prior(changed, i) for i in touched)
        return None if less > STRETCH else changed


def _rivals(best: Judgement, scores: Mapping[Arrangement, float]) -> tuple[Rival, ...]:
    rivals = [Rival(math.inf, role) for role in best.arrangement]
    for arrangement, score in scores.items():
        margin = best.score - score
        for index, (role, chosen) in enumerate(zip(arrangement, best.arrangement, strict=True)):
            if role is not chosen and margin < rivals[index].margin:
                rivals[index] = Rival(margin, role)
    return tuple(rivals)


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
