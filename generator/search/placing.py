"""Into the site: only the files that it does not have, and word of those that it no longer needs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.search.packing import SUFFIX, pack, short_hash


class Placing:
    """Puts the files of an index into a folder, but for those that stand in the site already.

    All files but the manifest are named by what they hold, alone or by their folder, so that a file of the same
    name and size is the same file; one of another size is damaged, and is put there again.
    """

    def __init__(self, target: Path, standing: Path | None) -> None:
        """Take the folder to write in, and the index of the site as it stands, where there is one."""
        self._target = target
        self._standing = standing
        self._held = sizes_in(standing) if standing else {}
        self._named: dict[str, int] = {}
        self._placed: set[str] = set()
        self._folders: set[Path] = set()

    def holds(self, folder: str, sizes: Mapping[str, int]) -> bool:
        """Tell whether the site has all files of a folder, of the given sizes."""
        return all(self._held.get(f"{folder}/{name}") == size for name, size in sizes.items())

    def lacks(self, path: str, size: int) -> bool:
        """Name a file of the index, of the given size; tell whether the site neither has it nor was given it now."""
        self._named[path] = size
        return self._held.get(path) != size and path not in self._placed

    def copy_folder(self, source: Path, folder: str, sizes: Mapping[str, int]) -> None:
        """Put the files of ``source`` that ``sizes`` names into ``folder``."""
        for name, size in sizes.items():
            path = f"{folder}/{name}"
            if self.lacks(path, size):
                shutil.copyfile(source / name, self._made(path))

    def write(self, path: str, content: bytes) -> None:
        """Put a file that is named by what it holds."""
        if self.lacks(path, len(content)):
            self._made(path).write_bytes(content)

    def write_hashed(self, name: str, asset: bytes) -> str:
        """Put JSON, compressed, into a file of the given name and the hash of what it holds; return its name."""
        path = f"{name}-{short_hash(asset)}{SUFFIX}"
        self.write(path, pack(asset))
        return path

    def replace(self, path: str, content: bytes) -> None:
        """Put a file whose name stays when its content changes."""
        standing = self._standing / path if self._standing and path in self._held else None
        if standing is None or standing.read_bytes() != content:
            self._made(path).write_bytes(content)
        self._named[path] = len(content)

    @property
    def size(self) -> int:
        """Of all files of the index, in bytes."""
        return sum(self._named.values())

    def unused(self) -> tuple[str, ...]:
        """Return the files of the index that stands which this one does not name."""
        return tuple(sorted(self._held.keys() - self._named.keys()))

    def _made(self, path: str) -> Path:
        self._placed.add(path)
        target = self._target / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        return target


def sizes_in(folder: Path) -> dict[str, int]:
    """Return the size of every file in ``folder``, by its path in it; none where there is no folder."""
    return dict(_sizes(str(folder), ""))


def _sizes(folder: str, path: str) -> Iterator[tuple[str, int]]:
    # Not Path.rglob: there are a hundred thousand files, and each build goes through them.
    try:
        entries = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _sizes(entry.path, f"{path}{entry.name}/")
            else:
                yield path + entry.name, entry.stat(follow_symlinks=False).st_size
