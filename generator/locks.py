"""One program at a time in a folder: a lock that leaves no file behind, and goes with the program that holds it."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import error


@contextlib.contextmanager
def only_one(folder: Path, what: str, *, make: bool = False) -> Iterator[None]:
    """Hold the lock of ``folder``, or of the nearest folder above it that is there; with ``make``, make it first.

    Raises ``BackfileError``, which says that another ``what`` is running, while another program holds it, and
    where the folder cannot be made.
    """
    place = folder.absolute()
    if make:
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise error(
                "cannot-write",
                f"the folder cannot be made: {problem.strerror or problem}.",
                file=str(folder),
                remedy="Make the folder above it writable, or choose another.",
            ) from problem
    while not place.is_dir():
        place = place.parent
    descriptor = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise error(
                f"{what}-running",
                f"another {what} is running here.",
                file=str(folder),
                remedy="Wait until it has ended; the lock goes with it.",
            ) from None
        yield
    finally:
        os.close(descriptor)
