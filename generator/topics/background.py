"""How many articles of an archive hold each term: what tells its rare terms from its everyday ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import words
from generator.model import Story
from generator.topics.annotation import annotate
from generator.topics.candidates import Candidate, candidates
from generator.topics.reading import QUOTED

MOST_TERMS = 2_000_000
"""Terms kept while counting (about 300 MB); beyond it those seen once go, as in lossy counting."""


RAREST = 12.0
"""About the median of jieba's IDF table, which a word that it lacks gets."""


@dataclass(frozen=True, slots=True)
class Background:
    """Document frequencies of an archive."""

    documents: int
    frequencies: Mapping[str, int]
    """For each term, the number of documents that hold it; terms of one document may be left out."""

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of ``term``: natural logarithm, smoothed, never negative."""
        return math.log((self.documents + 1) / (self.frequencies.get(term, 0) + 1))


@dataclass(frozen=True, slots=True)
class TermCounts:
    """How many of some articles hold each term; every term is there, those of one article too."""

    documents: int
    frequencies: Mapping[str, int]


def count_terms(stories: Iterable[Story]) -> TermCounts:
    """Return the counts of the articles among ``stories``, which are gone through once."""
    documents = 0
    frequencies: Counter[str] = Counter()
    for story in stories:
        if story.kind == "article":
            documents += 1
            frequencies.update(candidates(annotate(story)[0]).keys())
    return TermCounts(documents, frequencies)


class BackgroundCounter:
    """Counts a whole archive, a story at a time; the stories themselves are not kept."""

    def __init__(self, most_terms: int = MOST_TERMS) -> None:
        """Start from nothing; ``most_terms`` bounds the memory."""
        self._documents = 0
        self._frequencies: dict[str, int] = {}
        self._most_terms = most_terms

    def add(self, stories: Iterable[Story]) -> None:
        """Count the articles among ``stories``."""
        self.add_counts(count_terms(stories))

    def add_counts(self, counts: TermCounts) -> None:
        """Add what was counted apart. The result depends on the order only where the memory is bounded."""
        self._documents += counts.documents
        for term, n in counts.frequencies.items():
            self._frequencies[term] = self._frequencies.get(term, 0) + n
        if len(self._frequencies) > self._most_terms:
            self._frequencies = {term: n for term, n in self._frequencies.items() if n > 1}

    def background(self) -> Background:
        """Return what has been counted so far."""
        return Background(self._documents, {term: n for term, n in self._frequencies.items() if n > 1})


def general_idf(candidate: Candidate) -> float:
    """Return how rare ``candidate`` is in general: jieba's IDF, from 0 for everyday words to 1 for unknown ones.

    Of a compound, the mean of its words by length; halfway between that and 1 where it is repeated, for a compound
    that a text repeats is mostly one that other texts do not have.
    """
    parts = words.cut(candidate.text) if candidate.tags == (QUOTED,) else candidate.words
    if len(parts) == 1:
        return min(1.0, words.idf(candidate.text) / RAREST)
    mean = sum([words.idf(part) * len(part) for part in parts]) / sum(map(len, parts))
    return min(1.0, (mean if candidate.count == 1 else (mean + RAREST) / 2) / RAREST)
