"""Which articles are on the same matter, asked of one article at a time: the rule of ``generator.related``."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable

from generator.catalogue.naming import Naming
from generator.catalogue.packing import SUFFIX, TERMS, Piece, is_counted, pack, unpack
from generator.catalogue.places import Places, reference, split
from generator.catalogue.postings import read_refs
from generator.model import TERM_KINDS
from generator.related import NEAREST, RELATED, least_score, weight

Found = dict[str, tuple[tuple[int, str], ...]]
"""By the end of an article's id: the number of the issue and the end of the id of each related article."""


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

    def read_all(self) -> None:
        """Read the holders of all terms, to relate all articles."""
        rows = self._database.execute(
            "select key, refs from terms join postings on term = number where count > 1"
        )
        for key, refs in rows:
            self._holders[key] = self._weighed(key, read_refs(refs))

    def scores(self, ref: int, piece: Piece) -> dict[int, int]:
        """Return what an article shares with those near it under its terms, where that is enough."""
        scores: defaultdict[int, int] = defaultdict(int)
        places = self._places
        for keys in self._naming.keys(piece[TERMS]):
            for key in keys:
                refs, worth = self._held(key)
                if worth:
                    at = places.find(refs, ref)
                    for other in refs[max(at - NEAREST, 0) : at + NEAREST + 1]:
                        scores[other] += worth
        scores.pop(ref, None)
        return {other: score for other, score in scores.items() if score > self._least}

    def related(self, ref: int, piece: Piece) -> tuple[tuple[int, str], ...]:
        """Return the articles most related to one, the most related first."""
        scores = self.scores(ref, piece)
        if not scores:
            return ()
        places = self._places
        day = places.day(ref)
        nearest = sorted(
            scores, key=lambda other: (-scores[other], abs(day - places.day(other)), places.key(other))
        )
        return tuple(map(self.name, nearest[:RELATED]))

    def name(self, ref: int) -> tuple[int, str]:
        """Return the number of an article's issue and the end of its id."""
        number, place = split(ref)
        suffixes = self._suffixes.get(number)
        if suffixes is None:
            query = "select suffixes from issues where number = ?"
            (text,) = self._database.execute(query, (number,)).fetchone()
            suffixes = self._suffixes[number] = text.split(" ")
        return number, suffixes[place]

    def _held(self, key: str) -> tuple[array[int], int]:
        held = self._holders.get(key)
        if held is None:
            query = "select refs from terms join postings on term = number where key = ?"
            (refs,) = self._database.execute(query, (key,)).fetchone() or (b"",)
            held = self._holders[key] = self._weighed(key, read_refs(refs))
        return held

    def _weighed(self, key: str, refs: array[int]) -> tuple[array[int], int]:
        return refs, weight(TERM_KINDS[int(key[0])], len(refs), self._size)


def relate(
    number: int, pieces: tuple[Piece, ...], only: Iterable[int] | None, kin: Kinship, kept: Found
) -> Found:
    """Return the related articles of an issue's articles: anew for those at the places ``only``, else as ``kept``.

    Without ``only`` all are found anew.
    """
    found: Found = {}
    anew = None if only is None else set(only)
    for place, piece in enumerate(pieces):
        if is_counted(piece):
            ids = (
                kin.related(reference(number, place), piece)
                if anew is None or place in anew
                else kept.get(piece[SUFFIX], ())
            )
            if ids:
                found[piece[SUFFIX]] = ids
    return found


def pack_related(found: Found) -> bytes:
    """Return related articles as bytes."""
    return pack(tuple(found.items()))


def unpack_related(data: bytes) -> Found:
    """Return related articles from their bytes."""
    return dict(unpack(data)) if data else {}
