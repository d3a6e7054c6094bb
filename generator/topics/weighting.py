"""Candidates into weights: how likely each is what its story is about; a product of signals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.topics.background import Background, general_idf
from generator.topics.candidates import Candidate
from generator.topics.form import form
from generator.topics.reading import LATIN, Reading

_LENGTHS = {1: 0.1, 2: 0.55, 3: 0.95, 4: 1.0, 5: 1.0, 6: 0.95, 7: 0.85, 8: 0.6, 9: 0.65, 10: 0.55}
"""Length prior, in characters: terms that librarians give peak at four and five."""
_HEADLINE_ALONE = 0.4
_ACTIONS = frozenset({"v", "vn", "vd", "vi"})
_FRAGMENT = 0.28
"""For what has the same neighbour three times and more: the neighbour belongs to it."""
_TRUST = 0.7
"""The most that the archive's own IDF counts against jieba's, …"""
_HALF_TRUST = 50
"""… and the number of documents at which it counts half of that."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the signals look at besides the candidate itself."""

    inside: Mapping[str, int]
    """For each candidate, how often it stands inside the most frequent longer one."""
    headwords: frozenset[str]
    """Words of the headline that are part of a candidate."""


def weigh(
    found: Mapping[str, Candidate], reading: Reading, background: Background | None
) -> dict[str, float]:
    """Return the weight of each candidate of one story that has any; more is better, without a unit.

    The product of all signals. The form comes first: by it, many a candidate is no term at all.
    """
    around = Surroundings(_inside(found), _headwords(found))
    weights: dict[str, float] = {}
    for text, candidate in found.items():
        of_form = form(candidate, reading)
        if not of_form:
            continue
        weight = frequency(candidate) * rarity(candidate, background) * length(candidate)
        weight *= freedom(candidate, reading)
        weight *= nesting(candidate, around)
        weight *= of_form
        weight *= kinship(candidate, around)
        if weight:
            weights[text] = weight
    return weights


def frequency(candidate: Candidate) -> float:
    """Occurrences, weighted by field; what stands in the headline alone is mostly a part of a turn of phrase."""
    return candidate.weight * (_HEADLINE_ALONE if candidate.headlines == candidate.count else 1.0)


def rarity(candidate: Candidate, own: Background | None) -> float:
    """The archive's ``own`` IDF mixed with jieba's, by how much of an archive there is."""
    general = general_idf(candidate) ** 2
    if own is None or not own.documents:
        return general
    trust = _TRUST * own.documents / (own.documents + _HALF_TRUST)
    return trust * own.idf(candidate.text) / math.log(own.documents + 1) + (1 - trust) * general


def length(candidate: Candidate) -> float:
    """The length prior; Latin letters are counted as half a character, at least three."""
    if LATIN not in candidate.tags:
        return _LENGTHS.get(len(candidate.text), 0.4)
    if all(tag == LATIN for tag in candidate.tags):
        return _LENGTHS[3]
    size = sum(
        (len(word) + 1) // 2 if tag == LATIN else len(word)
        for word, tag in zip(candidate.words, candidate.tags, strict=True)
    )
    return _LENGTHS.get(size, 0.4)


def freedom(candidate: Candidate, reading: Reading) -> float:
    """Branching entropy of the poorer side: a fragment of a longer term always has the same neighbour."""
    if candidate.text in reading.quoted:
        return 1.0
    if candidate.count == 1:
        return 0.75 if len(candidate.words) == 1 else 0.6
    left, right = candidate.left, candidate.right
    entropy = min(_entropy(left), _entropy(right))
    fixed = candidate.count > 2 and min(len(left), len(right)) == 1
    return _FRAGMENT if fixed else math.pow(min(1.0, entropy / math.log(3)), 1.5)


def nesting(candidate: Candidate, around: Surroundings) -> float:
    """Discount for what occurs mostly inside a longer candidate."""
    inside = around.inside.get(candidate.text, 0)
    if inside < 2:
        return 0.7 if inside == candidate.count and len(candidate.words) == 1 else 1.0
    return 1.0 - 0.8 * inside / max(inside, candidate.count)


def kinship(candidate: Candidate, around: Surroundings) -> float:
    """A kind of what the headline names: 软体机器人 under a headline with 机器人."""
    if len(candidate.words) == 1 or candidate.headline or candidate.tags[0] in _ACTIONS:
        return 1.0
    return 2.0 if candidate.words[-1] in around.headwords else 1.0


def _headwords(found: Mapping[str, Candidate]) -> frozenset[str]:
    return frozenset(word for c in found.values() if c.headline for word in c.words if len(word) > 1)


def _entropy(neighbours: Mapping[str, int]) -> float:
    """Return the branching entropy with one neighbour not yet seen, so that two occurrences do not decide."""
    total = sum(neighbours.values()) + 1
    return -sum(n / total * math.log(n / total) for n in (*neighbours.values(), 1))


def _inside(found: Mapping[str, Candidate]) -> dict[str, int]:
    inside: dict[str, int] = {}
    with_prefix: Counter[str] = Counter()
    for longer in found.values():
        if len(longer.words) == 1 or longer.verbal:
            continue
        if len(longer.words) == 2 and len(longer.words[0]) == 1:
            with_prefix[longer.words[1]] += 2 * longer.count
        for part in _parts(longer.words):
            if part in found and inside.get(part, 0) < longer.count:
                inside[part] = longer.count
    return {
        part: min(found[part].count, max(count, with_prefix.get(part, 0))) for part, count in inside.items()
    }


def _parts(words: tuple[str, ...]) -> Sequence[str]:
    """Return what stands inside a compound of ``words``: each word, and each run of them."""
    size = len(words)
    if size == 2:
        return words
    return [
        "".join(words[begin:end]) for begin in range(size) for end in range(begin + 1, size + (begin > 0))
    ]
