"""Likeness: how much the words of one text speak for its being of the same story as another.

For each term of the one text (words of two characters and more, Latin words, numbers, and pairs of characters
across words) the logarithm of how much likelier it is to be found in the other if both are one story than by
chance. Chance is the greater of two: that a text of this length has a word of this frequency (jieba's counts),
and the share of the page's other texts that have it. So rare words, names and numbers weigh much, the page's
common subject little, and long texts gain nothing by their length.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import words
from generator.segmentation.latin import FUNCTION_WORDS, stem
from generator.segmentation.measure import is_han
from generator.segmentation.script import simplified

HEADLINE_REPEATS = 0.45
"""Share of a headline's terms that its story says again, beyond chance."""
TEXT_REPEATS = 0.16
"""Share of the terms of one part of a story that another part says again, beyond chance."""
RAREST = 0.023
"""No term counts as rarer than this share of texts: one meeting is no proof."""
PAIR = 0.5
"""Weight of a pair of characters that is no word, against a word's 1."""

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.%+\-]*|[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of a text, each with its weight, and how many words the text has."""

    weights: Mapping[str, float]
    length: int


@functools.lru_cache(maxsize=4096)
def vocabulary(text: str) -> Vocabulary:
    """Return the terms of ``text``, width, case and script folded."""
    weights: dict[str, float] = {}
    length = 0
    for token in _TOKEN.findall(simplified(unicodedata.normalize("NFKC", text).casefold())):
        if not is_han(token[0]):
            length += 1
            word = token.strip(".-")
            if len(word) >= 2 and word not in FUNCTION_WORDS:
                weights[stem(word) if word.isalpha() else word] = 1.0
            continue
        parts = words.cut(token)
        length += len(parts)
        for part in parts:
            if len(part) >= 2:
                weights[part] = 1.0
        for first, second in itertools.pairwise(token):
            weights.setdefault(first + second, PAIR)
    return Vocabulary(weights, max(1, length))


def merged(vocabularies: Iterable[Vocabulary]) -> Vocabulary:
    """Return the vocabulary of several texts together."""
    weights: dict[str, float] = {}
    length = 0
    for known in vocabularies:
        weights.update(known.weights)
        length += known.length
    return Vocabulary(weights, length)


class PageWords:
    """The vocabularies of a page's texts, against which chance is judged."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts of the page's blocks."""
        vocabularies = [vocabulary(text) for text in texts]
        self._texts = len(vocabularies)
        self._holders: dict[str, int] = {}
        for known in vocabularies:
            for term in known.weights:
                self._holders[term] = self._holders.get(term, 0) + 1

    def likeness(self, one: Vocabulary, other: Vocabulary, shared_texts: int, repeats: float) -> float:
        """Return how much the words of ``one`` speak for its being of the same story as ``other``, in nats.

        ``shared_texts`` is how many of the page's texts ``one`` and ``other`` are made of; ``repeats`` is the
        share of its terms that ``one`` would have in common with its own story beyond chance.
        """
        total = 0.0
        for term, weight in one.weights.items():
            if term in other.weights:
                chance = self._chance(term, other, shared_texts)
                total += weight * math.log((chance + (1 - chance) * repeats) / chance)
            else:
                total += weight * math.log(1 - repeats)
        return total

    def _chance(self, term: str, other: Vocabulary, shared_texts: int) -> float:
        by_length = 1 - math.exp(-other.length * _share(term))
        elsewhere = self._holders.get(term, 0) - shared_texts
        on_page = max(0, elsewhere) / (self._texts + 1)
        return min(0.9, max(RAREST, by_length, on_page))


def cohesion(words_of_page: PageWords, one: Vocabulary, other: Vocabulary, shared_texts: int) -> float:
    """Return how much ``one`` and ``other`` speak for being parts of one story, whatever their lengths.

    The sum over many terms grows with their number, its chance part with the root of it: so it is divided by that.
    """
    return words_of_page.likeness(one, other, shared_texts, TEXT_REPEATS) / math.sqrt(
        max(1, len(one.weights))
    )


@functools.lru_cache(maxsize=65536)
def _share(term: str) -> float:
    """Return the share of ``term`` among all words; of one that no dictionary has, a low share."""
    return math.exp(-words.rarity(term)) if words.count(term) else 2e-6
