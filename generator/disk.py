"""What the disk refuses, as a message: a full or read-only disk is no mistake of the program."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import error


@contextlib.contextmanager
def refusals(code: str, message: str, path: Path, remedy: str = "") -> Iterator[None]:
    """Raise what the system refuses within as a ``BackfileError``: ``message``, and the system's own reason.

    It names the file that the system names, or else ``path``.
    """
    try:
        yield
    except OSError as problem:
        raise error(
            code,
            f"{message}: {problem.strerror or problem}.",
            file=str(problem.filename or path),
            remedy=remedy,
        ) from problem


def written(path: Path, what: str = "the site") -> contextlib.AbstractContextManager[None]:
    """Return a context in which the disk's refusal to write ``what``, at ``path`` or below, becomes a message."""
    remedy = "Make the folder writable, or free some space; the old site is untouched."
    return refusals("cannot-write", f"{what} cannot be written", path, remedy)


def settle(folder: Path) -> None:
    """Return when all that was written to the disk of ``folder`` is on it, and would outlast a power failure.

    One call for any number of files, after they were written side by side: syncfs(2), or where the system has none,
    sync(2). Raises ``OSError`` where the disk could not take them all.
    """
    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "syncfs"):
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if system.syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


def write_settled(path: Path, data: bytes) -> None:
    """Let a file appear at ``path`` with all of ``data``, on the disk and not only in memory. Raises ``OSError``."""
    partial = path.with_name(f"{path.name}.part")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
