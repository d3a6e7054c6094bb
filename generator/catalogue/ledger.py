"""What a build notes for the next one: which files it saw, which units it made, from what, into which files."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.database import refusals, transaction
from generator.catalogue.packing import pack, unpack

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """The files of an issue as a build saw them."""

    signature: str
    """Of what the file system says of them, to tell cheaply that none has changed."""
    digest: str
    """Of their bytes."""
    characters: int
    """Of the texts of its articles."""


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """A unit of the site as it was made."""

    key: str
    """Of everything that it was made from."""
    files: tuple[tuple[str, str], ...]
    """Path in the site and digest of each file that it made."""


class Ledger:
    """The notes, in the file of the catalogue."""

    def __init__(self, database: sqlite3.Connection, path: Path | None) -> None:
        """``path`` is named where the disk refuses to write."""
        self._database = database
        self._path = path

    def seen(self) -> Mapping[str, Seen]:
        """Return all issues that were seen, by folder: ``<publication>/<issue>``."""
        rows = self._database.execute("select folder, signature, digest, characters from seen")
        return {folder: Seen(*rest) for folder, *rest in rows}

    def put_seen(self, seen: Mapping[str, Seen]) -> None:
        """Note issues that were seen, by folder; the catalogue drops them with the issue."""
        rows = ((folder, each.signature, each.digest, each.characters) for folder, each in seen.items())
        with refusals(self._path), transaction(self._database):
            self._database.executemany("insert or replace into seen values (?, ?, ?, ?)", rows)

    def units(self, names: Collection[str]) -> Mapping[str, KeptUnit]:
        """Return those units of ``names`` that were made, by name."""
        found: dict[str, KeptUnit] = {}
        for chunk in _chunks(names):
            marks = ", ".join("?" * len(chunk))
            query = f"select name, key, files from units where name in ({marks})"  # noqa: S608  # marks alone
            found |= {
                name: KeptUnit(key, unpack(files))
                for name, key, files in self._database.execute(query, chunk)
            }
        return found

    def units_under(self, prefix: str) -> Mapping[str, KeptUnit]:
        """Return all units whose name begins with ``prefix``, by name."""
        query = "select name, key, files from units where name >= ? and name < ?"
        rows = self._database.execute(query, (prefix, _after(prefix)))
        return {name: KeptUnit(key, unpack(files)) for name, key, files in rows}

    def keys_but_of(self, families: Collection[str]) -> Mapping[str, str]:
        """Return the keys of all units by name, but for those of ``families``: what stands before a tab."""
        spans = [(f"{family}\t", _after(f"{family}\t")) for family in families]
        outside = " and ".join("not (name >= ? and name < ?)" for _ in spans) or "1"
        query = f"select name, key from units where {outside}"  # noqa: S608  # marks alone
        return dict(self._database.execute(query, [bound for span in spans for bound in span]))

    def drop_all_units(self) -> None:
        """Forget all units."""
        with refusals(self._path), transaction(self._database):
            self._database.execute("delete from units")
            self._database.execute("delete from owners")

    def put_units(self, units: Mapping[str, KeptUnit]) -> None:
        """Note units that were made, by name."""
        with refusals(self._path), transaction(self._database):
            numbers = self._disown(units)
            (last,) = self._database.execute("select coalesce(max(number), 0) from units").fetchone()
            for name in units:
                if name not in numbers:
                    last += 1
                    numbers[name] = last
            self._database.executemany(
                "insert or replace into units values (?, ?, ?, ?)",
                ((numbers[name], name, unit.key, pack(unit.files)) for name, unit in units.items()),
            )
            owners = ((_hash(path), numbers[name]) for name, unit in units.items() for path, _ in unit.files)
            self._database.executemany("insert or replace into owners values (?, ?)", sorted(owners))

    def drop_units(self, names: Collection[str]) -> None:
        """Forget units."""
        with refusals(self._path), transaction(self._database):
            numbers = self._disown(names)
            rows = [(number,) for number in numbers.values()]
            self._database.executemany("delete from units where number = ?", rows)

    def owner_of(self, path: str) -> str:
        """Return the name of the unit that made the file at ``path``; empty where none did."""
        query = "select name from owners join units on unit = number where path = ?"
        row = self._database.execute(query, (_hash(path),)).fetchone()
        return row[0] if row else ""

    def note(self, name: str) -> str:
        """Return what was noted under ``name``; empty where nothing was."""
        row = self._database.execute("select value from notes where name = ?", (f"note {name}",)).fetchone()
        return row[0] if row else ""

    def put_note(self, name: str, value: str) -> None:
        """Note ``value`` under ``name``."""
        with refusals(self._path), transaction(self._database):
            self._database.execute("insert or replace into notes values (?, ?)", (f"note {name}", value))

    def _disown(self, names: Iterable[str]) -> dict[str, int]:
        """Take their files from those of the units ``names`` that are there; return their numbers."""
        numbers: dict[str, int] = {}
        paths: list[tuple[int, int]] = []
        if self._database.execute("select 1 from units").fetchone():
            for chunk in _chunks(names):
                marks = ", ".join("?" * len(chunk))
                query = f"select name, number, files from units where name in ({marks})"  # noqa: S608  # likewise
                for name, number, files in self._database.execute(query, chunk):
                    numbers[name] = number
                    paths += ((_hash(path), number) for path, _ in unpack(files))
        self._database.executemany("delete from owners where path = ? and unit = ?", paths)
        return numbers


def _hash(path: str) -> int:
    """Return 63 bits for a path: in an archive of a million files two are alike once in ten million archives."""
    return int.from_bytes(hashlib.blake2b(path.encode(), digest_size=8).digest()) >> 1


def _after(prefix: str) -> str:
    """Return the first text behind all that begin with ``prefix``."""
    return prefix + "\U0010ffff"


def _chunks(names: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(names)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
