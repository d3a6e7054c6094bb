"""Readings into candidate terms: words, and compounds of up to three adjacent words, counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.topics.compounds import stretches
from generator.topics.reading import MARK, Reading, Word

EDGE = ""
"""The neighbour of a term at a punctuation mark or an end of the text: each counts as one more neighbour."""
_HEADLINE = frozenset({"title", "subtitle", "kicker"})


@dataclass(slots=True)
class Candidate:
    """A term that the text may be about, and what is known of its occurrences in one story."""

    text: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    verbal: bool
    """Holds a verb: a phrase as often as a term."""
    general: bool
    """Holds a word that any article may use before its last."""
    first: int
    """Place of its first occurrence among the occurrences of the story."""
    count: int = 0
    weight: float = 0.0
    headlines: int = 0
    """Occurrences in the parts of the headline."""
    places: list[tuple[tuple[Word, ...], int, int]] = field(default_factory=list)
    """Where it stands: the words of the passage, and which of them it begins and ends with, the end excluded."""

    @property
    def headline(self) -> bool:
        """Whether the headline has it."""
        return self.headlines > 0

    @property
    def left(self) -> dict[str, int]:
        """How often each neighbour stands before it; most candidates are never asked."""
        return _neighbours(tokens[begin - 1] if begin else None for tokens, begin, _ in self.places)

    @property
    def right(self) -> dict[str, int]:
        """How often each neighbour stands after it."""
        return _neighbours(tokens[end] if end < len(tokens) else None for tokens, _, end in self.places)


def candidates(reading: Reading) -> dict[str, Candidate]:
    """Return the candidates of ``reading`` by their text, in the order of their first occurrence."""
    found: dict[str, Candidate] = {}
    for passage in reading.passages:
        tokens, weight, headline = passage.words, passage.weight, passage.field in _HEADLINE
        for begin, end, text, verbal, general in stretches(tokens):
            candidate = found.get(text)
            if candidate is None:
                texts, tags, _ = zip(*tokens[begin:end], strict=True)
                candidate = found[text] = Candidate(text, texts, tags, verbal, general, len(found))
            candidate.count += 1
            candidate.weight += weight
            candidate.headlines += headline
            candidate.places.append((tokens, begin, end))
    return found


def _neighbours(words: Iterable[Word | None]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for number, word in enumerate(words, 1):
        # An edge is named after its place, so that two edges are two neighbours.
        text = f"{EDGE}{number}" if word is None or word.tag == MARK else word.text
        counts[text] = counts.get(text, 0) + 1
    return counts
