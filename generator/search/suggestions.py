"""What is offered while a reader types: topics, names and headlines, as a tree of small files.

A reader's text leads down the tree, one character a step. A group of entries that begin alike is one file while
it is small. A larger one is divided by the next character: all code points are halved, and each half again, until
what has its character in a range is few enough for a file; a single character that has too many is a group of its
own. A keystroke so loads one file or two, of a few kilobytes, however large the archive is; and a new article
changes the files that hold it and those on the way there, since a file is named by its content.
``layouts/assets/search-suggest.js`` goes down the tree.

The files are a function of what is offered alone. They are kept in the register, each with the place that it has in
the tree: of a tree that has changed, those places are looked at to which a changed key leads.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Any, NamedTuple

from generator.search.best import best_of_group
from generator.search.keys import ARTICLE, DEEPEST
from generator.search.offering import KeyChange, KeyChanges
from generator.search.packing import SUFFIX, pack, short_hash, to_json
from generator.search.placing import Placing

FOLDER = "suggest"
LEAF = 160
"""Entries in a file, at most: some eight kilobytes, compressed."""
_CODE_POINTS = 1 << 21
_ITSELF = -1
"""In the place of a range's first code point: the file of a group itself."""
_GROUPS = """
    SELECT substr(key, ?, 1), count(*) FROM keyed WHERE key >= ? AND key < CAST(? AS TEXT) GROUP BY 1
"""
_ROWS = """
    SELECT DISTINCT kind, label, url, CASE date WHEN '' THEN count ELSE date END
    FROM keyed JOIN entry ON id = entry WHERE key >= CAST(? AS TEXT) AND key < CAST(? AS TEXT)
    ORDER BY kind = ?, count DESC, date DESC, kind, label, url
"""
_FORGET = (
    "DELETE FROM node WHERE prefix >= ? AND prefix < CAST(? AS TEXT)",
    "DELETE FROM slot WHERE prefix >= ? AND prefix < CAST(? AS TEXT)",
)


class _Range(NamedTuple):
    """Code points from ``first`` to the one before ``end``, and the file of what has its next character there."""

    first: int
    end: int
    name: str
    """Empty where nothing has."""


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
        "SELECT name FROM slot WHERE prefix = '' AND first = ?", (_ITSELF,)
    ).fetchone()
    return str(first)


class _Tree:
    """Makes again the files of groups that have changed."""

    def __init__(self, register: sqlite3.Connection) -> None:
        self._register = register

    def make(self, prefix: str, changes: Mapping[str, KeyChange]) -> str:
        """Make the file of the group of keys that begin with ``prefix``, and those below it; return its name."""
        known = self._register.execute(
            "SELECT groups, best, ranges FROM node WHERE prefix = ?", (prefix,)
        ).fetchone()
        before, known_best, known_ranges = map(json.loads, known) if known else ({}, None, [])
        groups = _changed_groups(before, changes, len(prefix)) if known else self._groups(prefix)
        if groups.total() <= LEAF or len(prefix) == DEEPEST:
            if known:
                self._forget(prefix)
            return self._write(prefix, _ITSELF, {"entries": self._rows(prefix, 0, _CODE_POINTS, ended=True)})
        below = _by_character(changes, len(prefix))
        for char in below:
            if before.get(char, 0) > LEAF >= groups[char]:
                self._forget(prefix + char)
        # Nobody is offered what begins with nothing.
        best = best_of_group(self._register, prefix, known_best, changes) if prefix else []
        kept = {(first, end): name for first, end, name in known_ranges}
        ranges = list(self._ranges(prefix, groups, below, kept))
        large = {ord(char) for char, number in groups.items() if char and number > LEAF}
        gone = {first for first, _ in kept} - {each.first for each in ranges if each.name} | large
        self._register.executemany(
            "DELETE FROM slot WHERE prefix = ? AND first = ?", [(prefix, first) for first in gone]
        )
        self._register.execute(
            "INSERT OR REPLACE INTO node VALUES (?, ?, ?, ?)",
            (prefix, json.dumps(groups), json.dumps(best), json.dumps(ranges)),
        )
        node = {
            "best": [row for _, row in best],
            "from": [each.first for each in ranges],
            "files": [each.name for each in ranges],
        }
        return self._write(prefix, _ITSELF, node)

    def _groups(self, prefix: str) -> Counter[str]:
        """Count the keys of a group by their next character; the empty one stands for the end."""
        found = self._register.execute(_GROUPS, (len(prefix) + 1, prefix, _after(prefix)))
        return Counter(dict(found.fetchall()))

    def _ranges(
        self,
        prefix: str,
        groups: Mapping[str, int],
        below: Mapping[str, Mapping[str, KeyChange]],
        kept: Mapping[tuple[int, int], str],
    ) -> Iterator[_Range]:
        """Yield the ranges that a group is divided into; make the files of those that are not as before."""
        changed = sorted(map(ord, below))
        codes = sorted(ord(char) for char in groups if char)
        sums = [0, *accumulate(groups[chr(code)] for code in codes)]
        for first, end, number in _halved(0, _CODE_POINTS, codes, sums):
            char = chr(first) if number > LEAF else ""
            name = kept.get((first, end), "")
            if not number:
                name = ""
            elif not name or bisect_left(changed, first) < bisect_left(changed, end):
                if char:
                    name = self.make(prefix + char, below.get(char, {}))
                else:
                    name = self._write(prefix, first, {"entries": self._rows(prefix, first, end)})
            yield _Range(first, end, name)

    def _rows(self, prefix: str, first: int, end: int, *, ended: bool = False) -> list[Any]:
        """Return what has its next character in a range, the best first; with ``ended``, what has none as well."""
        start = prefix.encode() + (b"" if ended else _encoded(first))
        return self._register.execute(_ROWS, (start, prefix.encode() + _encoded(end), ARTICLE)).fetchall()

    def _write(self, prefix: str, first: int, content: Any) -> str:
        plain = to_json(content)
        name = f"{short_hash(plain)}{SUFFIX}"
        self._register.execute(
            "INSERT OR REPLACE INTO slot VALUES (?, ?, ?, ?)", (prefix, first, name, pack(plain))
        )
        return name

    def _forget(self, prefix: str) -> None:
        """Forget the files of a group that is no longer divided, and of those below it."""
        for statement in _FORGET:
            self._register.execute(statement, (prefix, _after(prefix)))


def _halved(first: int, end: int, codes: Sequence[int], sums: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return ranges of code points that have few enough keys, with their numbers.

    ``codes`` are the code points that have some, ascending; ``sums`` how many those before each of them have, and
    at last how many all have.
    """
    number = sums[bisect_left(codes, end)] - sums[bisect_left(codes, first)]
    if number <= LEAF or end - first == 1:
        return [(first, end, number)]
    middle = (first + end) // 2
    return _halved(first, middle, codes, sums) + _halved(middle, end, codes, sums)


def _changed_groups(groups: Mapping[str, int], changes: Mapping[str, KeyChange], depth: int) -> Counter[str]:
    changed = Counter(groups)
    for key, change in changes.items():
        changed[key[depth : depth + 1]] += len(change.come) - len(change.gone)
    return +changed


def _by_character(changes: Mapping[str, KeyChange], depth: int) -> dict[str, dict[str, KeyChange]]:
    longer = [pair for pair in changes.items() if len(pair[0]) > depth]
    return {char: dict(group) for char, group in groupby(longer, key=lambda pair: pair[0][depth])}


def _after(prefix: str) -> bytes:
    """Return a text that is greater than all that begin with ``prefix``, and smaller than all others after it."""
    return prefix.encode() + b"\xff"


def _encoded(code: int) -> bytes:
    """Return a code point as the database orders it; surrogates are no characters, but ranges end at them."""
    return chr(code).encode("utf-8", "surrogatepass") if code < 0x110000 else b"\xff"
