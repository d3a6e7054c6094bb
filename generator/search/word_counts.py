"""How many articles have each word: sums over the parts, changed by those parts that come and go."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from generator.search.cache import WORDS
from generator.search.folding import load_folding

LONGEST = 12
"""Characters in a topic, name or word of the vocabulary, at most."""
_WORD = re.compile(r"[^\W\d_]{2,}|\w*[^\W\d_]\w*[^\W_]")
"""More than one character, and a letter among them: of numbers there is no end."""


def update_word_counts(register: sqlite3.Connection, parts: Iterable[Path]) -> None:
    """Bring the sums in ``register`` up to date with ``parts``, folders in the cache.

    Parts that were counted and are no longer among them have to be in the cache still; where one is not, all are
    counted anew.
    """
    wanted = {part.name: part for part in parts}
    counted = {folder for (folder,) in register.execute("SELECT folder FROM part")}
    if counted == wanted.keys():
        return
    some_part = next(iter(wanted.values()), None)
    counts: Counter[str] = Counter()
    try:
        for name in counted - wanted.keys():
            counts.subtract(_words(some_part.with_name(name)) if some_part else {})
        if not some_part:
            raise FileNotFoundError
    except (OSError, ValueError):
        for statement in ("DELETE FROM word", "DELETE FROM folded"):
            register.execute(statement)
        counted = set()
        counts.clear()
    for name in wanted.keys() - counted:
        counts.update(_words(wanted[name]))
    _add(register, {word: number for word, number in counts.items() if number}, alone=not counted)
    register.execute("DELETE FROM part")
    register.executemany("INSERT INTO part VALUES (?)", [(name,) for name in sorted(wanted)])


def frequent_words(register: sqlite3.Connection) -> Iterator[tuple[str, int, str]]:
    """Yield words, the most frequent first: folded, with the articles of all forms, and as it is mostly written."""
    yield from register.execute("SELECT folded, total, word FROM folded ORDER BY total DESC, folded")


def _words(part: Path) -> dict[str, int]:
    counts: dict[str, int] = json.loads((part / WORDS).read_bytes())
    return counts


def _add(register: sqlite3.Connection, counts: dict[str, int], *, alone: bool) -> None:
    """Add ``counts`` to the sums; ``alone`` says that there are none before."""
    fold = load_folding().fold
    usable = [(word, fold(word), number) for word, number in counts.items() if _is_usable(word)]
    register.executemany(
        "INSERT INTO word VALUES (?, ?, ?) ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
        usable,
    )
    register.execute("DELETE FROM word WHERE count = 0")
    if alone:  # nothing need be looked up
        usable.sort(key=lambda each: (each[1], -each[2], each[0]))
        for folded, group in groupby(usable, key=lambda each: each[1]):
            forms = list(group)
            total = sum(number for _, _, number in forms)
            register.execute("INSERT INTO folded VALUES (?, ?, ?)", (folded, total, forms[0][0]))
        return
    for folded in {folded for _, folded, _ in usable}:
        total, word = 0, ""
        for form, count in register.execute(
            "SELECT word, count FROM word WHERE folded = ? ORDER BY count DESC, word", (folded,)
        ):
            total, word = total + count, word or form
        if total:
            register.execute("INSERT OR REPLACE INTO folded VALUES (?, ?, ?)", (folded, total, word))
        else:
            register.execute("DELETE FROM folded WHERE folded = ?", (folded,))


def _is_usable(word: str) -> bool:
    return len(word) <= LONGEST and bool(_WORD.fullmatch(word))
