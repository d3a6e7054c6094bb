"""Files are written beside the site before any of them is put into it; any process of a build may write them."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from generator.disk import written
from generator.errors import error

_AT_ONCE = 1 << 20
"""Bytes of a copied file that are in memory."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Workplace:
    """What a build has beside a site: one folder, which it holds locked from its first moment to its last."""

    folder: Path

    @property
    def staging(self) -> Path:
        """Files on their way into the site, at the paths that they will have there."""
        return self.folder / "files"

    @property
    def made(self) -> Path:
        """A build's own list of what of the whole site it has staged so far."""
        return self.folder / "made"

    @property
    def journal(self) -> Path:
        """Which of them are put where, once that is certain."""
        return self.folder / "journal.json"

    @property
    def memo(self) -> Path:
        """What is to be known of the site once they are."""
        return self.folder / "memo"

    @property
    def unsettled(self) -> Path:
        """The marker that the site has while it is changed."""
        return self.folder / "unsettled.json"

    @property
    def old(self) -> Path:
        """The old site, for the instant between two renames."""
        return self.folder / "old"


def workplace_of(site: Path) -> Workplace:
    """Return the workplace of ``site``, which is no link."""
    return Workplace(site.with_name(f".{site.name}.building"))


def refuse_outside(path: str) -> None:
    """Raise ``BackfileError`` unless ``path`` is one of a file in the site: relative, with ``/``, written one way."""
    parts = path.split("/")
    if "\\" in path or "\0" in path or any(part in ("", ".", "..") for part in parts):
        raise error("output-path", f"{path!r} is not a place in the site.")


def unstage_file(staging: Path, path: str) -> None:
    """Take back a file that was staged: the site has it as it is."""
    with written(staging / path):
        (staging / path).unlink()


def stage_file(staging: Path, path: str, data: bytes) -> str:
    """Write ``data`` into the folder ``staging`` at ``path``, relative to the site's root; return its SHA-256.

    Any process may do so; the one that has the ``SiteWriter`` then has to adopt the file. Raises ``BackfileError``
    for a path out of the site, and when the disk refuses.
    """
    refuse_outside(path)
    target = f"{staging}/{path}"  # no Path: to make one takes as long as to write the file
    try:
        _write(target, data)
    except OSError:
        with written(Path(target)):
            raise
    return hashlib.sha256(data).hexdigest()


def stage_copy(staging: Path, path: str, source: Path) -> str:
    """Copy the file ``source``, of any size, into the folder ``staging`` at ``path``; otherwise as ``stage_file``.

    Raises ``OSError`` where it cannot be read.
    """
    refuse_outside(path)
    digest = hashlib.sha256()
    target = f"{staging}/{path}"
    with source.open("rb") as file, written(Path(target)), open(_open(target), "wb") as copy:
        while data := file.read(_AT_ONCE):
            digest.update(data)
            copy.write(data)
    return digest.hexdigest()


def _open(target: str) -> int:
    try:
        return os.open(target, _NEW, 0o666)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        return os.open(target, _NEW, 0o666)


def _write(target: str, data: bytes) -> None:
    descriptor = _open(target)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)
