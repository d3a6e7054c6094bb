"""The rows of terms: read, changed by what articles came and went, written; what each looked like before."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from generator.catalogue.packing import pack, unpack
from generator.catalogue.postings import Postings, read_postings
from generator.model import TERM_KINDS, TermKind

_COLUMNS = (
    "number", "key", "kind", "name", "slug", "base", "letter", "syllable", "reading", "count", "rank", "since",
    "only", "listed", "has_page", "known", "forms", "relations",
)  # fmt: skip
_SELECT = f"select {', '.join(_COLUMNS)} from terms"  # noqa: S608  # names of our own
_MARKS = ", ".join("?" * len(_COLUMNS))
_INSERT = f"insert or replace into terms ({', '.join(_COLUMNS)}) values ({_MARKS})"  # noqa: S608  # likewise
CARD = "name", "slug", "count", "rank", "since", "has_page", "relations"
"""Columns of all that is shown of a term."""
_get = attrgetter(*_COLUMNS)
_get_card = attrgetter(*CARD)
_CHUNK = 500
"""Keys of one query: SQLite takes at least 999 parameters."""


@dataclass(slots=True)
class TermRow:
    """A term as the file has it."""

    number: int
    key: str
    kind: int
    name: str = ""
    """Its one name; empty for one that only pieces name which are not counted."""
    slug: str = ""
    base: str = ""
    """The slug that it would have alone, case folded: terms that share it get others."""
    letter: str = ""
    syllable: str = ""
    reading: str = ""
    count: int = 0
    rank: int = 0
    since: int = 0
    only: int = 0
    """Where one article has it, the day on which that was imported, as an ordinal."""
    listed: int = 0
    """Whether the index has it."""
    has_page: int = 0
    known: int = 0
    """Whether the vocabulary has a term of its name and kind."""
    forms: tuple[tuple[str, int, int], ...] = ()
    """Its forms, with how often each stands in counted articles, and in all pieces."""
    relations: tuple[tuple[str, ...], ...] | None = None
    """Former slugs, and names of broader, narrower and related terms; None where the vocabulary says nothing."""

    @property
    def term_kind(self) -> TermKind:
        """Its kind in words."""
        return TERM_KINDS[self.kind]

    @property
    def link(self) -> tuple[int, int, str, str]:
        """All that a link to it depends on."""
        return self.listed, self.has_page, self.slug if self.has_page else "", self.name

    @property
    def card(self) -> tuple[object, ...]:
        """All that is shown of it; empty for one that no index has."""
        if not self.listed:
            return ()
        card: tuple[object, ...] = _get_card(self)
        return card

    def unlist(self) -> None:
        """Take it out of the index."""
        self.name = self.slug = self.base = self.letter = self.syllable = self.reading = ""
        self.listed = self.has_page = self.known = 0
        self.relations = None

    def resolved(self) -> dict[str, str]:
        """Return for each of its forms the name that articles show for it."""
        counted = any(count for _, count, _ in self.forms)
        return {form: self.name if counted else form for form, _, _ in self.forms}


class TermRows:
    """The table of terms while it is being changed."""

    def __init__(self, database: sqlite3.Connection, *, remember: bool) -> None:
        """With ``remember``, keep what each term looked like before its first change."""
        self._database = database
        self._remember = remember
        self.before: dict[str, TermRow | None] = {}
        """By key, terms that were looked at before they were changed."""
        (self._last,) = database.execute("select coalesce(max(number), 0) from terms").fetchone()
        self.empty = not self._last
        """True as long as there is nothing to be read."""

    def load(self, keys: Collection[str]) -> dict[str, TermRow]:
        """Return the rows of those of ``keys`` that have one, and remember them."""
        found = {} if self.empty else {row.key: row for row in self.select("key in", keys)}
        self.note(keys, found)
        return found

    def note(self, keys: Iterable[str], rows: Mapping[str, TermRow]) -> None:
        """Remember what ``rows`` look like now, unless an earlier look is remembered."""
        if self._remember:
            for key in keys:
                if key not in self.before:
                    row = rows.get(key)
                    self.before[key] = dataclasses.replace(row) if row else None

    def compared(self) -> list[tuple[TermRow | None, TermRow | None]]:
        """Return what the terms that were looked at were before, and what they are now."""
        now = {row.key: row for row in self.select("key in", self.before)} if self.before else {}
        return [(before, now.get(key)) for key, before in self.before.items() if before or key in now]

    def select(self, where: str, values: Collection[object]) -> Iterator[TermRow]:
        """Yield the rows that a condition ending in ``in``, or with a mark for each of ``values``, selects."""
        if not where.endswith(" in"):
            yield from self._rows(where, tuple(values))
            return
        rest = list(values)
        while rest:
            chunk, rest = rest[:_CHUNK], rest[_CHUNK:]
            yield from self._rows(f"{where} ({', '.join('?' * len(chunk))})", tuple(chunk))

    def new(self, key: str) -> TermRow:
        """Return an empty row for ``key``."""
        self._last += 1
        return TermRow(self._last, key, int(key[0]))

    def postings(self, rows: Iterable[TermRow]) -> dict[int, Postings]:
        """Return the postings of rows that have been written, by number."""
        if self.empty:
            return {}
        numbers = [row.number for row in rows]
        marks = ", ".join("?" * len(numbers))
        return {
            number: read_postings(*blobs)
            for number, *blobs in self._database.execute(
                f"select term, refs, ranks, mentions from postings where term in ({marks})",  # noqa: S608  # marks alone
                numbers,
            )
        }

    def write(self, rows: Iterable[TermRow]) -> None:
        """Write ``rows``; those without forms that no index has are removed."""
        kept, dropped = [], []
        for row in rows:
            if row.forms or row.listed:
                kept.append(_values(row))
            else:
                dropped.append((row.number,))
        self._database.executemany(_INSERT, kept)
        self._database.executemany("delete from terms where number = ?", dropped)
        self._database.executemany("delete from postings where term = ?", dropped)

    def write_postings(self, postings: Mapping[int, Postings]) -> None:
        """Write postings by the number of their term."""
        self._database.executemany(
            "insert or replace into postings values (?, ?, ?, ?)",
            ((number, *each.packed()) for number, each in postings.items()),
        )

    def _rows(self, where: str, values: tuple[object, ...]) -> Iterator[TermRow]:
        for values_ in self._database.execute(f"{_SELECT} where {where}", values).fetchall():
            yield read_row(values_)


def read_row(values: tuple[Any, ...]) -> TermRow:
    """Return a row from its columns."""
    row = TermRow(*values)
    row.forms, row.relations = unpack(values[-2]), unpack(values[-1]) if values[-1] else None
    return row


def chunks(keys: Collection[str]) -> Iterator[list[str]]:
    """Yield ``keys``, as many at a time as one query takes."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def _values(row: TermRow) -> tuple[object, ...]:
    *plain, forms, relations = _get(row)
    return (*plain, pack(forms), pack(relations) if relations else None)
