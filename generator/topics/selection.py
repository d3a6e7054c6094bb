"""Weights into topics: the weightiest first, each next one discounted for what the chosen already say."""

from __future__ import annotations

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
    chosen: list[str] = []
    left = dict(weights)
    while left and len(chosen) < most:
        best = max(left, key=lambda text: (left[text], -found[text].first))
        if chosen and left[best] < _LEAST_SHARE * weights[chosen[0]]:
            break
        chosen.append(best)
        del left[best]
        for text in list(left):
            if text in best:
                outside = found[text].count - found[best].count
                if outside < 1:
                    del left[text]
                else:
                    left[text] *= _HELD
            elif best in text:
                left[text] *= _HOLDS
    return tuple(chosen)
