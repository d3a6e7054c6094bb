"""What the tables say after an update against what they said before: the delta."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from generator.catalogue.changes import Changes
from generator.catalogue.faces import write_faces
from generator.catalogue.issue_rows import read_pieces
from generator.catalogue.kinship import Kinship, KinshipInOrder
from generator.catalogue.naming import Naming
from generator.catalogue.pieces import TERMS, is_counted
from generator.catalogue.places import Places, split
from generator.catalogue.relating import Relating, by_issue
from generator.catalogue.tallies import Tallies
from generator.catalogue.terms import TermUpdate
from generator.model import TermKind
from generator.model.catalogue import Delta

Name = tuple[TermKind, str]
"""Kind and name of a term."""


class Comparing:
    """Compares, and on the way brings up to date what follows from a change: faces, tallies, related articles."""

    def __init__(
        self,
        database: sqlite3.Connection,
        naming: Naming,
        places: Places,
        changes: Changes,
        terms: TermUpdate,
    ) -> None:
        """``changes`` are those of the issues, ``terms`` what they have changed of terms."""
        self._database = database
        self._naming = naming
        self._places = places
        self._changes = changes
        self._terms = terms

    def delta(self, kin: Kinship, all_kin: KinshipInOrder | None) -> Delta:
        """Return what looks different; ``all_kin`` is given where all articles are to be related anew."""
        changes, places, terms = self._changes, self._places, self._terms
        shown = changes.shown | {ref for ref in terms.renamed if split(ref)[0] in places.ids}
        looking = changes.articles | {kin.id(ref) for ref in shown}
        self._note_differing(terms.renamed)
        numbers = sorted(changes.issues | {split(ref)[0] for ref in shown})
        issues = write_faces(self._database, numbers)
        terms.rows.load(changes.differing)
        names, readdressed, relinked = self._compare_terms(kin)
        if all_kin:
            relinked |= Relating(self._database, places, all_kin, changes.replaced).all()
        relating = Relating(self._database, places, kin, changes.replaced)
        if not all_kin:
            relinked |= relating.some(terms.near, terms.lighter, changes.moved, changes.issues)
        relinked |= relating.listing(shown - changes.fresh)
        return Delta(
            frozenset(places.ids[number] for number in issues),
            frozenset(changes.gone),
            frozenset(looking),
            frozenset(relinked - looking),
            frozenset(readdressed),
            frozenset(names),
        )

    def _note_differing(self, renamed: Collection[int]) -> None:
        """Note the terms of the counted articles that show another name for one of their forms."""
        for number, places in by_issue(renamed, self._places):
            _, pieces = read_pieces(self._database, number)
            for place in places:
                if place < len(pieces) and is_counted(pieces[place]):
                    self._changes.differing.update(*self._naming.keys(pieces[place][TERMS]))

    def _compare_terms(self, kin: Kinship) -> tuple[set[Name], set[Name], set[str]]:
        """Return the terms that look different, those with another address, and the articles that link to these."""
        names: set[Name] = set()
        readdressed: set[Name] = set()
        relinked: set[str] = set()
        tallies = Tallies()
        rows = self._terms.rows
        for before, now in rows.compared():
            key = (now or before).key  # type: ignore[union-attr]  # one of the two is there
            other = (before.card if before else ()) != (now.card if now else ())
            if other:
                tallies.count(before, -1)
                tallies.count(now, 1)
            if other or key in self._changes.differing:
                names |= {(row.term_kind, row.name) for row in (before, now) if row and row.listed}
            if now and before and before.link != now.link:
                if before.listed:
                    readdressed |= {(row.term_kind, row.name) for row in (before, now) if row.listed}
                posted = rows.postings([now])[now.number]
                relinked |= {kin.id(ref) for ref in (*posted.refs, *posted.mentions)}
        tallies.write(self._database)
        return names, readdressed, relinked
