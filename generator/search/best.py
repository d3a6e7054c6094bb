"""The best of a group of entries that is too large for a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from generator.search.keys import ARTICLE, Row
from generator.search.offering import KeyChange

BEST = 8
"""Terms, and headlines, offered for a beginning that too many entries share to be in one file."""
_BEST = """
    SELECT kind, label, url, CASE date WHEN '' THEN count ELSE date END, min(key <> ?) AS longer
    FROM keyed JOIN entry ON id = entry WHERE key >= ? AND key < CAST(? AS TEXT) AND (kind = ?) = ?
    GROUP BY id ORDER BY longer, count DESC, date DESC, kind, label, url LIMIT ?
"""

Placed = tuple[bool, Row]
"""A row, and whether the keys that lead to it go on beyond the group's beginning: what ends there comes first."""


def best_of_group(
    register: sqlite3.Connection,
    prefix: str,
    known: Iterable[Any] | None,
    changes: Mapping[str, KeyChange],
) -> list[Placed]:
    """Return the best terms, then the best headlines, of those that a key beginning with ``prefix`` leads to.

    ``known`` are those before ``changes``, None where they are not known. Mostly they say which are the best now, and
    the whole group, of tens of thousands perhaps, need not be looked through.
    """
    before = None if known is None else [(longer, Row(*row)) for longer, row in known]
    best: list[Placed] = []
    for headlines in (False, True):
        found = None
        if before is not None:
            of_kind = [placed for placed in before if (placed[1].kind == ARTICLE) == headlines]
            found = _merged(of_kind, prefix, changes, headlines=headlines)
        best += _looked_up(register, prefix, headlines=headlines) if found is None else found
    return best


def _looked_up(register: sqlite3.Connection, prefix: str, *, headlines: bool) -> list[Placed]:
    found = register.execute(
        _BEST, (prefix, prefix, prefix.encode() + b"\xff", ARTICLE, headlines, BEST)
    ).fetchall()
    return [(bool(longer), Row(*row)) for *row, longer in found]


def _merged(
    before: list[Placed], prefix: str, changes: Mapping[str, KeyChange], *, headlines: bool
) -> list[Placed] | None:
    """Return the best after ``changes``, from the best before them; None where others may be among them now."""
    gone: set[Row] = set()
    come: set[Placed] = set()
    for key, change in changes.items():
        gone.update(row for row in change.gone if (row.kind == ARTICLE) == headlines)
        come.update((key != prefix, row) for row in change.come if (row.kind == ARTICLE) == headlines)
    last = max(map(_place, before)) if len(before) == BEST else None
    found: dict[Row, bool] = {}
    for longer, row in sorted([*(placed for placed in before if placed[1] not in gone), *come], key=_place):
        if last is None or _place((longer, row)) <= last:
            found.setdefault(row, longer)
    if last is not None and len(found) < BEST:
        return None
    return [(longer, row) for row, longer in list(found.items())[:BEST]]


def _place(placed: Placed) -> tuple[Any, ...]:
    return (placed[0], *placed[1].rank)
