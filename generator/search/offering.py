"""What is offered now, into the register; what of that has changed, out."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.search.document import SearchEntry
from generator.search.entries import EntriesSince, EntryChanges
from generator.search.keys import ARTICLE, KINDS, Row, keys_of, row_of
from generator.search.register import about, note

ALIKE = 3
"""Articles offered of one and the same headline, the newest: a daily column has hundreds."""
MOST_CHANGED = 50_000
"""Keys whose changes are told one by one; of more, everything is made again, with less in memory."""


@dataclass(slots=True)
class KeyChange:
    """Which rows a key leads to no longer, and to which it does now."""

    gone: list[Row] = field(default_factory=list)
    come: list[Row] = field(default_factory=list)


KeyChanges = dict[str, KeyChange]


def update_register(register: sqlite3.Connection, entries: EntriesSince) -> KeyChanges | None:
    """Bring the register up to date; return what has changed, by key, or None where that may be anything."""
    known = about(register, "revision")
    changes = entries(known)
    if not (changes.whole or known):
        raise ValueError("changes alone, where the whole was asked for")
    changed = _Changed(register)
    _update_terms(register, changes, changed)
    _update_headlines(register, changes, changed)
    note(register, "revision", changes.revision)
    return changed.keys


class _Changed:
    """Gathers changes of keys, as long as they are few."""

    def __init__(self, register: sqlite3.Connection) -> None:
        self._register = register
        made = register.execute("SELECT 1 FROM slot LIMIT 1").fetchone()
        self.keys: defaultdict[str, KeyChange] | None = defaultdict(KeyChange) if made else None

    def offer(self, entry: int, row: Row, keys: Sequence[str]) -> None:
        """Let ``keys`` lead to the row of an entry."""
        self._register.executemany("INSERT INTO keyed VALUES (?, ?)", [(key, entry) for key in keys])
        self.note((), keys, row, row)

    def withdraw(self, entry: int, row: Row, keys: Sequence[str]) -> None:
        """Let ``keys`` lead to the row of an entry no longer."""
        self._register.executemany(
            "DELETE FROM keyed WHERE key = ? AND entry = ?", [(key, entry) for key in keys]
        )
        self.note(keys, (), row, row)

    def note(self, gone: Sequence[str], come: Sequence[str], before: Row, now: Row) -> None:
        """Note that keys have ``gone`` from the row ``before``, and others have ``come`` to the row ``now``."""
        if self.keys is None:
            return
        for key in gone:
            change = self.keys[key]
            if before in change.come:
                change.come.remove(before)
            else:
                change.gone.append(before)
        for key in come:
            self.keys[key].come.append(now)
        if len(self.keys) > MOST_CHANGED:
            self.keys = None


def _update_terms(register: sqlite3.Connection, changes: EntryChanges, changed: _Changed) -> None:
    seen: set[int] = set()
    for kind, name, entry in changes.terms:
        label = row_of(SearchEntry(kind, name, "")).label
        found = register.execute(
            "SELECT id, url, count, keys FROM entry WHERE kind = ? AND label = ?", (KINDS.index(kind), label)
        ).fetchone()
        if entry is None:
            if found:
                _remove_term(register, found[0], changed)
            continue
        row = row_of(entry)
        if found is None:
            seen.add(_insert(register, row, "", keys_of(entry), changed, offered=True))
            continue
        number, url, count, keys = found
        seen.add(number)
        if (url, count) != (row.url, row.value):
            register.execute("UPDATE entry SET url = ?, count = ? WHERE id = ?", (row.url, row.value, number))
            split = _split(keys)
            changed.note(split, split, row._replace(url=url, value=count), row)
    if changes.whole:
        numbers = register.execute("SELECT id FROM entry WHERE kind < ?", (ARTICLE,)).fetchall()
        for (number,) in numbers:
            if number not in seen:
                _remove_term(register, number, changed)


def _remove_term(register: sqlite3.Connection, number: int, changed: _Changed) -> None:
    _, row, keys = _entry(register, number)
    changed.withdraw(number, row, keys)
    register.execute("DELETE FROM entry WHERE id = ?", (number,))


def _update_headlines(register: sqlite3.Connection, changes: EntryChanges, changed: _Changed) -> None:
    labels: set[str] = set()
    seen: set[str] = set()
    for issue, entries in changes.issues:
        seen.add(issue)
        now = {(row_of(entry), "\n".join(keys_of(entry))) for entry in entries}
        _update_issue(register, issue, now, labels, changed)
    if changes.whole:
        kept = register.execute("SELECT DISTINCT issue FROM entry WHERE issue <> ''").fetchall()
        for (issue,) in kept:
            if issue not in seen:
                _update_issue(register, issue, set(), labels, changed)
    for label in sorted(labels):
        _offer_newest(register, label, changed)


def _update_issue(
    register: sqlite3.Connection, issue: str, now: set[tuple[Row, str]], labels: set[str], changed: _Changed
) -> None:
    """Bring the headlines of one issue up to date; add to ``labels`` those of which others may be offered now."""
    for number, kind, label, url, date, keys, offered in register.execute(
        "SELECT id, kind, label, url, date, keys, offered FROM entry WHERE issue = ? AND issue <> ''",
        (issue,),
    ).fetchall():
        row = Row(kind, label, url, date or 0)
        if (row, keys) in now:
            now.remove((row, keys))
            continue
        if offered:
            changed.withdraw(number, row, _split(keys))
        register.execute("DELETE FROM entry WHERE id = ?", (number,))
        labels.add(label)
    for row, keys in sorted(now):
        _insert(register, row, issue, _split(keys), changed, offered=False)
        labels.add(row.label)


def _offer_newest(register: sqlite3.Connection, label: str, changed: _Changed) -> None:
    alike = register.execute(
        "SELECT id, offered FROM entry WHERE kind = ? AND label = ? ORDER BY date DESC, url, keys",
        (ARTICLE, label),
    ).fetchall()
    for place, (number, offered) in enumerate(alike):
        if offered == (place < ALIKE):
            continue
        register.execute("UPDATE entry SET offered = ? WHERE id = ?", (place < ALIKE, number))
        _, row, keys = _entry(register, number)
        if offered:
            changed.withdraw(number, row, keys)
        else:
            changed.offer(number, row, keys)


def _insert(
    register: sqlite3.Connection,
    row: Row,
    issue: str,
    keys: Sequence[str],
    changed: _Changed,
    *,
    offered: bool,
) -> int:
    count, date = (row.value, "") if isinstance(row.value, int) else (0, row.value)
    made = register.execute(
        "INSERT INTO entry (kind, label, url, count, date, issue, keys, offered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (row.kind, row.label, row.url, count, date, issue, "\n".join(keys), offered),
    )
    number = int(made.lastrowid or 0)
    if offered:
        changed.offer(number, row, keys)
    return number


def _entry(register: sqlite3.Connection, number: int) -> tuple[int, Row, list[str]]:
    kind, label, url, count, date, keys = register.execute(
        "SELECT kind, label, url, count, date, keys FROM entry WHERE id = ?", (number,)
    ).fetchone()
    return number, Row(kind, label, url, date or count), _split(keys)


def _split(keys: str) -> list[str]:
    """Return the keys of an entry, as the register has them one a line."""
    return keys.split("\n") if keys else []
