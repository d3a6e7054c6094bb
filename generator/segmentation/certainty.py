"""Certainty: how far a story's parts are from the next best choice.

The margin in nats between the best arrangement and the best one in which the part in question is decided
otherwise becomes a confidence by the logistic function; a story is as sure as its least sure part.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.segmentation.judgement import Judge, Judgement

SCALE = 2.0
"""Nats of margin that make the odds e times better."""
SURE = 0.9
"""Below this confidence a doubt is put into words."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the placing of a story's parts is, and why it is not."""

    confidence: float
    doubts: tuple[str, ...]


def certainties(judge: Judge, best: Judgement) -> list[Certainty]:
    """Return the certainty of each body of the best arrangement."""
    return [_certainty(judge, best, place) for place in range(len(best.grouping.bodies))]


def _certainty(judge: Judge, best: Judgement, place: int) -> Certainty:
    doubts: list[str] = []
    head_of = {body: head for head, body in best.head_of.items()}
    if place not in head_of:
        return Certainty(0.2, ("no headline found",))
    confidence = _sure(judge.head_margin(best, head_of[place]))
    if confidence < SURE:
        doubts.append("headline could belong to another story")
    lede_of = {body: lede for lede, body in best.lede_of.items()}
    if place in lede_of:
        lede_sure = _sure(judge.lede_margin(best, lede_of[place]))
        if lede_sure < SURE:
            doubts.append("lede could belong to another story")
        confidence = min(confidence, lede_sure)
    return Certainty(round(confidence, 2), tuple(doubts))


def _sure(margin: float) -> float:
    return 1 / (1 + math.exp(-margin / SCALE))
