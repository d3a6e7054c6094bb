"""The file of the catalogue: opened if it is ours and whole, else begun anew; changed in whole transactions."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from generator.errors import error

FORMAT = 6
"""Raised with every change of a table or of what a column holds."""
_APPLICATION = 0x6266696C
"""Marks the file as ours (SQLite's ``application_id``)."""

_TABLES = """
create table notes (name text primary key, value text not null) without rowid;
create table issues (
    number integer primary key, id text not null unique, suffixes text not null,
    face blob not null, pieces blob not null, related blob not null
);
create table claims (issue integer not null, suffix text not null, former text not null);
create index claims_by_issue on claims (issue);
create table days (day integer primary key, articles integer not null);
create table terms (
    number integer primary key, key text not null, kind integer not null, name text not null,
    slug text not null, base text not null, letter text not null, syllable text not null,
    reading text not null,
    count integer not null, rank integer not null, since integer not null, only integer not null,
    listed integer not null, has_page integer not null, known integer not null,
    forms blob not null, relations blob
);
create table tallies (
    what integer, kind integer, first text, second text, count integer, pages integer, mark text,
    primary key (what, kind, first, second)
) without rowid;
create table postings (term integer primary key, refs blob not null, ranks blob not null, mentions blob not null);
create table renamed (form text primary key, name text not null) without rowid;
create table pending (what integer not null, name text not null, primary key (what, name)) without rowid;
create table seen (
    folder text primary key, signature text not null, digest text not null, characters integer not null
) without rowid;
create table units (number integer primary key, name text not null unique, key text not null, files blob not null);
create table owners (path integer primary key, unit integer not null);
"""

_TERM_INDEXES = {
    "terms_by_key": "create unique index terms_by_key on terms (key)",
    "terms_by_base": "create index terms_by_base on terms (kind, base)",
    "terms_by_letter": "create index terms_by_letter on terms (kind, letter, syllable)",
    "terms_by_since": "create index terms_by_since on terms (kind, since)",
    "terms_by_count": "create index terms_by_count on terms (kind, count desc, rank)",
}


class CatalogueDamagedError(Exception):
    """The file turned out to be damaged while it was read. It is gone now: open the catalogue again."""


def open_database(path: Path | None, program: str) -> sqlite3.Connection:
    """Return the database at ``path``, one in memory for None; begun anew where the file is not whole and ours.

    ``program`` names the version of the program that may read it. Raises ``BackfileError`` where the disk
    refuses to write it.
    """
    if path is None:
        return _begin(sqlite3.connect(":memory:", isolation_level=None), program)
    if not _is_ours(path, program):
        throw_away(path)
    with refusals(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists()
        database = sqlite3.connect(path, isolation_level=None, timeout=60)
        # A dirty page that does not fit into memory goes to the file early; 32 MB hold those of a day's issue.
        database.execute("pragma cache_size = -32768")
        return _begin(database, program) if fresh else database


def open_to_read(path: Path) -> sqlite3.Connection:
    """Return the database at ``path``, to be read alone while nobody writes: it takes no lock.

    So it may lie on a file system that several machines share, where locks are not to be relied on.
    """
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def throw_away(path: Path) -> None:
    """Remove the file at ``path`` and what SQLite may have put beside it."""
    with refusals(path):
        for each in (path, *(path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm"))):
            each.unlink(missing_ok=True)


@contextlib.contextmanager
def refusals(path: Path | None) -> Iterator[None]:
    """Raise what the disk refuses as a ``BackfileError``; damage as ``CatalogueDamagedError``, the file gone."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as refused:
        raise error(
            "cannot-write",
            f"the catalogue cannot be written: {refused}.",
            file=str(path or ":memory:"),
            remedy="Make the folder writable, or free some space; the old site is untouched.",
        ) from refused
    except sqlite3.DatabaseError as damage:
        if path:
            throw_away(path)
        raise CatalogueDamagedError(str(path)) from damage


@contextlib.contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All that is written within holds together, or nothing does; one within another is part of it."""
    if database.in_transaction:
        yield
        return
    database.execute("begin immediate")
    try:
        yield
    except BaseException:
        if database.in_transaction:  # SQLite has taken it back by itself where the disk is full
            database.execute("rollback")
        raise
    database.execute("commit")


@contextlib.contextmanager
def indexed_afterwards(database: sqlite3.Connection) -> Iterator[None]:
    """Within, terms are written that are all new: what finds them is made once, when all of them are there."""
    for name in _TERM_INDEXES:
        database.execute(f"drop index {name}")
    yield
    for statement in _TERM_INDEXES.values():
        database.execute(statement)


def _begin(database: sqlite3.Connection, program: str) -> sqlite3.Connection:
    with transaction(database):
        for statement in (*filter(str.strip, _TABLES.split(";")), *_TERM_INDEXES.values()):
            database.execute(statement)
        database.execute("insert into notes values ('program', ?)", (program,))
        database.execute(f"pragma application_id = {_APPLICATION}")
        database.execute(f"pragma user_version = {FORMAT}")
    return database


def _is_ours(path: Path, program: str) -> bool:
    """Tell whether the file at ``path`` is a whole catalogue of this program and format."""
    if not path.is_file():
        return False
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=60)) as database:
            found = [
                database.execute(f"pragma {name}").fetchone()[0]
                for name in ("application_id", "user_version")
            ]
            pages, size = (
                database.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "page_size")
            )
            written = database.execute("select value from notes where name = 'program'").fetchone()
    except (sqlite3.Error, TypeError):
        return False
    return found == [_APPLICATION, FORMAT] and written == (program,) and path.stat().st_size >= pages * size
