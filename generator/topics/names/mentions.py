"""Mentions of names in a reading, and their ranking."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.topics.reading import Reading


class Mention(NamedTuple):
    """A name where it stands: the number of its passage, and its characters there, end excluded."""

    name: str
    passage: int
    start: int
    end: int


def ranked(mentions: Iterable[Mention], reading: Reading) -> tuple[str, ...]:
    """Return the names mentioned, the weightiest first, those of one weight in the order of the text."""
    weights: dict[str, float] = {}
    for mention in sorted(mentions, key=lambda mention: mention[1:]):
        weight = reading.passages[mention.passage].weight
        weights[mention.name] = weights.get(mention.name, 0.0) + weight
    return tuple(sorted(weights, key=lambda name: -weights[name]))


def covers(mentions: Iterable[Mention]) -> frozenset[tuple[int, int]]:
    """Return every character that a mention covers, as passage and place."""
    return frozenset((m.passage, at) for m in mentions for at in range(m.start, m.end))
