"""How many terms stand under each syllable and got their page in each month, kept by adding and taking away.

The digest of a group is the sum of the hashes of its terms: it does not matter in which order they came.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from generator.catalogue.packing import pack
from generator.catalogue.term_rows import TermRow
from generator.model import TERM_KINDS, TermKind
from generator.model.catalogue import TermGroup, TermMonth

_MODULUS = 1 << 128
_GROUP, _MONTH = 0, 1


class Tallies:
    """What came to groups of terms, and what went."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._more: defaultdict[tuple[int, int, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])

    def count(self, row: TermRow | None, sign: int) -> None:
        """Count a term where it stands, or with the ``sign`` -1 no longer."""
        if row is None or not row.listed:
            return
        group = self._more[_GROUP, row.kind, row.letter, row.syllable]
        for place, value in enumerate((1, row.has_page, _hash(row.card))):
            group[place] += sign * value
        if row.has_page:
            month = self._more[_MONTH, row.kind, month_of(row.since), ""]
            for place, value in enumerate((1, 1, _hash((row.name, row.slug)))):
                month[place] += sign * value

    def write(self, database: sqlite3.Connection) -> None:
        """Add what was counted to what is kept."""
        where = "what = ? and kind = ? and first = ? and second = ?"
        for key, (count, pages, mark) in self._more.items():
            query = f"select count, pages, mark from tallies where {where}"  # noqa: S608  # names of our own
            old = database.execute(query, key).fetchone() or (0, 0, "0")
            row = old[0] + count, old[1] + pages, f"{(int(old[2], 16) + mark) % _MODULUS:032x}"
            if row[0]:
                database.execute("insert or replace into tallies values (?, ?, ?, ?, ?, ?, ?)", (*key, *row))
            else:
                database.execute(f"delete from tallies where {where}", key)  # noqa: S608  # likewise


def tally_all(database: sqlite3.Connection, rows: Iterable[TermRow]) -> None:
    """Count ``rows``, which are all there are."""
    database.execute("delete from tallies")
    tallies = Tallies()
    for row in rows:
        tallies.count(row, 1)
    tallies.write(database)


def read_groups(database: sqlite3.Connection, kind: TermKind) -> tuple[TermGroup, ...]:
    """Return the groups of a kind, in the order of the index."""
    query = (
        "select first, second, count, pages, mark from tallies where what = ? and kind = ? "
        "order by first = '#', first, second"
    )
    return tuple(TermGroup(*row) for row in database.execute(query, (_GROUP, TERM_KINDS.index(kind))))


def read_months(database: sqlite3.Connection, kind: TermKind) -> tuple[TermMonth, ...]:
    """Return the months of a kind, in order."""
    query = "select first, count, mark from tallies where what = ? and kind = ? order by first"
    return tuple(TermMonth(*row) for row in database.execute(query, (_MONTH, TERM_KINDS.index(kind))))


def month_of(since: int) -> str:
    """Return the month of a day given as an ordinal, ``YYYY-MM``; empty for 0."""
    return dt.date.fromordinal(since).isoformat()[:7] if since else ""


def _hash(value: object) -> int:
    return int.from_bytes(hashlib.blake2b(pack(value), digest_size=16).digest())
