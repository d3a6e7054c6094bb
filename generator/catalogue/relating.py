"""Related articles brought up to date: of those articles alone that a change can reach."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from generator.catalogue.issue_rows import read_pieces
from generator.catalogue.kinship import Found, Kin, Kinship, pack_related, relate_all, unpack_related
from generator.catalogue.pieces import Piece, is_counted
from generator.catalogue.places import Places, reference, split


@dataclass(slots=True)
class Reach:
    """What a change reaches in one issue, by place."""

    anew: set[int] = field(default_factory=set)
    lighter: set[int] = field(default_factory=set)
    coming: defaultdict[int, list[Kin]] = field(default_factory=lambda: defaultdict(list))


class Relating:
    """The column of related articles."""

    def __init__(
        self, database: sqlite3.Connection, places: Places, kin: Kinship, replaced: Collection[int]
    ) -> None:
        """``kin`` knows the archive as it is now; ``replaced`` are references that stood for other pieces."""
        self._database = database
        self._places = places
        self._kin = kin
        self._replaced = frozenset(replaced)
        self._scores: dict[int, dict[int, int]] = {}

    def all(self) -> set[str]:
        """Relate all articles anew; return the ids of those whose related articles are others now."""
        found: set[str] = set()
        for number in self._places.in_order():
            found |= self._write(
                number,
                self._kept(number),
                relate_all(number, read_pieces(self._database, number)[1], self._kin),
            )
        return found

    def some(self, near: set[int], lighter: set[int], moved: set[int], issues: Collection[int]) -> set[str]:
        """Relate anew what may be related otherwise; return the ids of articles whose related ones are others.

        ``near`` are articles whose neighbours are others, ``lighter`` those one of whose terms counts less: that
        concerns only those that have related articles. ``moved`` are new articles or have other terms; they come
        to those that they share enough with. ``issues`` are those whose articles may be no more.
        """
        reach: defaultdict[int, Reach] = defaultdict(Reach)
        for number in issues:
            reach[number] = Reach()
        for number, places in by_issue(near | moved, self._places):
            reach[number].anew.update(places)
        for number, places in by_issue(lighter, self._places):
            reach[number].lighter.update(places)
        for number, places in by_issue(moved, self._places):
            pieces = read_pieces(self._database, number)[1]
            for place in places:
                ref = reference(number, place)
                for other, score in self._score(ref, pieces[place]).items():
                    there, at = split(other)
                    reach[there].coming[at].append((ref, score))
        found: set[str] = set()
        for number in sorted(reach.keys() & self._places.ids.keys()):
            kept = self._kept(number)
            found |= self._write(number, kept, self._relate(number, kept, reach[number], number in issues))
        return found

    def _relate(self, number: int, kept: Found, reach: Reach, changed: bool) -> Found:
        """Return the related articles of an issue's articles; of those only reached by what comes, with that."""
        now = dict(kept)
        anew = reach.anew | (reach.lighter & kept.keys())
        for place in reach.coming.keys() - anew:
            now[place] = self._kin.nearest(
                reference(number, place), dict((*kept.get(place, ()), *reach.coming[place]))
            )
        if not anew and not changed:
            return now
        pieces = read_pieces(self._database, number)[1]
        counted = {place for place, piece in enumerate(pieces) if is_counted(piece)}
        for place in anew & counted:
            ref = reference(number, place)
            now[place] = self._kin.nearest(ref, self._score(ref, pieces[place]))
        return {place: kin for place, kin in now.items() if kin and place in counted}

    def listing(self, shown: set[int]) -> set[str]:
        """Return the ids of the articles that list one of those ``shown`` among their related ones."""
        asked: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for number, places in by_issue(shown, self._places):
            pieces = read_pieces(self._database, number)[1]
            for place in places:
                if is_counted(pieces[place]):
                    ref = reference(number, place)
                    for other in self._score(ref, pieces[place]):
                        there, at = split(other)
                        asked[there][at].add(ref)
        return {
            self._kin.id(reference(number, place))
            for number, wanted in asked.items()
            for place, kin in self._kept(number).items()
            if any(ref in wanted[place] for ref, _ in kin)
        }

    def _score(self, ref: int, piece: Piece) -> dict[int, int]:
        scores = self._scores.get(ref)
        if scores is None:
            scores = self._scores[ref] = self._kin.scores(ref, piece)
        return scores

    def _kept(self, number: int) -> Found:
        row = self._database.execute("select related from issues where number = ?", (number,)).fetchone()
        return unpack_related(row[0])

    def _write(self, number: int, kept: Found, now: Found) -> set[str]:
        """Write related articles where they are others; return the ids of the articles whose are."""
        if now != kept:
            row = pack_related(now), number
            self._database.execute("update issues set related = ? where number = ?", row)
        return {
            self._kin.id(reference(number, place))
            for place in range(self._kin.length(number))
            if self._is_other(kept.get(place, ()), now.get(place, ()))
        }

    def _is_other(self, kept: tuple[Kin, ...], now: tuple[Kin, ...]) -> bool:
        refs = [ref for ref, _ in now]
        return refs != [ref for ref, _ in kept] or not self._replaced.isdisjoint(refs)


def by_issue(refs: Iterable[int], places: Places) -> Iterator[tuple[int, list[int]]]:
    """Yield the numbers of issues that are there, each with the places that ``refs`` name in it."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for ref in sorted(refs):
        number, place = split(ref)
        if number in places.ids:
            found[number].append(place)
    yield from found.items()
