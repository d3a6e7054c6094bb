"""What is offered by name, from the register into the site: the suggestions, and the vocabulary."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.search.entries import EntriesSince
from generator.search.offering import update_register
from generator.search.packing import to_json
from generator.search.placing import Placing
from generator.search.readings import Readings
from generator.search.register import about, note, open_register
from generator.search.suggestions import write_suggestions
from generator.search.vocabulary import make_vocabulary
from generator.search.word_counts import update_word_counts

_VOCABULARY = "vocabulary"


class Names:
    """Places the files of what is offered by name; the suggestions first, for which no part has to be there."""

    def __init__(self, cache: Path, entries: EntriesSince, placing: Placing) -> None:
        """Take the folder that keeps the register, what is offered, and the site."""
        self._cache = cache
        self._path = cache / "register.sqlite"
        self._entries = entries
        self._placing = placing

    def place_suggestions(self) -> str:
        """Bring the register up to date with what is offered, place the suggestions, and return their first file."""
        try:
            return self._in_register(self._suggestions)
        except sqlite3.DatabaseError:
            self._begin_anew()
        return self._in_register_or_fail(self._suggestions)

    def place_vocabulary(self, parts: Iterable[Path]) -> str:
        """Place the vocabulary of what is offered and of the words of ``parts``, and return its file."""
        folders = tuple(parts)
        try:
            return self._in_register(lambda register: self._vocabulary(register, folders))
        except sqlite3.DatabaseError:
            self._begin_anew()
        self._in_register_or_fail(self._suggestions)
        return self._in_register_or_fail(lambda register: self._vocabulary(register, folders))

    def _suggestions(self, register: sqlite3.Connection) -> str:
        changes = update_register(register, self._entries)
        if register.total_changes:
            note(register, _VOCABULARY, "")
        return write_suggestions(register, changes, self._placing)

    def _vocabulary(self, register: sqlite3.Connection, parts: tuple[Path, ...]) -> str:
        update_word_counts(register, parts)
        if register.total_changes or not about(register, _VOCABULARY):
            vocabulary = make_vocabulary(register, Readings(self._cache / "readings.json"))
            note(register, _VOCABULARY, to_json(vocabulary).decode())
        return self._placing.write_hashed(_VOCABULARY, about(register, _VOCABULARY).encode())

    def _in_register(self, place: Callable[[sqlite3.Connection], str]) -> str:
        with open_register(self._path) as register:
            return place(register)

    def _in_register_or_fail(self, place: Callable[[sqlite3.Connection], str]) -> str:
        try:
            return self._in_register(place)
        except sqlite3.DatabaseError as problem:
            raise OSError(f"{self._path}: {problem}") from problem

    def _begin_anew(self) -> None:
        """Remove the register: damaged, perhaps, and all that it holds can be had again."""
        for left in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            left.unlink(missing_ok=True)
