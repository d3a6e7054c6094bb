"""Readings into readings with names: every mention of a name becomes one word, so that no term is a part of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        replace(passage, words=tuple(_join(passage, sorted(marks[number])))) if number in marks else passage
        for number, passage in enumerate(reading.passages)
    )
    return replace(reading, passages=passages)


def _join(passage: Passage, marks: Sequence[tuple[int, int, str, str]]) -> Iterator[Word]:
    ends = {start: (end, tag) for start, end, _, tag in marks}
    until = 0
    for word in passage.words:
        # A name may begin or end inside a word that was cut wrongly: what is left of it is dropped.
        inside = next(
            (start for start in range(word.start, word.start + len(word.text)) if start in ends), None
        )
        if inside is not None and inside >= until:
            end, tag = ends[inside]
            # The word stands for the text that it replaces, whatever the length of the name it is given.
            yield Word(passage.text[inside:end], tag, inside)
            until = end
        elif word.start >= until:
            yield word
