"""Whether the site that stands there may be changed in place, even where the power failed since it was written."""

from __future__ import annotations

import os
import time
from pathlib import Path

from generator.output.marker import KEPT, MARKER, read_marker

_LATE = 60.0
"""Seconds after which systems have put on the disk what was written, and by which clocks are corrected."""


def standing_digest(site: Path, *, compressed: bool) -> str:
    """Return the digest of the ``site`` that a build can change in place; empty where it has to be made whole.

    That is: there is none, a build that changed it was broken off, it has compressed copies and is to have none (or
    the other way round), or the machine was started since it was written and it is not as large as it was then. A
    file that was not on the disk when the power failed has lost its end, or all of it. Raises ``OSError``.
    """
    marker = read_marker(site)
    if not marker or marker.compressed != compressed:
        return ""
    if (site / MARKER).stat().st_mtime < _started() + _LATE and size_of(site) != marker.size:
        return ""
    return marker.files


def size_of(site: Path) -> int:
    """Return how many bytes the files of a site have, without the marker and what a person keeps there."""
    with os.scandir(site) as entries:
        return sum(_size(entry) for entry in entries if entry.name not in (MARKER, *KEPT))


def _size(entry: os.DirEntry[str]) -> int:
    if not entry.is_dir(follow_symlinks=False):
        return entry.stat(follow_symlinks=False).st_size
    with os.scandir(entry) as entries:
        return sum(map(_size, entries))


def _started() -> float:
    """Return when this machine was started, in seconds since 1970."""
    try:
        since = time.clock_gettime(time.CLOCK_BOOTTIME)
    except AttributeError:  # outside Linux nobody says so: the site is measured each time
        return time.time()
    return time.time() - since
