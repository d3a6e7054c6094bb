"""The register of all that is offered, kept between builds: a build looks up what has changed, and nothing else."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from generator.search.folding import made_from
from generator.search.keys import KINDS

FORM = 3
"""Raised when the register, or what is made from it, has another form."""

_TABLES = """
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY, kind INT, label TEXT, url TEXT, count INT, date TEXT, issue TEXT, keys TEXT,
        offered INT
    );
    CREATE INDEX entry_by_label ON entry (kind, label);
    CREATE INDEX entry_by_issue ON entry (issue) WHERE issue <> '';
    CREATE INDEX entry_by_count ON entry (count DESC, label, kind) WHERE kind < 4;
    CREATE TABLE keyed (key TEXT, entry INT, PRIMARY KEY (key, entry)) WITHOUT ROWID;
    CREATE TABLE node (prefix TEXT PRIMARY KEY, groups TEXT, best TEXT, ranges TEXT) WITHOUT ROWID;
    CREATE TABLE slot (prefix TEXT, first INT, name TEXT, content BLOB, PRIMARY KEY (prefix, first));
    CREATE TABLE part (folder TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE word (word TEXT PRIMARY KEY, folded TEXT, count INT) WITHOUT ROWID;
    CREATE INDEX word_by_folded ON word (folded);
    CREATE TABLE folded (folded TEXT PRIMARY KEY, total INT, word TEXT) WITHOUT ROWID;
    CREATE INDEX folded_by_total ON folded (total DESC, folded);
"""


@contextlib.contextmanager
def open_register(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield the register in ``path``, an empty one where there is none of this form.

    What is done to it stands when the block ends without an exception, and never by half. Raises
    ``sqlite3.DatabaseError`` where the file is damaged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    form = json.dumps([FORM, version("jieba"), version("pypinyin"), made_from(), KINDS])
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as register:
        register.execute("PRAGMA cache_size = -65536")
        register.execute("BEGIN")
        if not register.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone() or (
            about(register, "form") != form
        ):
            _empty(register)
            register.execute("INSERT INTO about VALUES ('form', ?)", (form,))
        yield register
        register.execute("COMMIT")


def _empty(register: sqlite3.Connection) -> None:
    for (name,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        register.execute(f'DROP TABLE "{name}"')
    for statement in _TABLES.split(";")[:-1]:
        register.execute(statement)


def about(register: sqlite3.Connection, name: str) -> str:
    """Return what the register says of itself under ``name``; empty where it says nothing."""
    found = register.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""


def note(register: sqlite3.Connection, name: str, value: str) -> None:
    """Have the register say ``value`` of itself under ``name``; what it says already is not written again."""
    if about(register, name) != value:
        register.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))
