"""Readings into readings with names: every mention of a name becomes one word, so that no term is a part of one."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.topics.names.mentions import Mention, covers
from generator.topics.names.organisations import find_organisations
from generator.topics.names.people import People, find_people
from generator.topics.names.places import find_places
from generator.topics.reading import ORGANISATION, PERSON, PLACE, Passage, Reading, Word


@dataclass(frozen=True, slots=True)
class Names:
    """The mentions of names in a reading, by kind."""

    people: People
    organisations: tuple[Mention, ...]
    places: tuple[Mention, ...]


def find_names(reading: Reading) -> Names:
    """Find organisations first, then people and places in what is left: 华为 is no person, 北京大学 no place."""
    organisations = find_organisations(reading)
    people = find_people(reading, covers(organisations))
    places = find_places(reading, covers((*organisations, *people.named, *people.telling)))
    return Names(people, organisations, places)


def join_names(reading: Reading, names: Names) -> Reading:
    """Return ``reading`` with each name one word, tagged by its kind."""
    tagged = [
        (PERSON, names.people.named),
        (PERSON, names.people.telling),
        (ORGANISATION, names.organisations),
        (PLACE, names.places),
    ]
    marks: dict[int, list[tuple[int, int, str, str]]] = {}
    for tag, mentions in tagged:
        for mention in mentions:
            marks.setdefault(mention.passage, []).append((mention.start, mention.end, mention.name, tag))
    passages = tuple(
        passage._replace(words=_join(passage, sorted(marks[number]))) if number in marks else passage
        for number, passage in enumerate(reading.passages)
    )
    return replace(reading, passages=passages)


def _join(passage: Passage, marks: Sequence[tuple[int, int, str, str]]) -> tuple[Word, ...]:
    """Return the words of ``passage`` with one for each of ``marks``: start, end, name and tag."""
    tokens = passage.words
    ends = {start: (end, tag) for start, end, _, tag in marks}
    kept: list[Word] = []
    # A name may begin or end inside a word that was cut wrongly: what is left of it is dropped.
    place = until = 0
    for start, (end, tag) in ends.items():
        at = bisect.bisect_right(tokens, start, key=_start) - 1
        if at < place or start >= _stop(tokens[at]):
            continue
        first = bisect.bisect_left(tokens, until, place, key=_start)
        kept += tokens[first:at]
        place = at + 1
        if start >= until:
            # The word stands for the text that it replaces, whatever the length of the name it is given.
            kept.append(Word(passage.text[start:end], tag, start))
            until = end
    first = bisect.bisect_left(tokens, until, place, key=_start)
    return (*kept, *tokens[first:])


def _start(word: Word) -> int:
    return word.start


def _stop(word: Word) -> int:
    return word.start + len(word.text)
