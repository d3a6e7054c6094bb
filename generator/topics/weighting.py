"""Candidates into weights: how likely each is what its story is about; a product of signals."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator import words
from generator.topics.background import Background, general_idf
from generator.topics.candidates import Candidate
from generator.topics.grammar import PREFIXES, VERBS
from generator.topics.reading import LATIN, ORGANISATION, QUOTED, Reading
from generator.topics.stopwords import NEVER, PARTS

_LENGTHS = {1: 0.1, 2: 0.55, 3: 0.95, 4: 1.0, 5: 1.0, 6: 0.95, 7: 0.85, 8: 0.6, 9: 0.65, 10: 0.55}
"""Length prior, in characters: terms that librarians give peak at four and five."""
_HEADLINE_ALONE = 0.4
_ACRONYM = re.compile("[A-Z0-9].*[A-Z0-9]")
_GENERAL = NEVER - PARTS
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

    reading: Reading
    inside: Mapping[str, int]
    """For each candidate, how often it stands inside the most frequent longer one."""
    headwords: frozenset[str]
    """Words of the headline that are part of a candidate."""
    background: Background | None


def weigh(
    found: Mapping[str, Candidate], reading: Reading, background: Background | None
) -> dict[str, float]:
    """Return the weight of each candidate of one story; more is better, without a unit."""
    around = Surroundings(reading, _inside(found), _headwords(found), background)
    weights: dict[str, float] = {}
    for text, candidate in found.items():
        weight = 1.0
        for signal in SIGNALS:
            weight *= signal(candidate, around)
            if not weight:
                break
        if weight:
            weights[text] = weight
    return weights


def frequency(candidate: Candidate, around: Surroundings) -> float:
    """Occurrences, weighted by field; what stands in the headline alone is mostly a part of a turn of phrase."""
    return candidate.weight * (_HEADLINE_ALONE if candidate.headlines == candidate.count else 1.0)


def rarity(candidate: Candidate, around: Surroundings) -> float:
    """The archive's IDF mixed with jieba's, by how much of an archive there is."""
    general = general_idf(candidate) ** 2
    own = around.background
    if own is None or not own.documents:
        return general
    trust = _TRUST * own.documents / (own.documents + _HALF_TRUST)
    return trust * own.idf(candidate.text) / math.log(own.documents + 1) + (1 - trust) * general


def length(candidate: Candidate, around: Surroundings) -> float:
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


def freedom(candidate: Candidate, around: Surroundings) -> float:
    """Branching entropy of the poorer side: a fragment of a longer term always has the same neighbour."""
    if candidate.text in around.reading.quoted:
        return 1.0
    if candidate.count == 1:
        return 0.75 if len(candidate.words) == 1 else 0.6
    entropy = min(_entropy(candidate.left), _entropy(candidate.right))
    fixed = candidate.count > 2 and min(len(candidate.left), len(candidate.right)) == 1
    return _FRAGMENT if fixed else math.pow(min(1.0, entropy / math.log(3)), 1.5)


def nesting(candidate: Candidate, around: Surroundings) -> float:
    """Discount for what occurs mostly inside a longer candidate."""
    inside = around.inside.get(candidate.text, 0)
    if inside < 2:
        return 0.7 if inside == candidate.count and len(candidate.words) == 1 else 1.0
    return 1.0 - 0.8 * inside / max(inside, candidate.count)


def form(candidate: Candidate, around: Surroundings) -> float:
    """What the words are: the first of ``FORMS`` that the candidate has."""
    return next((factor for has, factor in FORMS if has(candidate, around.reading)), 1.0)


def _opens_with_verb(candidate: Candidate) -> bool:
    first = candidate.words[0]
    return len(candidate.words) > 1 and candidate.tags[0] in VERBS and first not in PARTS


def _once(candidate: Candidate) -> bool:
    return candidate.count == 1


_NOMINAL_TAGS = frozenset({"uj", "q", "r", "mq"})
_NOMINAL_LEADS = frozenset(["对", "在", "与", "和", "及", "基于", "针对", "关于", "作为"])


def is_nominal(candidate: Candidate) -> bool:
    """Tell whether the text mostly has ``candidate`` where a noun phrase stands: 一种聚类算法, but 将打击敌军.

    After 的, a measure word, a pronoun, or one of a few prepositions and conjunctions.
    """
    shown = sum(
        n for left, n in candidate.left.items() if left in _NOMINAL_LEADS or words.tag(left) in _NOMINAL_TAGS
    )
    return 2 * shown >= candidate.count


FORMS: tuple[tuple[Callable[[Candidate, Reading], bool], float], ...] = (
    # An organisation has its own index; in the headline it is what the story is about.
    (lambda c, r: c.tags == (ORGANISATION,) and not c.headline, 0.0),
    # A verb before its object is a phrase; before what it qualifies, it opens a term (聚类算法).
    (lambda c, r: _opens_with_verb(c) and not is_nominal(c), 0.0),
    # Quotation marks show a term; once, as often a mere turn of phrase.
    (lambda c, r: c.text in r.books or (c.text in r.quoted and not _once(c)), 1.1),
    (lambda c, r: c.tags == (QUOTED,), 0.6),
    # Latin words seen once: an acronym may be a term, a word of English mostly is not.
    (lambda c, r: _once(c) and c.tags == (LATIN,) and _ACRONYM.search(c.text) is not None, 0.5),
    (lambda c, r: _once(c) and c.tags == (LATIN,), 0.2),
    (lambda c, r: _once(c) and set(c.tags) == {LATIN}, 0.1),
    (lambda c, r: c.tags == (LATIN,) and c.text.islower(), 0.5),
    # A noun of one character before another word, as often as not the end of something else.
    (lambda c, r: _once(c) and len(c.words[0]) == 1 and c.words[0] not in PREFIXES, 0.0),
    # A word that the cutter guessed, and guessed once.
    (lambda c, r: _once(c) and words.UNKNOWN_TAG in c.tags, 0.3),
    # A verb or an adjective makes a phrase, unless the text repeats it as it stands.
    (lambda c, r: c.verbal and _once(c), 0.05),
    # A noun that any article may use ends a term where the text repeats both (预防措施).
    (lambda c, r: (c.general or c.words[-1] in _GENERAL) and _once(c), 0.05),
    (lambda c, r: c.words[-1] in _GENERAL, 0.25),
    (lambda c, r: c.verbal, 0.75),
    (lambda c, r: c.tags[0] in {"a", "b", "z"} and _once(c), 0.3),
    (lambda c, r: c.tags == ("vn",), 0.4),
    (lambda c, r: len(c.words) > 1 and _once(c), 0.6),
)
"""What a candidate's words say about it, in the order of asking."""


def kinship(candidate: Candidate, around: Surroundings) -> float:
    """A kind of what the headline names: 软体机器人 under a headline with 机器人."""
    if len(candidate.words) == 1 or candidate.headline or candidate.tags[0] in _ACTIONS:
        return 1.0
    return 2.0 if candidate.words[-1] in around.headwords else 1.0


Signal = Callable[[Candidate, Surroundings], float]
SIGNALS: tuple[Signal, ...] = (frequency, rarity, length, freedom, nesting, form, kinship)
"""All signals, multiplied."""


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
        size = len(longer.words)
        if longer.verbal:
            continue
        if size == 2 and len(longer.words[0]) == 1:
            with_prefix[longer.words[1]] += 2 * longer.count
        for begin in range(size):
            for end in range(begin + 1, size + (begin > 0)):
                part = "".join(longer.words[begin:end])
                if part in found:
                    inside[part] = max(inside.get(part, 0), longer.count)
    return {part: min(found[part].count, max(count, with_prefix[part])) for part, count in inside.items()}
