"""Readings into candidate terms: words, and compounds of up to three adjacent words, counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.topics.compounds import stretches
from generator.topics.reading import MARK, Passage, Reading, Word

EDGE = ""
"""The neighbour of a term at a punctuation mark or an end of the text: each counts as one more neighbour."""


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
    left: dict[str, int] = field(default_factory=dict)
    """How often each neighbour stands before it."""
    right: dict[str, int] = field(default_factory=dict)

    @property
    def headline(self) -> bool:
        """Whether the headline has it."""
        return self.headlines > 0


def candidates(reading: Reading) -> dict[str, Candidate]:
    """Return the candidates of ``reading`` by their text, in the order of their first occurrence."""
    found: dict[str, Candidate] = {}
    for passage in reading.passages:
        weight = passage.weight
        headline = passage.field in {"title", "subtitle", "kicker"}
        for begin, end, text, verbal, general in stretches(passage.words):
            candidate = found.get(text)
            if candidate is None:
                span = passage.words[begin:end]
                candidate = found[text] = Candidate(
                    text, tuple(w.text for w in span), tuple(w.tag for w in span), verbal, general, len(found)
                )
            candidate.count += 1
            candidate.weight += weight
            candidate.headlines += headline
            _note_neighbours(candidate, passage, begin, end)
    return found


def _note_neighbours(candidate: Candidate, passage: Passage, begin: int, end: int) -> None:
    before = passage.words[begin - 1] if begin else None
    after = passage.words[end] if end < len(passage.words) else None
    # An edge is named after its place, so that two edges are two neighbours.
    left, right = _neighbour(before, candidate.count), _neighbour(after, candidate.count)
    candidate.left[left] = candidate.left.get(left, 0) + 1
    candidate.right[right] = candidate.right.get(right, 0) + 1


def _neighbour(word: Word | None, number: int) -> str:
    return f"{EDGE}{number}" if word is None or word.tag == MARK else word.text
