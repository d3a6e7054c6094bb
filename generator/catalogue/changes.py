"""What a changed issue changes: which articles came and went under which terms, and how often forms stand."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.catalogue.issue_rows import read_pieces
from generator.catalogue.naming import Naming
from generator.catalogue.pieces import FORMERLY, IMPORTED, SUFFIX, TERMS, Piece, is_counted
from generator.catalogue.places import Places, reference, split
from generator.catalogue.postings import with_rank


@dataclass(slots=True)
class TermChange:
    """What changed under one term: references to pieces that lost it and that got it."""

    gained: array[int] = field(default_factory=lambda: array("q"))
    """Articles that got it, each with the place that the term has in it: see ``with_rank``."""
    lost: list[int] | None = None
    mentioned: list[int] | None = None
    """Pieces that are not counted and got it."""
    unmentioned: list[int] | None = None


class Changes:
    """All that changed since the last update, gathered issue by issue."""

    def __init__(self, database: sqlite3.Connection, naming: Naming, places: Places, *, anew: bool) -> None:
        """Begin with nothing. With ``anew`` nobody asks what looks different: it is not gathered."""
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
        self.fresh: set[int] = set()
        """Those of them that are new."""
        self.replaced: set[int] = set()
        """References that stand for other pieces than before."""
        self.differing: set[str] = set()
        """Keys of the terms of counted articles that look different, before or after."""
        self.gone: set[str] = set()
        """Ids of issues that are no more."""
        self._database = database
        self._naming = naming
        self._places = places
        self._anew = anew
        self._days: Counter[int] = Counter()
        self._imported: dict[int, array[int]] = {}
        # Nearly every term has one form, which is its key: what is kept of each has to be little.
        self._forms: defaultdict[str, int] = defaultdict(int)
        self._uncounted: defaultdict[str, int] = defaultdict(int)
        self._variants: defaultdict[str, set[str]] = defaultdict(set)

    def gather(self, number: int, before: tuple[Piece, ...], after: tuple[Piece, ...]) -> None:
        """Take in that an issue had the pieces ``before`` and has ``after``; either may be empty."""
        self._imported[number] = array("i", [piece[IMPORTED] for piece in after])
        if not self._anew:
            self._look(number, before, after)
        for place, piece in enumerate(before):
            if place >= len(after) or not _stands(piece, after[place]):
                self._count(reference(number, place), piece, -1)
        for place, piece in enumerate(after):
            if place >= len(before) or not _stands(piece, before[place]):
                self._count(reference(number, place), piece, 1)

    def _look(self, number: int, before: tuple[Piece, ...], after: tuple[Piece, ...]) -> None:
        """Note which pieces look different."""
        issue_id = self._places.ids[number]
        old, new = ({piece[SUFFIX]: piece for piece in pieces} for pieces in (before, after))
        for suffix in old.keys() | new.keys():
            if old.get(suffix) != new.get(suffix):
                self.articles.add(f"{issue_id}/{suffix}")
                for piece in (old.get(suffix), new.get(suffix)):
                    if piece and is_counted(piece):
                        self.differing.update(*self._naming.keys(piece[TERMS]))
        for place, piece in enumerate(after):
            if place < len(before) and before[place][SUFFIX] != piece[SUFFIX]:
                self.replaced.add(reference(number, place))
            if old.get(piece[SUFFIX]) != piece:
                self.shown.add(reference(number, place))
                if piece[SUFFIX] not in old:
                    self.fresh.add(reference(number, place))

    def show_all(self, number: int, before: Iterable[Piece], after: Iterable[Piece]) -> None:
        """Take in that all pieces of an issue look different: each stands in lists with its issue."""
        for piece in (*before, *after):
            self.articles.add(f"{self._places.ids[number]}/{piece[SUFFIX]}")
            if is_counted(piece):
                self.differing.update(*self._naming.keys(piece[TERMS]))
        self.shown.update(reference(number, place) for place, _ in enumerate(after))

    def forms(self, key: str) -> Iterator[tuple[str, int, int]]:
        """Yield forms of a term, with how many times more each stands in counted articles, and in all pieces."""
        variants = self._variants.get(key)
        for form in {key, *variants} if variants else (key,):
            total, uncounted = self._forms.get(form, 0), self._uncounted.get(form, 0)
            if total or uncounted:
                yield form[1:], total - uncounted, total

    def imported(self, ref: int) -> int:
        """Return the day on which an article was imported, as an ordinal; 0 where it is not known."""
        number, place = split(ref)
        if number not in self._imported:
            _, pieces = read_pieces(self._database, number)
            self._imported[number] = array("i", [piece[IMPORTED] for piece in pieces])
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
            if sign > 0 and not self._anew:
                self.moved.add(ref)
        terms, find, tally = self.terms, self._naming.key, self._forms
        for kind, forms in enumerate(piece[TERMS]):
            passed: dict[str, None] = {}
            for form in forms:
                key = find(kind, form)
                named = f"{kind}{form}"
                tally[named] += sign
                if named != key:
                    self._variants[key].add(named)
                if not counted:
                    self._uncounted[named] += sign
                if key in passed:
                    continue
                if counted and sign > 0:
                    terms[key].gained.append(with_rank(ref, len(passed)))
                else:
                    self._note(terms[key], ref, sign, counted)
                passed[key] = None

    @staticmethod
    def _note(change: TermChange, ref: int, sign: int, counted: bool) -> None:
        if counted:
            change.lost = [*(change.lost or ()), ref]
        elif sign > 0:
            change.mentioned = [*(change.mentioned or ()), ref]
        else:
            change.unmentioned = [*(change.unmentioned or ()), ref]


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
