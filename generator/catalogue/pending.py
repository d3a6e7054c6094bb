"""What looks different since the site was last put in place: kept until it was, over as many updates as it takes."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from generator.model import TERM_KINDS, TermKind
from generator.model.catalogue import Delta

_ISSUES, _GONE, _ARTICLES, _RELINKED, _READDRESSED, _TERMS = range(6)
_EVERYTHING = "everything pending"


def put_pending(database: sqlite3.Connection, delta: Delta) -> None:
    """Add what ``delta`` names to what is pending."""
    if delta.everything:
        database.execute("delete from pending where what != ?", (_GONE,))
        database.execute("insert or replace into notes values (?, '')", (_EVERYTHING,))
    # A term that is named again may have been gone in between, and have come back to another address.
    again = "insert or ignore into pending select ?, name from pending where what = ? and name = ?"
    rows = ((_READDRESSED, _TERMS, f"{TERM_KINDS.index(kind)}{name}") for kind, name in delta.terms)
    database.executemany(again, rows)
    named: tuple[tuple[int, Iterable[str]], ...] = (
        (_ISSUES, delta.issues),
        (_GONE, delta.gone),
        (_ARTICLES, delta.articles),
        (_RELINKED, delta.relinked),
        (_READDRESSED, (f"{TERM_KINDS.index(kind)}{name}" for kind, name in delta.readdressed)),
        (_TERMS, (f"{TERM_KINDS.index(kind)}{name}" for kind, name in delta.terms)),
    )
    for what, names in named:
        if what == _GONE or not is_everything(database):
            each = ((what, name) for name in names)
            database.executemany("insert or ignore into pending values (?, ?)", each)


def is_everything(database: sqlite3.Connection) -> bool:
    """Tell whether nothing of the archive has been in a site yet, or all is to be looked at again."""
    return database.execute("select 1 from notes where name = ?", (_EVERYTHING,)).fetchone() is not None


def read_pending(database: sqlite3.Connection, there: Collection[str]) -> Delta:
    """Return what is pending; ``there`` are the ids of the issues that the archive has."""
    found: tuple[set[str], ...] = tuple(set() for _ in range(6))
    for what, name in database.execute("select what, name from pending"):
        found[what].add(name)
    gone = frozenset(found[_GONE].difference(there))
    if is_everything(database):
        return Delta(
            frozenset(there),
            gone,
            _all_articles(database),
            frozenset(),
            frozenset(),
            _all_terms(database),
            everything=True,
        )
    return Delta(
        frozenset(found[_ISSUES].intersection(there)),
        gone,
        frozenset(found[_ARTICLES]),
        frozenset(found[_RELINKED] - found[_ARTICLES]),
        _terms(found[_READDRESSED]),
        _terms(found[_TERMS]),
    )


def settle_pending(database: sqlite3.Connection) -> None:
    """Forget what was pending."""
    database.execute("delete from pending")
    database.execute("delete from notes where name = ?", (_EVERYTHING,))


def _terms(names: Iterable[str]) -> frozenset[tuple[TermKind, str]]:
    return frozenset((TERM_KINDS[int(name[0])], name[1:]) for name in names)


def _all_articles(database: sqlite3.Connection) -> frozenset[str]:
    rows = database.execute("select id, suffixes from issues where suffixes != ''")
    return frozenset(f"{id_}/{suffix}" for id_, suffixes in rows for suffix in suffixes.split(" "))


def _all_terms(database: sqlite3.Connection) -> frozenset[tuple[TermKind, str]]:
    rows = database.execute("select kind, name from terms where listed = 1")
    return frozenset((TERM_KINDS[kind], name) for kind, name in rows)
