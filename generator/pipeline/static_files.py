"""``content/static/``: what an archive adds to its site as it is, pictures for instance; each file a unit."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

from generator.content.listing import symbolic_link
from generator.disk import refusals
from generator.errors import BackfileError, error
from generator.output import RESERVED, stage_copy
from generator.pipeline.scanning import vouches
from generator.render import Unit, key_of, unit

STATIC = "static"
"""The family of units, and the folder."""


def static_units(content: Path) -> Iterator[Unit]:
    """Yield a unit for each file of the static folder of ``content``, keyed by what the system says of it.

    While that does not vouch for what is in the file, it is keyed by its bytes. Raises ``BackfileError`` for links,
    for names that the site needs itself, and for files that cannot be read.
    """
    now = time.time_ns()
    folder = content / STATIC
    for name in RESERVED:
        if (folder / name).exists():
            raise error(
                "static-reserved",
                f"the site has no place for a file of one's own called {name}.",
                file=str(folder / name),
                remedy="Rename it, or take it away.",
            )
    for path in sorted(folder.rglob("*")):
        _refuse(path)
        if path.is_file():
            known, name = path.stat(), path.relative_to(folder).as_posix()
            if vouches(max(known.st_mtime_ns, known.st_ctime_ns), now):
                key = key_of(known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino)
            else:
                with refusals("cannot-read", "the file cannot be read", path), path.open("rb") as file:
                    key = hashlib.file_digest(file, "sha256").hexdigest()
            yield unit(STATIC, name, key=key)


def stage_static(path: str, content: Path, staging: Path) -> str:
    """Copy the file at ``path`` of the static folder of ``content`` into ``staging``; return its SHA-256.

    Raises ``BackfileError``.
    """
    file = content / STATIC / path
    with refusals("cannot-read", "the file cannot be read", file):
        return stage_copy(staging, path, file)


def _refuse(path: Path) -> None:
    """Raise ``BackfileError`` for what is no file or folder, and for a name that no address can be made of."""
    if path.is_symlink():
        raise BackfileError(symbolic_link(path))
    if not (path.is_file() or path.is_dir()):
        raise error(
            "cannot-read", "it is neither a file nor a folder.", file=str(path), remedy="Take it away."
        )
    try:
        path.name.encode()
    except UnicodeEncodeError:
        raise error(
            "static-name", "the file's name is not UTF-8.", file=str(path), remedy="Rename it."
        ) from None
