"""What a changed issue changes: which articles came and went under which terms, and how often forms stand."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.catalogue.naming import Naming, count_forms
from generator.catalogue.packing import FORMERLY, IMPORTED, SUFFIX, TERMS, Piece, is_counted, unpack
from generator.catalogue.places import Places, reference, split
from generator.catalogue.postings import MOST_RANK


def _refs() -> array[int]:
    return array("q")


@dataclass(slots=True)
class TermChange:
    """What changed under one term: references to pieces that lost it and that got it, and counts of its forms."""

    lost: array[int] = field(default_factory=_refs)
    gained: array[int] = field(default_factory=_refs)
    ranks: array[int] = field(default_factory=lambda: array("H"))
    """The place that the term has in each article that got it."""
    unmentioned: array[int] = field(default_factory=_refs)
    mentioned: array[int] = field(default_factory=_refs)
    forms: dict[str, list[int]] = field(default_factory=dict)
    """By form, how many times more it stands in articles that are counted, and in all pieces."""


class Changes:
    """All that changed since the last update, gathered issue by issue."""

    def __init__(self, database: sqlite3.Connection, naming: Naming, places: Places) -> None:
        """Begin with nothing."""
        self.terms: defaultdict[str, TermChange] = defaultdict(TermChange)
        """By key of the term."""
        self.issues: set[int] = set()
        """Numbers of issues whose face is to be made again."""
        self.articles: set[str] = set()
        """Ids of articles that look different, or are no more."""
        self.moved: set[int] = set()
        """References to counted articles that are new, or have other terms or another place."""
        self.shown: set[int] = set()
        """References to pieces that look different and are there."""
        self.differing: set[str] = set()
        """Keys of the terms of counted articles that look different, before or after."""
        self.gone: set[str] = set()
        """Ids of issues that are no more."""
        self._database = database
        self._naming = naming
        self._places = places
        self._days: Counter[int] = Counter()
        self._imported: dict[int, array[int]] = {}

    def gather(self, number: int, before: tuple[Piece, ...], after: tuple[Piece, ...]) -> None:
        """Take in that an issue had the pieces ``before`` and has ``after``; either may be empty."""
        issue_id = self._places.ids[number]
        self._imported[number] = array("i", [piece[IMPORTED] for piece in after])
        old, new = ({piece[SUFFIX]: piece for piece in pieces} for pieces in (before, after))
        for suffix in old.keys() | new.keys():
            if old.get(suffix) != new.get(suffix):
                self.articles.add(f"{issue_id}/{suffix}")
                for piece in (old.get(suffix), new.get(suffix)):
                    if piece and is_counted(piece):
                        self.differing.update(*self._naming.keys(piece[TERMS]))
        for place, piece in enumerate(before):
            if place >= len(after) or not _stands(piece, after[place]):
                self._count(reference(number, place), piece, -1)
        for place, piece in enumerate(after):
            if old.get(piece[SUFFIX]) != piece:
                self.shown.add(reference(number, place))
            if place >= len(before) or not _stands(piece, before[place]):
                self._count(reference(number, place), piece, 1)

    def show_all(self, number: int, before: Iterable[Piece], after: Iterable[Piece]) -> None:
        """Take in that all pieces of an issue look different: each stands in lists with its issue."""
        for piece in (*before, *after):
            self.articles.add(f"{self._places.ids[number]}/{piece[SUFFIX]}")
            if is_counted(piece):
                self.differing.update(*self._naming.keys(piece[TERMS]))
        self.shown.update(reference(number, place) for place, _ in enumerate(after))

    def imported(self, ref: int) -> int:
        """Return the day on which an article was imported, as an ordinal; 0 where it is not known."""
        number, place = split(ref)
        if number not in self._imported:
            (packed,) = self._database.execute(
                "select pieces from issues where number = ?", (number,)
            ).fetchone()
            self._imported[number] = array("i", [piece[IMPORTED] for piece in unpack(packed)[1]])
        return self._imported[number][place]

    def count_days(self) -> dict[int, int]:
        """Return how many counted articles were imported on each day, by ordinal, and write it down."""
        days = Counter(dict(self._database.execute("select day, articles from days")))
        for day, more in self._days.items():
            days[day] += more
            self._database.execute("insert or replace into days values (?, ?)", (day, days[day]))
        self._database.execute("delete from days where articles = 0")
        return {day: articles for day, articles in days.items() if articles}

    def _count(self, ref: int, piece: Piece, sign: int) -> None:
        counted = is_counted(piece)
        if counted:
            self._days[piece[IMPORTED]] += sign
            if sign > 0:
                self.moved.add(ref)
        for keys in self._naming.keys(piece[TERMS]):
            for rank, key in enumerate(keys):
                change = self.terms[key]
                if not counted:
                    (change.mentioned if sign > 0 else change.unmentioned).append(ref)
                elif sign > 0:
                    change.gained.append(ref)
                    change.ranks.append(min(rank, MOST_RANK))
                else:
                    change.lost.append(ref)
        for (kind, form), times in count_forms(piece[TERMS]).items():
            tally = self.terms[self._naming.key(kind, form)].forms.setdefault(form, [0, 0])
            tally[0] += sign * times * counted
            tally[1] += sign * times


def _stands(piece: Piece, other: Piece) -> bool:
    """Tell whether a piece stands in the same terms as the one that had its place before."""
    return (
        piece[SUFFIX] == other[SUFFIX]
        and piece[TERMS] == other[TERMS]
        and piece[IMPORTED] == other[IMPORTED]
        and is_counted(piece) == is_counted(other)
    )


def claims(number: int, pieces: Iterable[Piece]) -> list[tuple[int, str, str]]:
    """Return the ids that pieces of an issue had formerly, as rows."""
    return [(number, piece[SUFFIX], former) for piece in pieces for former in piece[FORMERLY]]
