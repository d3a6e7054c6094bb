"""Edits as they come, collected in a thread of their own: a build can look whether there has been one meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.watching.changes import file_changes


class Edits:
    """The files under some folders that have changed and were not taken yet. A context manager."""

    def __init__(self, folders: Callable[[], Iterable[Path]]) -> None:
        """Take what tells which folders there are."""
        self._news = threading.Condition()
        self._changed: frozenset[Path] = frozenset()
        self._turns = 0
        self._taken = 0
        self._failed: BaseException | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._collect, args=(folders,), daemon=True)

    def __enter__(self) -> Self:
        """Begin to watch, and return when no further edit is missed. Raises as ``file_changes`` does."""
        self._thread.start()
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Watch no more."""
        self._stop.set()
        self._thread.join()

    def take(self) -> frozenset[Path]:
        """Wait for a turn of ``file_changes``, and return what has changed since the last; raises as that does."""
        with self._news:
            self._news.wait_for(lambda: self._turns > self._taken or self._failed)
            if self._failed:
                raise self._failed
            changed, self._changed, self._taken = self._changed, frozenset(), self._turns
            return changed

    @property
    def waiting(self) -> frozenset[Path]:
        """What has changed and was not taken yet."""
        return self._changed

    def _collect(self, folders: Callable[[], Iterable[Path]]) -> None:
        try:
            for changed in file_changes(folders, self._stop):
                with self._news:
                    self._changed |= changed
                    self._turns += 1
                    self._news.notify_all()
        except BaseException as problem:  # whoever takes the next turn gets it
            with self._news:
                self._failed = problem
                self._news.notify_all()
