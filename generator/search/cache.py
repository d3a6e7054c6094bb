"""What builds keep for the next: finished parts that prove to be whole, and one build at a time."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

MARK = "sizes.json"
"""In a kept part: the size of each of its files."""
WORDS = "words.json"
"""In a kept part: in how many of its documents each word is. For the build alone, like the mark."""
_SPOOL = "spool-"


@contextmanager
def open_cache(cache: Path) -> Iterator[Path]:
    """Hold the cache, waiting for another build that does, and yield an empty folder for this build alone.

    Folders that a killed build left behind are removed: whoever holds the lock is the only one to have any.
    """
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in cache.glob(f"{_SPOOL}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=_SPOOL, dir=cache) as scratch:
            yield Path(scratch)


def mark_whole(part: Path) -> None:
    """Write down the sizes of the files of a finished ``part``, after the files themselves are on the disk."""
    for path in part.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
    (part / MARK).write_text(json.dumps(_sizes(part), indent=0, sort_keys=True), encoding="utf-8")


def is_whole(part: Path) -> bool:
    """Tell whether ``part`` has all its files at their sizes: a power cut may leave them empty."""
    try:
        return bool(json.loads((part / MARK).read_bytes()) == _sizes(part))
    except (OSError, ValueError):
        return False


def copy_part(part: Path, target: Path) -> None:
    """Copy the files of a kept part into the site, in the place of what is there if it is not the same."""
    served = {name: size for name, size in _sizes(part).items() if name != WORDS}
    if target.is_dir() and _sizes(target) == served:
        return
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(part, target, ignore=shutil.ignore_patterns(MARK, WORDS))


def _sizes(part: Path) -> Mapping[str, int]:
    files = (path for path in part.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(part).as_posix(): path.stat().st_size for path in files}
