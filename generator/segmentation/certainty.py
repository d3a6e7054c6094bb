"""Certainty: how far a story's parts are from the next best choice.

The margin between the best arrangement of the page and the best one in which the part in question is decided
otherwise becomes a confidence by the logistic function; a story is as sure as its least sure part. What is not
sure is told as a doubt, with that second-best reading.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Doubt
from generator.model.stories import DoubtAbout
from generator.segmentation.arrangement import Role
from generator.segmentation.assembly import Assembly
from generator.segmentation.pieces import Display, Piece

SCALE = 2.35
"""Nats of margin that make the odds e times better."""
UNMET = 0.5
"""Taken off the logarithm of the odds, for readings that the search did not meet. Both figures were fitted to 96
pages set at random, so that of the articles of one confidence that share is right."""
WITHOUT_HEADLINE = 0.15
SURE = 0.9
"""Below this confidence a doubt is put into words."""

_AS = {
    Role.HEAD: "a headline of its own",
    Role.JOIN: "a further row of the headline above",
    Role.CROSS: "a crosshead",
    Role.LINE: "a paragraph of one line",
    Role.NEW: "the beginning of another story",
    Role.MORE: "a part of the story above",
    Role.LEDE: "a lede",
}
_ABOUT: dict[Role, DoubtAbout] = {
    Role.HEAD: "headline",
    Role.JOIN: "headline",
    Role.CROSS: "crosshead",
    Role.LINE: "crosshead",
    Role.NEW: "boundary",
    Role.MORE: "boundary",
    Role.LEDE: "lede",
}


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the placing of a story's parts is, and why it is not."""

    confidence: float
    doubts: tuple[Doubt, ...]


def certainties(assembly: Assembly) -> list[Certainty]:
    """Return the certainty of each body of the best arrangement."""
    return [_certainty(assembly, place) for place in range(len(assembly.best.grouping.bodies))]


def _certainty(assembly: Assembly, place: int) -> Certainty:
    doubts = sorted(_doubts(assembly, place), key=lambda doubt: doubt.margin)
    sure = min((_sure(doubt.margin) for doubt in doubts), default=1.0)
    return Certainty(round(sure, 2), tuple(doubt for doubt in doubts if _sure(doubt.margin) < SURE))


def _doubts(assembly: Assembly, place: int) -> Iterator[Doubt]:
    """Yield for each decision about a story its second-best reading."""
    best, judge, pieces = assembly.best, assembly.judge, assembly.judge.pieces
    body = best.grouping.bodies[place]
    head = next((head for head, owner in best.head_of.items() if owner == place), None)
    lede = next((lede for lede, owner in best.lede_of.items() if owner == place), None)
    parts = list(body)
    if head is None:
        margin = math.log(WITHOUT_HEADLINE / (1 - WITHOUT_HEADLINE))
        yield Doubt("headline", _line(pieces[body[0]]), "a story whose headline is not found", margin=margin)
    else:
        parts += best.grouping.heads[head]
        elsewhere = judge.other_body(best, head)
        line = _line(pieces[best.grouping.heads[head][0]])
        yield _going_elsewhere("headline", line, assembly, elsewhere.margin, elsewhere.body)
    if lede is not None:
        parts.append(best.grouping.ledes[lede])
        elsewhere = judge.other_body_of_lede(best, lede)
        line = _line(pieces[best.grouping.ledes[lede]])
        yield _going_elsewhere("lede", line, assembly, elsewhere.margin, elsewhere.body)
    for index in parts:
        rival = assembly.rivals[index]
        about = _ABOUT[best.arrangement[index]]
        yield Doubt(about, _line(pieces[index]), _AS[rival.role], margin=_log_odds(rival.margin))


def _going_elsewhere(
    about: DoubtAbout, line: int, assembly: Assembly, margin: float, body: int | None
) -> Doubt:
    if body is None:
        return Doubt(about, line, f"a {about} whose story is not found", margin=_log_odds(margin))
    other = _line(assembly.judge.pieces[assembly.best.grouping.bodies[body][0]])
    return Doubt(about, line, f"the {about} of the story at", other, _log_odds(margin))


def _log_odds(margin: float) -> float:
    return margin / SCALE - UNMET


def _line(piece: Piece) -> int:
    """Return the number of the first source line of ``piece``."""
    return piece.row.number if isinstance(piece, Display) else piece.rows[0].number


def _sure(margin: float) -> float:
    return 1 / (1 + math.exp(-min(margin, 100.0)))
