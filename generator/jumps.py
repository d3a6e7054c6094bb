"""Jumps: the halves of an issue's stories that are set on two pages -> which goes with which.

One assignment over the whole issue, by what the jump lines state, by a headline that is said again, and by the
rare words that the halves share.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import words
from generator.assignment import assign
from generator.model import Jump

BOTH_STATE = 6.0
"""Nats that speak for two halves each of which names the other's page."""
TEXTS, TEXTS_BY_CHANCE = 20.0, 0.08
"""Weight of the likeness of two texts (a cosine), and how alike texts of one day are anyhow."""
HEADLINES = 5.0
"""Weight of the likeness of two headlines: the second half has often the first one's, shortened."""
UNLINKED = 2.0
"""What must speak for a link before it is made."""
_COMMON = 6.0
"""Words of a lower rarity (minus the logarithm of their share, nats) tell nothing."""
_LONGEST = 4_000
"""Characters of a text that are compared."""


@dataclass(frozen=True, slots=True)
class Half:
    """An article that may be half of a story."""

    id: str
    page: str
    headline: str
    text: str
    continues_on: Jump | None
    continued_from: Jump | None
    goes_on: bool = False
    """Where it goes on is settled already."""
    comes_from: bool = False
    """Where it comes from is settled already."""


@dataclass(frozen=True, slots=True)
class Link:
    """The story of ``first`` goes on in ``second``."""

    first: str
    second: str
    confidence: float
    """0 to 1, from the margin over the next best choice."""


def link_halves(halves: Sequence[Half]) -> tuple[Link, ...]:
    """Return which of ``halves``, all of one issue, go on in which: one assignment, at most one link each way.

    A link needs a jump line at one end at least; what a line states of the other page is never contradicted.
    """
    ends = [half for half in halves if half.continues_on and not half.goes_on]
    starts = [half for half in halves if half.continued_from and not half.comes_from]
    firsts = [
        half for half in halves if not half.goes_on and (half in ends or _named(half, starts, onward=False))
    ]
    seconds = [
        half for half in halves if not half.comes_from and (half in starts or _named(half, ends, onward=True))
    ]
    known = {half.id: (_weights(half.headline), _weights(half.text)) for half in (*firsts, *seconds)}
    values = [[_value(first, second, known) for second in seconds] for first in firsts]
    given = assign(values)
    return tuple(
        Link(firsts[row].id, seconds[column].id, _confidence(values, row, column))
        for row, column in given.items()
    )


def _named(half: Half, others: Sequence[Half], *, onward: bool) -> bool:
    """Tell whether one of ``others`` names the page of ``half``: as where it goes on, else as where it comes from."""
    stated = (other.continues_on if onward else other.continued_from for other in others if other is not half)
    return any(jump is not None and jump.page in ("", half.page) for jump in stated)


Weights = Mapping[str, float]


def _value(first: Half, second: Half, known: Mapping[str, tuple[Weights, Weights]]) -> float:
    """Return how much speaks for ``second`` going on with ``first``, in nats; minus infinity against it."""
    onward, back = first.continues_on, second.continued_from
    apart = first.page == second.page or not (onward or back)
    if (
        apart
        or (onward and onward.page not in ("", second.page))
        or (back and back.page not in ("", first.page))
    ):
        return -math.inf
    headline, text = known[first.id]
    other_headline, other_text = known[second.id]
    value = BOTH_STATE if onward and back else 0.0
    value += HEADLINES * _cosine(headline, other_headline)
    value += TEXTS * (_cosine(text, other_text) - TEXTS_BY_CHANCE)
    return value - UNLINKED


def _confidence(values: Sequence[Sequence[float]], row: int, column: int) -> float:
    rivals = [value for place, value in enumerate(values[row]) if place != column]
    rivals += [others[column] for place, others in enumerate(values) if place != row]
    margin = values[row][column] - max([0.0, *rivals])
    return round(1 / (1 + math.exp(-max(-50.0, min(50.0, margin)))), 2)


def _weights(text: str) -> dict[str, float]:
    """Return the words of ``text`` that tell something, with their weights."""
    return {word: weight for word in words.cut(text[:_LONGEST]) if (weight := _weight(word.lower())) > 0}


def _weight(word: str) -> float:
    """Return how much it tells that two texts share ``word``, in nats.

    jieba's dictionary has no counts of Latin words; the longer a word, the rarer it is (Zipf's law of
    abbreviation).
    """
    if word.isascii():
        return float(min(len(word), 10) - 3) if word.isalnum() else 0.0
    return words.rarity(word) - _COMMON if len(word) > 1 else 0.0


def _cosine(one: Weights, other: Weights) -> float:
    shared = sum(weight * other[word] for word, weight in one.items() if word in other)
    return shared / math.sqrt(_square(one) * _square(other)) if shared else 0.0


def _square(weights: Weights) -> float:
    return sum(weight * weight for weight in weights.values())
