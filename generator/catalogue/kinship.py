"""Which articles are on the same matter, by the rule of ``kinship_rule``: asked of one, or of all in order."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from operator import itemgetter

from generator.catalogue.kinship_rule import NEAREST, RELATED, least_score, weight
from generator.catalogue.naming import Naming
from generator.catalogue.packing import pack, unpack
from generator.catalogue.pieces import TERMS, Piece, is_counted
from generator.catalogue.places import Places, reference, split
from generator.catalogue.postings import read_refs
from generator.model import TERM_KINDS

Kin = tuple[int, int]
"""A reference to a related article, and what both share."""
Found = dict[int, tuple[Kin, ...]]
"""By an article's place in its issue, its related articles, the most related first."""


class Kinship:
    """The archive's articles by how much they share."""

    def __init__(self, database: sqlite3.Connection, naming: Naming, places: Places, size: int) -> None:
        """``size`` is the number of steps in which rarity is told."""
        self._database = database
        self._naming = naming
        self._places = places
        self._size = size
        self._least = least_score(size)
        self._holders: dict[str, tuple[array[int], int]] = {}
        self._suffixes: dict[int, list[str]] = {}

    def scores(self, ref: int, piece: Piece) -> dict[int, int]:
        """Return what an article shares with those near it under its terms, where that is enough.

        What one shares with another, the other shares with it.
        """
        scores: defaultdict[int, int] = defaultdict(int)
        places = self._places
        for key in self._naming.flat_keys(piece[TERMS]):
            refs, worth = self._held(key)
            if worth:
                at = places.find(refs, ref)
                for other in refs[max(at - NEAREST, 0) : at + NEAREST + 1]:
                    scores[other] += worth
        scores.pop(ref, None)
        return {other: score for other, score in scores.items() if score > self._least}

    def related(self, ref: int, piece: Piece) -> tuple[Kin, ...]:
        """Return the articles most related to one, the most related first."""
        return self.nearest(ref, self.scores(ref, piece))

    def nearest(self, ref: int, scores: Mapping[int, int]) -> tuple[Kin, ...]:
        """Return those of the ``scores`` that are most related to an article, the most related first."""
        places = self._places
        day = places.day(ref)
        # Where more are to be had, those are left out first that cannot be among them.
        least = sorted(scores.values())[-RELATED] if len(scores) > RELATED else 0
        near = [
            (-score, abs(day - places.day(other)), places.key(other), other)
            for other, score in scores.items()
            if score >= least
        ]
        near.sort()
        return tuple((other, -score) for score, _, _, other in near[:RELATED])

    def id(self, ref: int) -> str:
        """Return the id of a piece."""
        number, place = split(ref)
        return f"{self._places.ids[number]}/{self._suffixes_of(number)[place]}"

    def length(self, number: int) -> int:
        """Return how many pieces an issue has."""
        return len(self._suffixes_of(number))

    def _suffixes_of(self, number: int) -> list[str]:
        suffixes = self._suffixes.get(number)
        if suffixes is None:
            query = "select suffixes from issues where number = ?"
            (text,) = self._database.execute(query, (number,)).fetchone()
            suffixes = self._suffixes[number] = text.split()
        return suffixes

    def _held(self, key: str) -> tuple[array[int], int]:
        held = self._holders.get(key)
        if held is None:
            query = "select refs from terms join postings on term = number where key = ?"
            (data,) = self._database.execute(query, (key,)).fetchone() or (b"",)
            refs = read_refs(data)
            held = self._holders[key] = refs, weight(TERM_KINDS[int(key[0])], len(refs), self._size)
        return held


class KinshipInOrder(Kinship):
    """The same for an archive all of whose articles are related anew: no article is looked for, each comes next."""

    def __init__(self, database: sqlite3.Connection, naming: Naming, places: Places, size: int) -> None:
        """Read the holders of all terms that more than one article has."""
        super().__init__(database, naming, places, size)
        query = "select key, refs from terms join postings on term = number where count > 1"
        self._next: dict[str, list[int]] = {}
        for key, data in database.execute(query):
            worth = weight(TERM_KINDS[int(key[0])], len(data) // array("q").itemsize, size)
            if worth:
                self._holders[key] = read_refs(data), worth
                self._next[key] = [0]

    def related(self, ref: int, piece: Piece) -> tuple[Kin, ...]:
        """Return the articles most related to the next article, the most related first."""
        near = list(self._near(piece))
        times = Counter(chain.from_iterable(refs for _, refs in near))
        times.pop(ref, None)
        often = {other for other, count in times.items() if count > 1}
        scores = dict.fromkeys(often, 0)
        scores[ref] = 0  # itself, which is near everywhere
        for worth, refs in near:
            for other in often.intersection(refs):
                scores[other] += worth
        # Whoever shares one term alone scores what it is worth. The rest of the terms is for when that is too few.
        near.sort(key=itemgetter(0), reverse=True)
        for worth, refs in near:
            if worth <= self._least or sum(score > worth for score in scores.values()) >= RELATED:
                break
            for other in refs:
                scores.setdefault(other, worth)
        scores.pop(ref, None)
        return self.nearest(ref, {other: score for other, score in scores.items() if score > self._least})

    def _near(self, piece: Piece) -> Iterator[tuple[int, array[int]]]:
        """Yield the articles near the next one under each of its terms, and what the term is worth."""
        for key in self._naming.flat_keys(piece[TERMS]):
            held = self._holders.get(key)
            if held:
                refs, worth = held
                at = self._next[key]
                place = at[0]
                at[0] = place + 1
                yield worth, refs[place - NEAREST if place > NEAREST else 0 : place + NEAREST + 1]


def relate_all(number: int, pieces: tuple[Piece, ...], kin: Kinship) -> Found:
    """Return the related articles of all articles of an issue."""
    found: Found = {}
    for place, piece in enumerate(pieces):
        if is_counted(piece):
            related = kin.related(reference(number, place), piece)
            if related:
                found[place] = related
    return found


def pack_related(found: Found) -> bytes:
    """Return related articles as bytes."""
    return pack(tuple(sorted(found.items())))


def unpack_related(data: bytes) -> Found:
    """Return related articles from their bytes."""
    return dict(unpack(data)) if data else {}
