"""How many terms stand under each syllable and got their page in each month, kept by adding and taking away.

The digest of a group is the sum of the hashes of what lists show of its terms: it does not matter in which order they
came. A list so long that it is divided shows those that have a page; most new terms have none.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import sqlite3
from collections import defaultdict
from typing import Any

from generator.catalogue.packing import pack, unpack
from generator.catalogue.term_rows import CARD, TermRow
from generator.model import TERM_KINDS, TermKind
from generator.model.catalogue import TermGroup, TermMonth

_MODULUS = 1 << 128
_GROUP, _MONTH = 0, 1


class Tallies:
    """What came to groups of terms, and what went."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._more: defaultdict[tuple[int, int, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        self._month = functools.cache(month_of)

    def count(self, row: TermRow | None, sign: int) -> None:
        """Count a term where it stands, or with the ``sign`` -1 no longer."""
        if row is not None and row.listed:
            self.add((row.kind, row.letter, row.syllable), row.card, sign)

    def add(self, under: tuple[int, str, str], card: tuple[Any, ...], sign: int) -> None:
        """Count a ``card`` ``under`` its kind, letter and syllable."""
        name, slug, count, _, since, has_page, _ = card
        group = self._more[_GROUP, *under]
        group[0] += sign
        group[1] += sign * has_page
        if has_page:
            group[2] += sign * _hash((name, slug, count))
            month = self._more[_MONTH, under[0], self._month(since), ""]
            month[0] += sign
            month[1] += sign
            month[2] += sign * _hash((name, slug))

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


def tally_all(database: sqlite3.Connection) -> None:
    """Count all terms that there are."""
    database.execute("delete from tallies")
    tallies = Tallies()
    query = f"select kind, letter, syllable, {', '.join(CARD)} from terms where listed = 1"  # noqa: S608  # our own
    for kind, letter, syllable, *card, relations in database.execute(query):
        values = (*card, unpack(relations) if relations else None)
        tallies.add((kind, letter, syllable), values, 1)
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
