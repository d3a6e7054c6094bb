"""Which issues may have changed since they were last read: by what the system says of their files."""

from __future__ import annotations

import hashlib
import itertools
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.workers import Jobs, in_order

_SETTLED = 2_000_000_000
"""Nanoseconds after a change in which a further one may leave a file's time as it is: the coarsest clock of a file
system that is in use (FAT) counts two seconds. What git calls a racily clean entry."""

_TOGETHER = 100
"""Folders that a process looks at in one go."""
_FEW = 1_000
"""Folders that are looked at sooner than another process has begun."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """The folder of an issue."""

    folder: Path
    signature: str
    """Of the names, sizes, times and numbers of its files; empty where these do not vouch for what is in them."""


def scan(folders: Sequence[Path], jobs: Jobs) -> Iterator[Scanned]:
    """Yield each of ``folders``, which are those of issues, with its signature; hidden files are left out.

    A folder that cannot be read has none: reading it will say why. Of many, processes of this machine each look at
    some: only here are the numbers of files those of the last build.
    """
    groups = [folders[first : first + _TOGETHER] for first in range(0, len(folders), _TOGETHER)]
    few = len(folders) < _FEW or not isinstance(jobs, int)
    return itertools.chain.from_iterable(in_order(_scan_group, groups, 1 if few else jobs))


def _scan_group(folders: Sequence[Path]) -> list[Scanned]:
    return list(map(scan_folder, folders))


def scan_folder(folder: Path) -> Scanned:
    """Return ``folder``, that of an issue, with its signature, as ``scan`` does."""
    digest = hashlib.blake2b(digest_size=16)
    now = time.time_ns()
    try:
        newest = _add(str(folder), digest)
    except OSError:
        newest = now
    return Scanned(folder, digest.hexdigest() if vouches(newest, now) else "")


def vouches(changed: int, now: int) -> bool:
    """Tell whether a file with the time ``changed`` would have another if it changed again ``now``; nanoseconds."""
    return changed < now - _SETTLED


def _add(folder: str, digest: hashlib.blake2b) -> int:
    """Add the files under ``folder`` to ``digest``; return the time of the youngest, in nanoseconds."""
    newest = 0
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if entry.name[0] != "."), key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            digest.update(b"/" + os.fsencode(entry.name))
            newest = max(newest, _add(entry.path, digest))
            continue
        known = entry.stat(follow_symlinks=False)
        line = f"{known.st_size} {known.st_mtime_ns} {known.st_ctime_ns} {known.st_ino} {known.st_mode}\n"
        digest.update(os.fsencode(entry.name) + b"\0" + line.encode())
        newest = max(newest, known.st_mtime_ns, known.st_ctime_ns)
    digest.update(b"..")
    return newest
