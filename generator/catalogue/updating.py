"""The catalogue brought up to date with the issues that changed, and what has come to look different by it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterable

from generator.catalogue.changes import Changes, claims
from generator.catalogue.comparing import Comparing
from generator.catalogue.database import indexed_afterwards
from generator.catalogue.faces import write_faces
from generator.catalogue.issue_rows import read_pieces
from generator.catalogue.kinship import Kinship, KinshipInOrder
from generator.catalogue.kinship_rule import steps
from generator.catalogue.naming import Naming
from generator.catalogue.page_rule import page_rule
from generator.catalogue.pieces import (
    SUFFIX,
    as_written,
    in_lists,
    pack_article,
    pack_pieces,
    pack_record,
    unpack_issue,
    unpack_record,
)
from generator.catalogue.places import MOST_PIECES, Places
from generator.catalogue.tallies import tally_all
from generator.catalogue.term_relations import Relations
from generator.catalogue.term_rows import TermRow, TermRows
from generator.catalogue.terms import TermUpdate, list_broader, settle_pages, settle_slugs
from generator.errors import error
from generator.model import IssueSummary
from generator.model.catalogue import Delta

_DERIVED = ("terms", "postings", "renamed", "days", "claims")


class Update:
    """One update, within one transaction."""

    def __init__(self, database: sqlite3.Connection, naming: Naming, *, page_from: int, anew: bool) -> None:
        """With ``anew`` all that follows from the issues is found again, not only what changed."""
        self._database = database
        self._naming = naming
        self._page_from = page_from
        self._anew = anew
        self._places = Places(database)
        self._changes = Changes(database, naming, self._places, anew=anew)

    def run(self, changed: Iterable[IssueSummary], gone: Collection[str]) -> Delta:
        """Take in issues that ``changed`` and drop those ``gone``; return what looks different."""
        database, changes = self._database, self._changes
        before = page_rule(dict(database.execute("select day, articles from days")), self._kept_page_from())
        size = self._size()
        if self._anew:
            for table in _DERIVED:
                database.execute(f"delete from {table}")  # noqa: S608  # names of our own
        dropped = [number for id_ in sorted(gone) if (number := self._places.numbers.get(id_))]
        for number in dropped:
            self._drop(number)
        taken = {self._take(summary) for summary in changed}
        if self._anew:
            for number in sorted(self._places.ids.keys() - taken - set(dropped)):
                self._take(self._stored(number))
        days = changes.count_days()
        self._write_note("articles", str(sum(days.values())))
        self._write_note("page_from", str(self._page_from))
        rule = page_rule(days, self._page_from)
        sizes = size, self._size()
        rows = TermRows(database, remember=not self._anew)
        terms = TermUpdate(database, self._naming, self._places, rule, rows)
        with indexed_afterwards(database) if self._anew else contextlib.nullcontext():
            terms.apply(changes, None if self._anew or sizes[0] != sizes[1] else sizes)
        self._settle(terms, rule != before)
        for number in dropped:
            self._places.remove(number)
        if self._anew:
            tally_all(database)
            write_faces(database, self._places.in_order(), self._kin_in_order())
            return Delta((), frozenset(changes.gone), (), (), (), (), everything=True)
        compared = Comparing(database, self._naming, self._places, changes, terms)
        kin = Kinship(database, self._naming, self._places, sizes[1])
        return compared.delta(kin, None if sizes[0] == sizes[1] else self._kin_in_order())

    def _kin_in_order(self) -> KinshipInOrder:
        return KinshipInOrder(self._database, self._naming, self._places, self._size())

    def _size(self) -> int:
        row = self._database.execute("select value from notes where name = 'articles'").fetchone()
        return steps(int(row[0]) if row else 0)

    def _kept_page_from(self) -> int:
        row = self._database.execute("select value from notes where name = 'page_from'").fetchone()
        return int(row[0]) if row else 0

    def _write_note(self, name: str, value: str) -> None:
        self._database.execute("insert or replace into notes values (?, ?)", (name, value))

    def _stored(self, number: int) -> IssueSummary:
        record, pieces = read_pieces(self._database, number)
        return unpack_issue(unpack_record(record), pieces, as_written)

    def _drop(self, number: int) -> None:
        issue_id = self._places.ids[number]
        if not self._anew:
            self._changes.gather(number, read_pieces(self._database, number)[1], ())
        self._changes.gone.add(issue_id)
        self._database.execute("delete from issues where number = ?", (number,))
        self._database.execute("delete from claims where issue = ?", (number,))
        self._database.execute("delete from seen where folder = ?", (issue_id,))

    def _take(self, summary: IssueSummary) -> int:
        """Take in an issue; return its number."""
        database, issue_id = self._database, summary.record.id
        record = pack_record(summary.record)
        start = len(issue_id) + 1
        pieces = tuple(
            pack_article(article, start, self._naming.named(article.terms)) for article in summary.articles
        )
        if len(pieces) > MOST_PIECES:
            raise error(
                "issue-too-long",
                f"the issue has {len(pieces)} articles, more than {MOST_PIECES}.",
                file=issue_id,
                remedy="Divide it into editions.",
            )
        number = self._places.add(issue_id)
        kept = read_pieces(database, number)
        if kept[0] and not self._anew and in_lists(*kept) != in_lists(record, pieces):
            self._changes.show_all(number, kept[1], pieces)
        if kept == (record, pieces) and not self._anew:
            return number
        self._changes.issues.add(number)
        self._changes.gather(number, () if self._anew else kept[1], pieces)
        database.execute("delete from claims where issue = ?", (number,))
        database.executemany("insert into claims values (?, ?, ?)", claims(number, pieces))
        database.execute(
            "insert into issues values (?, ?, ?, ?, ?, ?) on conflict (number) do update "
            "set suffixes = excluded.suffixes, pieces = excluded.pieces",
            (
                number,
                issue_id,
                " ".join(piece[SUFFIX] for piece in pieces),
                b"",
                pack_pieces(record, pieces),
                b"",
            ),
        )
        return number

    def _settle(self, terms: TermUpdate, other_rule: bool) -> None:
        """Bring everything up to date that terms have of one another."""
        rows = terms.rows
        list_broader(terms, self._naming)
        if self._anew:
            shared = "select kind, base from terms where listed = 1 group by kind, base having count(*) > 1"
            settle_slugs(rows, self._database.execute(shared).fetchall())
        else:
            named = [row for pair in rows.compared() if _index(pair[0]) != _index(pair[1]) for row in pair]
            settle_slugs(rows, {(row.kind, row.base) for row in named if row and row.listed})
            if other_rule:
                settle_pages(terms)
        if self._naming.thesaurus.terms:
            if self._anew:
                concerned = list(rows.select("listed = ?", (1,)))
            else:
                pairs = rows.compared()
                concerned = [
                    row
                    for before, now in pairs
                    if _index(before) != _index(now) or (before and now and before.relations != now.relations)
                    for row in (before, now)
                    if row
                ]
            Relations(self._naming, rows).settle(concerned)


def _index(row: TermRow | None) -> tuple[object, ...]:
    return (row.listed, row.name, row.slug, row.base, row.relations) if row else (0, "", "", "", None)
