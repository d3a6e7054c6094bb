"""Who has a term: references to its articles in the archive's order, the place that it has in each, and notices."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from generator.catalogue.places import Places
from generator.related import NEAREST

MOST_RANK = 0xFFFF
"""Places from this one on are not told apart."""


def _refs() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Postings:
    """The articles of a term, oldest first, and the pieces that name it and are not counted."""

    refs: array[int] = field(default_factory=_refs)
    ranks: array[int] = field(default_factory=lambda: array("H"))
    mentions: array[int] = field(default_factory=_refs)

    def packed(self) -> tuple[bytes, bytes, bytes]:
        """Return the bytes that ``read_postings`` reads."""
        return self.refs.tobytes(), self.ranks.tobytes(), self.mentions.tobytes()

    def remove(self, refs: array[int], places: Places) -> set[int]:
        """Take articles out; return those that had one of them among their nearest."""
        near: set[int] = set()
        for ref in refs:
            at = places.find(self.refs, ref)
            near.update(self.refs[max(at - NEAREST, 0) : at + NEAREST + 1])
            del self.refs[at]
            del self.ranks[at]
        return near

    def add(self, refs: array[int], ranks: array[int], places: Places) -> set[int]:
        """Put articles in; return those that have one of them among their nearest."""
        near: set[int] = set()
        for ref, rank in zip(refs, ranks, strict=True):
            at = places.find(self.refs, ref)
            self.refs.insert(at, ref)
            self.ranks.insert(at, rank)
            near.update(self.refs[max(at - NEAREST, 0) : at + NEAREST + 1])
        return near

    def fill(self, refs: array[int], ranks: array[int], places: Places) -> None:
        """Put the first articles in, of which there are none yet."""
        pairs = sorted(zip(refs, ranks, strict=True), key=lambda pair: places.key(pair[0]))
        self.refs = array("q", [ref for ref, _ in pairs])
        self.ranks = array("H", [rank for _, rank in pairs])


def read_postings(refs: bytes, ranks: bytes, mentions: bytes) -> Postings:
    """Return what ``Postings.packed`` gave."""
    found = Postings()
    found.refs.frombytes(refs)
    found.ranks.frombytes(ranks)
    found.mentions.frombytes(mentions)
    return found


def read_refs(data: bytes) -> array[int]:
    """Return references from their bytes."""
    refs = array("q")
    refs.frombytes(data)
    return refs
