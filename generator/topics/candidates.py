"""Readings into candidate terms: words, and compounds of up to three adjacent words, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.topics.grammar import AFFIX, ALONE, FIRST, LAST, MIDDLE, VERB, part
from generator.topics.reading import LATIN, MARK, NUMBER, Passage, Reading, Word

MOST_WORDS = 3
"""Words in a compound, affixes of one character apart: longer ones are sentences."""
MOST_CHARACTERS = 12
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
    alone: bool
    """Could be a topic by itself, as far as its words go."""
    first: int
    """Place of its first occurrence among the occurrences of the story."""
    count: int = 0
    weight: float = 0.0
    headline: bool = False
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)


def candidates(reading: Reading) -> dict[str, Candidate]:
    """Return the candidates of ``reading`` by their text, in the order of their first occurrence."""
    found: dict[str, Candidate] = {}
    for passage in reading.passages:
        weight = passage.weight
        headline = passage.field in {"title", "subtitle", "kicker"}
        for begin, end, text, verbal, alone in _spans(passage.words):
            candidate = found.get(text)
            if candidate is None:
                span = passage.words[begin:end]
                candidate = found[text] = Candidate(
                    text, tuple(w.text for w in span), tuple(w.tag for w in span), verbal, alone, len(found)
                )
            candidate.count += 1
            candidate.weight += weight
            candidate.headline |= headline
            _note_neighbours(candidate, passage, begin, end)
    return found


def _note_neighbours(candidate: Candidate, passage: Passage, begin: int, end: int) -> None:
    before = passage.words[begin - 1] if begin else None
    after = passage.words[end] if end < len(passage.words) else None
    # An edge is named after its place, so that two edges are two neighbours.
    candidate.left[_neighbour(before, candidate.count)] += 1
    candidate.right[_neighbour(after, candidate.count)] += 1


def _neighbour(word: Word | None, number: int) -> str:
    return f"{EDGE}{number}" if word is None or word.tag == MARK else word.text


def _spans(words: tuple[Word, ...]) -> Iterator[tuple[int, int, str, bool, bool]]:
    """Yield each stretch of words that may be a term: begin, end, text, has a verb, is a word alone."""
    parts = [part(word) for word in words]
    for begin, first in enumerate(parts):
        if not first & (FIRST | ALONE) or (begin and _is_amount(words[begin - 1], words[begin])):
            continue
        leans = begin > 0 and _leans(words[begin - 1], words[begin])
        size, text, verbal = 0, "", False
        for end in range(begin, len(words)):
            here = parts[end]
            if not here or (end > begin and not _touch(words[end - 1], words[end])):
                break
            affix = bool(here & AFFIX)
            size += not affix
            if size > MOST_WORDS or end - begin > MOST_WORDS + 1:
                break
            blank = text and words[end].start > words[end - 1].start + len(words[end - 1].text)
            latin = words[end].tag == words[end - 1].tag == LATIN
            text += f" {words[end].text}" if blank and latin else words[end].text
            if len(text) > MOST_CHARACTERS and not latin:
                break
            verbal |= bool(here & VERB)
            if end == begin:
                if here & ALONE:
                    yield begin, end + 1, text, verbal, True
            elif here & LAST and size and not leans:
                yield begin, end + 1, text, verbal, False
            if not here & MIDDLE:
                break


def _touch(left: Word, right: Word) -> bool:
    """Tell whether two words stand together; a single blank beside Latin letters does not part them."""
    gap = right.start - left.start - len(left.text)
    return gap == 0 or (gap == 1 and LATIN in (left.tag, right.tag))


def _leans(left: Word, word: Word) -> bool:
    """Tell whether ``word`` has a prefix before it, without which a compound is a fragment (多 before 模态数据)."""
    return len(left.text) == 1 and _touch(left, word) and bool(left.tag == "m" or part(left) & AFFIX)


def _is_amount(number: Word, word: Word) -> bool:
    """Tell whether ``word`` counts something: the 亿元 of 8亿元, the 届 of 20届."""
    return (
        number.tag in {NUMBER, "m"}
        and _touch(number, word)
        and (len(word.text) == 1 or word.tag in {"m", "q"})
    )
