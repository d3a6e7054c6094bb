"""Certainty: how far a story's parts are from the next best choice.

The margin in nats between the best arrangement and the best one in which the part in question is decided
otherwise becomes a confidence by the logistic function; a story is as sure as its least sure part.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.segmentation.assembly import Assembly

SCALE = 2.0
"""Nats of margin that make the odds e times better."""
WITHOUT_HEADLINE = 0.2
SURE = 0.9
"""Below this confidence a doubt is put into words."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the placing of a story's parts is, and why it is not."""

    confidence: float
    doubts: tuple[str, ...]


def certainties(assembly: Assembly) -> list[Certainty]:
    """Return the certainty of each body of the best arrangement."""
    return [_certainty(assembly, place) for place in range(len(assembly.best.grouping.bodies))]


def _certainty(assembly: Assembly, place: int) -> Certainty:
    best, judge = assembly.best, assembly.judge
    head_of = {body: head for head, body in best.head_of.items()}
    lede_of = {body: lede for lede, body in best.lede_of.items()}
    if place not in head_of:
        return Certainty(WITHOUT_HEADLINE, ("no headline found",))
    pieces = [*best.grouping.heads[head_of[place]], *best.grouping.bodies[place]]
    margins = {"headline could belong to another story": judge.head_margin(best, head_of[place])}
    if place in lede_of:
        pieces.append(best.grouping.ledes[lede_of[place]])
        margins["lede could belong to another story"] = judge.lede_margin(best, lede_of[place])
    margins["its parts could be divided otherwise"] = min(assembly.margins[index] for index in pieces)
    sure = {doubt: _sure(margin) for doubt, margin in margins.items()}
    doubts = sorted((doubt for doubt in sure if sure[doubt] < SURE), key=lambda doubt: sure[doubt])
    return Certainty(round(min(sure.values()), 2), tuple(doubts))


def _sure(margin: float) -> float:
    return 1 / (1 + math.exp(-min(margin, 100.0) / SCALE))
