"""The catalogue as a build uses it: opened, brought up to date, asked, settled when the site is in place."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.catalogue.database import open_database, open_to_read, refusals, transaction
from generator.catalogue.known import KnownArchive
from generator.catalogue.ledger import Ledger
from generator.catalogue.naming import Naming
from generator.catalogue.packing import digest
from generator.catalogue.pending import put_pending, read_pending, settle_pending
from generator.catalogue.updating import Update
from generator.model import IssueSummary, Settings, Vocabulary
from generator.model.catalogue import Archive, Delta


class Catalogue(KnownArchive):
    """All that is known across issues, and what builds note for the next. Ask it after ``update``.

    A context manager. One process writes it at a time; a process killed at any moment leaves it as it was after the
    last thing that was done in whole.
    """

    def __init__(
        self, database: sqlite3.Connection, path: Path | None, settings: Settings, vocabulary: Vocabulary
    ) -> None:
        """``open`` makes one."""
        super().__init__(database, settings)
        self.ledger = Ledger(database, path)
        self.updated = False
        """Whether the last ``update`` took in or dropped an issue, or began anew."""
        self._path = path
        self._vocabulary = vocabulary

    @classmethod
    def open(cls, path: Path | None, settings: Settings, vocabulary: Vocabulary, *, program: str) -> Self:
        """Return the catalogue in the file at ``path``; for None one in memory, empty.

        A file that is damaged, not a catalogue, or of another format or version of the ``program`` is thrown away and
        begun anew. Raises ``BackfileError`` where the disk refuses to write, and ``CatalogueDamagedError`` where what
        is read at once shows the damage.
        """
        with refusals(path):
            return cls(open_database(path, program), path, settings, vocabulary)

    def update(self, changed: Iterable[IssueSummary], gone: Collection[str]) -> Delta:
        """Take in the summaries of issues that ``changed``, terms as front matter has them; drop those ``gone``.

        Both in any order; ``changed`` may be a stream, and may hold issues that did not change. Returns what looks
        different since ``settle`` was last called. Raises ``CatalogueDamagedError`` where the file turns out to be
        damaged, and ``BackfileError`` where the disk refuses to write.
        """
        database = self._database
        with refusals(self._path), transaction(database):
            told = digest(
                [
                    (term.name, term.kind, term.aliases, term.broader, term.narrower, term.related)
                    for term in self._vocabulary.terms
                ],
                sorted(self._vocabulary.stop),
            )
            row = database.execute("select value from notes where name = 'vocabulary'").fetchone()
            empty = database.execute("select 1 from issues").fetchone() is None
            database.execute("insert or replace into notes values ('vocabulary', ?)", (told,))
            update = Update(
                database,
                Naming(self._vocabulary),
                page_from=self.settings.term_page_from,
                anew=empty or row != (told,),
            )
            self.updated = bool(gone) or empty or row != (told,)
            put_pending(database, update.run(self._noticed(changed), gone))
            self._forget()
            return read_pending(database, self._places.numbers.keys())

    def _noticed(self, changed: Iterable[IssueSummary]) -> Iterator[IssueSummary]:
        for each in changed:
            self.updated = True
            yield each

    def settle(self) -> None:
        """Note that the site shows all that ``update`` has named."""
        with refusals(self._path), transaction(self._database):
            settle_pending(self._database)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Within it, all that is written holds together, or nothing does. Raises as ``update`` does."""
        with refusals(self._path), transaction(self._database):
            yield

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        """Return the catalogue."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file. Raises ``CatalogueDamagedError`` in place of what the damaged file made go wrong."""
        self.close()
        if isinstance(raised, sqlite3.DatabaseError):
            with refusals(self._path):
                raise raised


@contextlib.contextmanager
def standing_catalogue(path: Path, settings: Settings) -> Iterator[tuple[Archive, Ledger]]:
    """Give the archive in the file at ``path`` as the last build knew it, and what that noted, to be read alone.

    Nobody may write the file meanwhile. Raises ``CatalogueDamagedError`` where it is damaged; it is gone then.
    """
    with refusals(path), contextlib.closing(open_to_read(path)) as database:
        yield KnownArchive(database, settings), Ledger(database, path)


def read_catalogue(path: Path, settings: Settings) -> Archive:
    """Return the archive in the file at ``path``, as it was last brought up to date, to be read alone.

    Nobody may write the file while it is read. It may lie on a file system that several machines share.
    """
    return KnownArchive(open_to_read(path), settings)
