"""One program at a time in a folder: a lock that leaves no file behind, and goes with the program that holds it."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from generator.disk import refusals
from generator.errors import BackfileError, error

_REMEDY = "Make it and the folder above it writable, or choose another."


@contextlib.contextmanager
def only_one(folder: Path, what: str, *, make: bool = False) -> Iterator[None]:
    """Hold the lock of ``folder``, or of the nearest folder above it that is there; with ``make``, make it first.

    The lock is on the folder itself, and goes with it when it is renamed. Raises ``BackfileError``, which says that
    another ``what`` is running, while another program holds it, and where the folder cannot be made or opened.
    """
    place = folder.absolute()
    if make:
        with refusals("cannot-write", "the folder cannot be made", folder, _REMEDY):
            place.mkdir(parents=True, exist_ok=True)
    while not place.is_dir():
        place = place.parent
    with refusals("cannot-read", "the folder cannot be opened", folder, _REMEDY):
        try:
            descriptor = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:  # it was there just now: its holder removes it at the end
            raise _running(folder, what) from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _running(folder, what) from None
        if not _is_at(place, descriptor):
            raise _running(folder, what)
        yield
    finally:
        os.close(descriptor)


def _is_at(place: Path, descriptor: int) -> bool:
    """Tell whether ``place`` is still the folder that was opened: its holder may have put another there since."""
    try:
        return os.path.samestat(place.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _running(folder: Path, what: str) -> BackfileError:
    return error(
        f"{what}-running",
        f"another {what} is running here.",
        file=str(folder),
        remedy="Wait until it has ended; the lock goes with it.",
    )
