"""What is offered while a reader types: topics, names and headlines, as a tree of small files.

A reader's text leads down the tree, one character a step. A group of entries that begin alike is one file while
it is small; a larger one is divided by the next character, the small groups among these put together in buckets
(by code point, modulo the number of buckets). A keystroke so loads one file or two, of a few kilobytes, however
large the archive is; and a new article changes the files that hold it and those on the way there, since a file is
named by its content. ``layouts/assets/search-suggest.js`` goes down the tree.

The files are a function of what is offered alone. They are kept in the register, each with the place that it has in
the tree: of a tree that has changed, those places are looked at to which a changed key leads.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from generator.search.keys import ARTICLE, DEEPEST, Row
from generator.search.offering import KeyChange, KeyChanges
from generator.search.packing import SUFFIX, pack, short_hash, to_json
from generator.search.placing import Placing

FOLDER = "suggest"
LEAF = 160
"""Entries in a file, about: some eight kilobytes, compressed."""
BEST = 8
"""Terms, and headlines, offered for a beginning that too many entries share to be in one file."""
_WHOLE = -1
"""In the place of a bucket's number: the file of a group itself."""
_GROUPS = """
    SELECT substr(key, ?, 1), count(*) FROM keyed WHERE key >= ? AND key < CAST(? AS TEXT) GROUP BY 1
"""
_ROWS = """
    SELECT DISTINCT kind, label, url, count, date FROM keyed JOIN entry ON id = entry
    WHERE key >= ? AND key < CAST(? AS TEXT)
"""
_BEST = """
    SELECT kind, label, url, count, date, min(key <> ?) AS longer FROM keyed JOIN entry ON id = entry
    WHERE key >= ? AND key < CAST(? AS TEXT) AND (kind = ?) = ?
    GROUP BY id ORDER BY longer, count DESC, date DESC, kind, label, url LIMIT ?
"""
_FORGET = (
    "DELETE FROM node WHERE prefix >= ? AND prefix < CAST(? AS TEXT)",
    "DELETE FROM slot WHERE prefix >= ? AND prefix < CAST(? AS TEXT)",
)


def write_suggestions(register: sqlite3.Connection, changes: KeyChanges | None, placing: Placing) -> str:
    """Bring the tree in ``register`` up to date with its entries, and place its files; return the first one's name.

    ``changes`` are those since the tree was made; None where that may be anything.
    """
    if changes is None:
        register.execute("DELETE FROM slot")
        register.execute("DELETE FROM node")
        _Tree(register).make("", {})
    elif changes:
        _Tree(register).make("", dict(sorted(changes.items())))
    for number, name, size in register.execute("SELECT rowid, name, length(content) FROM slot").fetchall():
        if placing.lacks(f"{FOLDER}/{name}", size):
            (content,) = register.execute("SELECT content FROM slot WHERE rowid = ?", (number,)).fetchone()
            placing.write(f"{FOLDER}/{name}", content)
    (first,) = register.execute(
        "SELECT name FROM slot WHERE prefix = '' AND bucket = ?", (_WHOLE,)
    ).fetchone()
    return str(first)


class _Tree:
    """Makes again the files of groups that have changed."""

    def __init__(self, register: sqlite3.Connection) -> None:
        self._register = register

    def make(self, prefix: str, changes: Mapping[str, KeyChange]) -> str:
        """Make the file of the group of keys that begin with ``prefix``, and those below it; return its name."""
        known = self._register.execute("SELECT groups, best FROM node WHERE prefix = ?", (prefix,)).fetchone()
        groups = (
            _changed_groups(json.loads(known[0]), changes, len(prefix)) if known else self._groups(prefix)
        )
        if groups.total() <= LEAF or len(prefix) == DEEPEST:
            if known:
                self._forget(prefix)
            return self._write(prefix, _WHOLE, {"entries": self._rows([prefix])})
        best = self._best(prefix, json.loads(known[1]) if known else None, changes) if prefix else []
        own, buckets = self._divide(prefix, groups, changes, anew=not known)
        self._register.execute(
            "INSERT OR REPLACE INTO node VALUES (?, ?, ?)", (prefix, json.dumps(groups), json.dumps(best))
        )
        # Nobody is offered what begins with nothing.
        node = {"best": [row for _, row in best]} if prefix else {}
        return self._write(prefix, _WHOLE, {**node, "own": own, "buckets": buckets})

    def _groups(self, prefix: str) -> Counter[str]:
        """Count the keys of a group by their next character; the empty one stands for the end."""
        return Counter(dict(self._register.execute(_GROUPS, (len(prefix) + 1, *_range(prefix)))))

    def _divide(
        self, prefix: str, groups: Mapping[str, int], changes: Mapping[str, KeyChange], *, anew: bool
    ) -> tuple[dict[str, str], list[str]]:
        """Return the files of a group's large groups, by character, and of its buckets; make those that changed."""
        below = _by_character(changes, len(prefix))
        own: dict[str, str] = {}
        small: dict[str, int] = {}
        for char in sorted(groups.keys() - {""}):
            if groups[char] <= LEAF:
                small[char] = groups[char]
                if char in below:
                    self._forget(prefix + char)
            elif name := "" if anew or char in below else self._kept(prefix + char, _WHOLE):
                own[char] = name
            else:
                own[char] = self.make(prefix + char, below.get(char, {}))
        number = 1
        while number * LEAF < 2 * sum(small.values()):
            number *= 2
        members: list[list[str]] = [[] for _ in range(number)]
        for char in small:
            members[ord(char) % number].append(prefix + char)
        as_before = not anew and self._buckets(prefix) == number
        touched = {ord(char) % number for char in below}
        names = [
            (self._kept(prefix, i) if as_before and i not in touched else "")
            or self._write(prefix, i, {"entries": self._rows(members[i])})
            for i in range(number)
        ]
        self._register.execute("DELETE FROM slot WHERE prefix = ? AND bucket >= ?", (prefix, number))
        return own, names

    def _best(
        self, prefix: str, known: list[Any] | None, changes: Mapping[str, KeyChange]
    ) -> list[tuple[bool, Row]]:
        """Return the best terms, then the best headlines, each with whether its key goes on beyond ``prefix``."""
        before = None if known is None else [(longer, Row(*row)) for longer, row in known]
        best: list[tuple[bool, Row]] = []
        for headlines in (False, True):
            of_kind = None if before is None else [p for p in before if (p[1].kind == ARTICLE) == headlines]
            merged = None if of_kind is None else _merged(of_kind, prefix, changes, headlines=headlines)
            best += self._best_of_all(prefix, headlines=headlines) if merged is None else merged
        return best

    def _best_of_all(self, prefix: str, *, headlines: bool) -> list[tuple[bool, Row]]:
        found = self._register.execute(_BEST, (prefix, *_range(prefix), ARTICLE, headlines, BEST))
        return [
            (bool(longer), Row(kind, label, url, date or count))
            for kind, label, url, count, date, longer in found
        ]

    def _rows(self, prefixes: list[str]) -> list[Row]:
        found = {
            Row(kind, label, url, date or count)
            for prefix in prefixes
            for kind, label, url, count, date in self._register.execute(_ROWS, _range(prefix))
        }
        return sorted(found, key=_rank)

    def _write(self, prefix: str, bucket: int, content: Any) -> str:
        plain = to_json(content)
        name = f"{short_hash(plain)}{SUFFIX}"
        if self._kept(prefix, bucket) != name:
            self._register.execute(
                "INSERT OR REPLACE INTO slot VALUES (?, ?, ?, ?)", (prefix, bucket, name, pack(plain))
            )
        return name

    def _kept(self, prefix: str, bucket: int) -> str:
        found = self._register.execute(
            "SELECT name FROM slot WHERE prefix = ? AND bucket = ?", (prefix, bucket)
        ).fetchone()
        return str(found[0]) if found else ""

    def _buckets(self, prefix: str) -> int:
        (number,) = self._register.execute(
            "SELECT count(*) FROM slot WHERE prefix = ? AND bucket >= 0", (prefix,)
        ).fetchone()
        return int(number)

    def _forget(self, prefix: str) -> None:
        """Forget the files of a group that is no longer divided, and of those below it."""
        for statement in _FORGET:
            self._register.execute(statement, _range(prefix))


def _merged(
    before: list[tuple[bool, Row]], prefix: str, changes: Mapping[str, KeyChange], *, headlines: bool
) -> list[tuple[bool, Row]] | None:
    """Return the best after ``changes``, from the best before them; None where others may be among them now."""
    gone: set[Row] = set()
    come: set[tuple[bool, Row]] = set()
    for key, change in changes.items():
        gone.update(row for row in change.gone if (row.kind == ARTICLE) == headlines)
        come.update((key != prefix, row) for row in change.come if (row.kind == ARTICLE) == headlines)
    last = max(map(_place, before)) if len(before) == BEST else None
    found: dict[Row, bool] = {}
    for longer, row in sorted([*(pair for pair in before if pair[1] not in gone), *come], key=_place):
        if last is None or _place((longer, row)) <= last:
            found.setdefault(row, longer)
    if last is not None and len(found) < BEST:
        return None
    return [(longer, row) for row, longer in list(found.items())[:BEST]]


def _place(pair: tuple[bool, Row]) -> tuple[Any, ...]:
    return (pair[0], *pair[1].rank)


def _rank(row: Row) -> tuple[Any, ...]:
    return (row.kind == ARTICLE, *row.rank)


def _changed_groups(groups: Mapping[str, int], changes: Mapping[str, KeyChange], depth: int) -> Counter[str]:
    changed = Counter(groups)
    for key, change in changes.items():
        changed[key[depth : depth + 1]] += len(change.come) - len(change.gone)
    return +changed


def _by_character(changes: Mapping[str, KeyChange], depth: int) -> dict[str, dict[str, KeyChange]]:
    longer = [pair for pair in changes.items() if len(pair[0]) > depth]
    return {char: dict(group) for char, group in groupby(longer, key=lambda pair: pair[0][depth])}


def _range(prefix: str) -> tuple[str, bytes]:
    """Return the first text that begins with ``prefix``, and one that is greater than all that do."""
    return prefix, prefix.encode() + b"\xff"
