"""An import that was broken off: the same import, run again, goes on after the issues that it had stored."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Collection, Iterable
from pathlib import Path

from generator import __version__
from generator.content.files import write_file
from generator.disk import refusals
from generator.errors import Diagnostic
from generator.pipeline.importing_issue import IssueSources
from generator.pipeline.settling import ImportRequest

STORED = ".importing.txt"
"""In content/ while an import of several issues goes on."""


class UnfinishedImport:
    """The list of issues stored so far.

    Its first line says which import it is of: another one begins from the start. That an issue is on it is no promise
    that anything depends on: one that is stored and not on it is stored again, which changes nothing.
    """

    def __init__(self, request: ImportRequest, issues: Iterable[IssueSources]) -> None:
        """Take the import that ``request`` asks for, of ``issues``."""
        self._path = request.content / STORED
        self._kept = not request.dry_run
        issues = list(issues)
        self._several = len(issues) > 1
        self._import = _fingerprint(request, issues)

    def resume(self, warnings: list[Diagnostic]) -> Collection[str]:
        """Return the ids of the issues that were stored before this import was broken off.

        How many they are goes to ``warnings``.
        """
        done = self._read() if self._kept else frozenset()
        if done:
            what = f"{len(done)} issues were stored before this import was broken off; it goes on after them."
            warnings.append(Diagnostic("note", "import-resumed", what, str(self._path)))
        else:
            self._forget()
        return done

    def note(self, issue_id: str) -> None:
        """Note that an issue is stored."""
        if not self._kept or not self._several:
            return
        if not self._path.is_file():
            write_file(self._path, f"{self._import}\n".encode())
        with _written(self._path), self._path.open("a", encoding="utf-8") as file:
            file.write(f"{issue_id}\n")

    def finish(self) -> None:
        """Note that all are."""
        self._forget()

    def _forget(self) -> None:
        if self._kept:
            with _written(self._path):
                self._path.unlink(missing_ok=True)

    def _read(self) -> frozenset[str]:
        if self._path.is_symlink() or not self._path.is_file():
            return frozenset()
        first, *done = self._path.read_text(encoding="utf-8", errors="replace").split("\n")
        # The last line may be cut short.
        return frozenset(done[:-1]) if first == self._import else frozenset()


def _written(path: Path) -> contextlib.AbstractContextManager[None]:
    remedy = "Make the folder writable, or free some space; what was there before is untouched."
    return refusals("cannot-write", "the file cannot be written", path, remedy)


def _fingerprint(request: ImportRequest, issues: Iterable[IssueSources]) -> str:
    """Return what tells this import from others: the sources, what was asked, and the program."""
    sources = {
        (source.text.path.name, source.text.sha256) for issue in issues for source in issue.records
    } | {(text.path.name, hashlib.sha256(text.data).hexdigest()) for issue in issues for text in issue.texts}
    asked = [request.publication, str(request.date), request.date_basis, request.edition, request.page]
    told = json.dumps([__version__, sorted(sources), asked, request.replace], ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()
