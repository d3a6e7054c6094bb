"""``content/static/``: what an archive adds to its site as it is, pictures for instance; each file a unit."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

from generator.content.listing import symbolic_link
from generator.disk import refusals
from generator.errors import BackfileError, error
from generator.output import RESERVED
from generator.pipeline.scanning import vouches
from generator.render import OutputFile, Unit, key_of, unit

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
        if path.is_symlink():
            raise BackfileError(symbolic_link(path))
        if path.is_file():
            known, name = path.stat(), path.relative_to(folder).as_posix()
            if vouches(max(known.st_mtime_ns, known.st_ctime_ns), now):
                key = key_of(known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino)
            else:
                key = hashlib.sha256(copy_static(name, content).data).hexdigest()
            yield unit(STATIC, name, key=key)


def copy_static(path: str, content: Path) -> OutputFile:
    """Return the file at ``path`` of the static folder of ``content``. Raises ``BackfileError``."""
    file = content / STATIC / path
    with refusals("cannot-read", "the file cannot be read", file):
        return OutputFile(path, file.read_bytes())
