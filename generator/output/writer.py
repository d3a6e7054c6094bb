"""A build's hold on the folder of its site: files are written beside it, and come into it by ``commit`` alone."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.disk import refusals, write_settled, written
from generator.exchange import exchange
from generator.locks import only_one
from generator.output.journal import change_in_place, complete
from generator.output.marker import KEPT, MARKER, Marker, format_marker, read_marker
from generator.output.planning import grown_by, plan_steps
from generator.output.refusing import refuse_foreign, refuse_overlap
from generator.output.staging import refuse_outside, workplace_of
from generator.output.standing import size_of, standing_digest

RESERVED = (*KEPT, MARKER, "pagefind")
"""Names at the root of a site that no file of the archive's own can have. The search index writes the last."""


class SiteWriter:
    """Writes files into a folder beside ``site`` and, at ``commit``, makes the site of them, or changes it by them.

    As a context manager it removes what was not committed: the old site stays as it was.
    """

    def __init__(self, site: Path, inputs: tuple[Path, ...], *, compressed: bool = False) -> None:
        """Take the site's folder, the folders that it must not overlap, and whether it has compressed copies.

        Raises ``BackfileError`` where ``site`` holds something that no build has written.
        """
        # Resolved, so that a link to the folder is followed and not replaced.
        self.site = site.resolve()
        for folder in inputs:
            refuse_overlap("site", site, folder)
        refuse_foreign(self.site)
        self.standing = ""
        """Digest of the site that stands there; empty where none does that could be changed in place."""
        self.memo = b""
        """What a build that was broken off gave ``commit``, whether or not the site was changed by then."""
        self._workplace = workplace_of(self.site)
        self.staging = self._workplace.staging
        """Where processes may write files with ``stage_file``, and the search index and compressed copies go."""
        self.made = self._workplace.made
        """Where a build that makes the whole site may list what it has staged. Where there is a list, a build that is
        interrupted leaves it and what is staged, and the next one finds both: it goes on from there, or calls
        ``start_over``."""
        self._compressed = compressed
        self._removed: set[str] = set()
        self._interrupted = False
        self._found = False
        """Whether an earlier build's list is there as it was."""
        self._held = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Complete what a build that was broken off has left to do, and make the folder to write in."""
        with contextlib.ExitStack() as held:
            held.enter_context(only_one(self._workplace.folder, "build", make=True))
            held.callback(self._clear)
            complete(self.site, self._workplace)
            with written(self.staging):
                if self._workplace.old.is_dir() and not self.site.exists():
                    self._workplace.old.rename(self.site)
                if self._workplace.memo.is_file():
                    self.memo = self._workplace.memo.read_bytes()
                left = (self.staging.name, self.made.name) if self.made.is_file() else ()
                self._found = bool(left)
                _empty(self._workplace.folder, but=left)
                self.staging.mkdir(exist_ok=True)
            with refusals("cannot-read", "the site cannot be read", self.site):
                self.standing = standing_digest(self.site, compressed=self._compressed)
            self._held = held.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what was not committed, or was replaced, unless a journal or the next build needs it."""
        self._interrupted = kind is KeyboardInterrupt
        self._held.close()

    def _clear(self) -> None:
        lost = self._workplace.old.is_dir() and not self.site.exists()
        wanted = (self._interrupted or self._found) and self.made.is_file() and self.staging.is_dir()
        if not lost and not wanted and not self._workplace.journal.exists():
            shutil.rmtree(self._workplace.folder, ignore_errors=True)

    def start_over(self) -> None:
        """Remove what is staged, and the list of it. Raises ``BackfileError`` where the disk refuses."""
        self._found = False
        with written(self.staging):
            self.made.unlink(missing_ok=True)
            _empty(self.staging)

    def remove(self, path: str) -> None:
        """Let a file of the old site go, or a folder and all that is in it, where the site is changed in place.

        What is staged at that path comes all the same. Raises ``BackfileError`` for a path out of the site.
        """
        refuse_outside(path)
        self._removed.add(path)

    def commit(self, digest: str, *, whole: bool = True, memo: bytes = b"") -> None:
        """Put what was written into its place; ``digest`` is that of all files that the site has then.

        ``whole``: it is all of the site, and the two change places. Otherwise it is what the site gets of new and
        changed files, and what has to go was named by ``remove``; raises ``ValueError`` where no site stands that
        could be changed. What a person keeps there (.gitignore) stays. Where this build is broken off while the site
        is changed, the next one has the ``memo``. Raises ``BackfileError`` where the disk refuses.
        """
        if whole:
            with written(self.site):
                self.made.unlink(missing_ok=True)
                marker = Marker(digest, self._compressed, size_of(self.staging))
                write_settled(self.staging / MARKER, format_marker(marker))
                self._replace()
            return
        old = read_marker(self.site)
        if not self.standing or not old:
            raise ValueError("there is no site that could be changed in place")
        with written(self.site):
            steps = plan_steps(self.site, self.staging, self._removed, compressed=self._compressed)
            size = old.size + grown_by(self.site, self.staging, steps)
            self._workplace.memo.write_bytes(memo)
        try:
            change_in_place(self.site, self._workplace, steps, Marker(digest, self._compressed, size))
        finally:
            new = read_marker(self.site)
            self.standing = new.files if new else ""

    def _replace(self) -> None:
        """Let the staging folder take the site's place."""
        for name in KEPT:
            kept = self.site / name
            if kept.is_dir():
                shutil.copytree(kept, self.staging / name, symlinks=True)
            elif kept.is_file():
                shutil.copy2(kept, self.staging / name)
        if not self.site.exists():
            self.staging.rename(self.site)
        elif not exchange(self.staging, self.site):
            self.site.rename(self._workplace.old)
            try:
                self.staging.rename(self.site)
            except BaseException:
                self._workplace.old.rename(self.site)
                raise


def _empty(folder: Path, but: Collection[str] = ()) -> None:
    """Remove what is in ``folder``, ``but`` for some names, and keep it: the lock of this build may be on it."""
    for path in folder.iterdir():
        if path.name in but:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
