"""What builds keep for the next: finished parts that prove to be whole, and one build at a time."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.search.packing import to_json
from generator.search.placing import sizes_in

MARK = "part.json"
"""In a kept part: what the manifest says of it, and the size of each of its files. Written last."""
WORDS = "words.json"
"""In a kept part: in how many of its documents each word is. For the build alone, like the mark."""


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A finished part in the cache."""

    folder: Path
    about: Mapping[str, Any]
    sizes: Mapping[str, int]
    """Of the files that are served."""
    words_size: int

    def is_whole(self) -> bool:
        """Tell whether all its files have their sizes: a power cut may leave them empty."""
        found = sizes_in(self.folder)
        return all(found.get(name) == size for name, size in self.sizes.items()) and self.has_words()

    def has_words(self) -> bool:
        """Tell whether it has its counts of words."""
        try:
            return (self.folder / WORDS).stat().st_size == self.words_size
        except OSError:
            return False


@contextmanager
def open_cache(cache: Path) -> Iterator[Path]:
    """Hold the cache, waiting for another build that does, and yield the folder of parts."""
    parts = cache / "parts"
    parts.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield parts


def keep_part(part: Path, about: Mapping[str, Any]) -> None:
    """Write the mark of a finished ``part``, after its files themselves are on the disk."""
    sizes = sizes_in(part)
    for name in sizes:
        with (part / name).open("rb") as file:
            os.fsync(file.fileno())
    (part / MARK).write_bytes(to_json({"about": about, "sizes": dict(sorted(sizes.items()))}))


def find_part(folder: Path) -> KeptPart | None:
    """Return the part that was kept in ``folder``; None where there is none, or its mark is damaged."""
    try:
        mark = json.loads((folder / MARK).read_bytes())
        sizes = dict(mark["sizes"])
        return KeptPart(folder, dict(mark["about"]), sizes, sizes.pop(WORDS))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def drop_all_but(names: Iterable[str], folder: Path) -> None:
    """Remove everything in ``folder`` that is not among ``names``."""
    kept = set(names)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name in kept:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
