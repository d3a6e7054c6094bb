"""What the disk refuses, as a message: a full or read-only disk is no mistake of the program."""

from __future__ import annotations

import contextlib
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
