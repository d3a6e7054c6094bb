"""Weights into topics: the weightiest first, each next one discounted for what the chosen already say."""

from __future__ import annotations

import functools
import heapq
import operator
from collections.abc import Mapping

from generator.topics.candidates import Candidate

MOST_TOPICS = 8
_LEAST_SHARE = 0.03
"""A topic weighs at least this share of the weightiest."""
_HELD = 0.65
_HOLDS = 0.85
"""What is left of a term that is held by a chosen one, and of one that holds it."""


def select(
    weights: Mapping[str, float], found: Mapping[str, Candidate], most: int = MOST_TOPICS
) -> tuple[str, ...]:
    """Return up to ``most`` topics, weightiest first.

    A part of a chosen term stays only where it also stands outside it. Keeping such parts (算力 beside
    算力网络) was measured to find more of the authors' own keywords than strict removal.
    """
    if not weights:
        return ()
    chosen: list[str] = []
    least = _LEAST_SHARE * max(weights.values())
    # The weightiest is on top. Weights only fall: a term is discounted when its turn comes, and then waits again.
    left = [(-weight, found[text].first, 0, text) for text, weight in weights.items() if weight >= least]
    heapq.heapify(left)
    while left and len(chosen) < most:
        weight, first, seen, text = heapq.heappop(left)
        factors = [_left_of(found[text], found[best]) for best in chosen[seen:]]
        if 0.0 in factors:
            continue
        discounted = functools.reduce(operator.mul, factors, weight)
        if discounted == weight:
            chosen.append(text)
        elif -discounted >= least:
            heapq.heappush(left, (discounted, first, len(chosen), text))
    return tuple(chosen)


def _left_of(term: Candidate, chosen: Candidate) -> float:
    """Return what is left of the weight of ``term`` where the text is about ``chosen``."""
    if term.text in chosen.text:
        return _HELD if term.count > chosen.count else 0.0
    return _HOLDS if chosen.text in term.text else 1.0
