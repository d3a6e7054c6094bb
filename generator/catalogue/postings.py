"""Who has a term: references to its articles in the archive's order, the place that it has in each, and notices."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.catalogue.kinship_rule import NEAREST
from generator.catalogue.places import Places

REF_BYTES = array("q").itemsize
"""Of one reference, packed."""
_RANK_BITS = 16
MOST_RANK = (1 << _RANK_BITS) - 1
"""Places from this one on are not told apart."""


def with_rank(ref: int, rank: int) -> int:
    """Return a reference to an article and the place that a term has in it as one number."""
    return ref << _RANK_BITS | min(rank, MOST_RANK)


def apart(gained: int) -> tuple[int, int]:
    """Return the reference and the rank that ``with_rank`` was given."""
    return gained >> _RANK_BITS, gained & MOST_RANK


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

    def remove(self, refs: Iterable[int], places: Places) -> set[int]:
        """Take articles out; return those that had one of them among their nearest."""
        near: set[int] = set()
        for ref in refs:
            at = places.find(self.refs, ref)
            near.update(self.refs[max(at - NEAREST, 0) : at + NEAREST + 1])
            del self.refs[at]
            del self.ranks[at]
        return near

    def add(self, gained: Iterable[int], places: Places) -> set[int]:
        """Put articles in, given with their ranks; return those that lost one of their nearest by it.

        Behind the last article nobody loses one, and that is where the articles of a new issue come.
        """
        near: set[int] = set()
        for each in gained:
            ref, rank = apart(each)
            at = places.find(self.refs, ref)
            if at < len(self.refs):
                near.update(self.refs[max(at - NEAREST, 0) : at + NEAREST])
            self.refs.insert(at, ref)
            self.ranks.insert(at, rank)
        return near

    def fill(self, gained: Iterable[int], places: Places) -> None:
        """Put the first articles in, given with their ranks, of which there are none yet."""
        pairs = list(map(apart, gained))
        if len(pairs) > 1:
            pairs.sort(key=lambda pair: places.key(pair[0]))
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
