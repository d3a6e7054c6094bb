"""What the words of a candidate say about it as a term, by their parts of speech: a factor of its weight."""

from __future__ import annotations

import re

from generator import words
from generator.topics.candidates import Candidate
from generator.topics.grammar import PREFIXES, VERBS
from generator.topics.reading import LATIN, ORGANISATION, QUOTED, Reading
from generator.topics.stopwords import NEVER, PARTS

_ACRONYM = re.compile("[A-Z0-9].*[A-Z0-9]")
_GENERAL = NEVER - PARTS
_QUALIFIERS = frozenset({"a", "b", "z"})
_NOMINAL_TAGS = frozenset({"uj", "q", "r", "mq"})
_NOMINAL_LEADS = frozenset(["对", "在", "与", "和", "及", "基于", "针对", "关于", "作为"])


def form(candidate: Candidate, reading: Reading) -> float:
    """Return the factor of the first rule that ``candidate`` meets, 1 where it meets none, 0 for what is no term."""
    once = candidate.count == 1
    # An organisation has its own index; in the headline it is what the story is about.
    if candidate.tags == (ORGANISATION,) and not candidate.headline:
        return 0.0
    # A verb before its object is a phrase; before what it qualifies, it opens a term (聚类算法).
    if _opens_with_verb(candidate) and not is_nominal(candidate):
        return 0.0
    # Quotation marks show a term; once, as often a mere turn of phrase.
    if candidate.text in reading.books or (not once and candidate.text in reading.quoted):
        return 1.1
    if candidate.tags == (QUOTED,):
        return 0.6
    latin = _of_latin(candidate, once) if LATIN in candidate.tags else None
    if latin is not None:
        return latin
    return _of_one_seen_once(candidate) if once else _of_one_repeated(candidate)


def _opens_with_verb(candidate: Candidate) -> bool:
    return candidate.tags[0] in VERBS and len(candidate.words) > 1 and candidate.words[0] not in PARTS


def is_nominal(candidate: Candidate) -> bool:
    """Tell whether the text mostly has ``candidate`` where a noun phrase stands: 一种聚类算法, but 将打击敌军.

    After 的, a measure word, a pronoun, or one of a few prepositions and conjunctions.
    """
    shown = sum(
        n for left, n in candidate.left.items() if left in _NOMINAL_LEADS or words.tag(left) in _NOMINAL_TAGS
    )
    return 2 * shown >= candidate.count


def _of_latin(candidate: Candidate, once: bool) -> float | None:
    """Return the factor of Latin words, None where these say nothing."""
    # Seen once, an acronym may be a term, a word of English mostly is not.
    if once and candidate.tags == (LATIN,):
        return 0.5 if _ACRONYM.search(candidate.text) else 0.2
    if once and set(candidate.tags) == {LATIN}:
        return 0.1
    return 0.5 if candidate.tags == (LATIN,) and candidate.text.islower() else None


def _of_one_seen_once(candidate: Candidate) -> float:
    first, last = candidate.words[0], candidate.words[-1]
    # A noun of one character before another word, as often as not the end of something else.
    if len(first) == 1 and first not in PREFIXES:
        return 0.0
    # A word that the cutter guessed.
    if words.UNKNOWN_TAG in candidate.tags:
        return 0.3
    # A verb makes a phrase, unless the text repeats it as it stands; a noun that any article may use ends a term
    # where the text repeats both (预防措施).
    if candidate.verbal or candidate.general or last in _GENERAL:
        return 0.05
    if candidate.tags[0] in _QUALIFIERS:
        return 0.3
    if candidate.tags == ("vn",):
        return 0.4
    return 0.6 if len(candidate.words) > 1 else 1.0


def _of_one_repeated(candidate: Candidate) -> float:
    if candidate.words[-1] in _GENERAL:
        return 0.25
    if candidate.verbal:
        return 0.75
    return 0.4 if candidate.tags == ("vn",) else 1.0
