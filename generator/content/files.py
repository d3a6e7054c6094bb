"""Writing under content/: each file whole or not at all, and never through a link out of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.errors import error

LARGEST = 16 << 20
"""Bytes of a file that people write."""


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` at once: a reader, or a crash, meets the old file or the new one.

    Raises ``BackfileError`` where the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=".writing-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            # mkstemp makes files that only their owner can read; the archive is for everybody.
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise error(
            "cannot-write",
            f"the file cannot be written: {problem.strerror or problem}.",
            file=str(path),
            remedy="Make the folder writable, or free some space; what was there before is untouched.",
        ) from problem


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def read_text(path: Path) -> str:
    """Return the text of a file of content/, its line ends made ``\\n``.

    Raises ``BackfileError`` where it is not there, not UTF-8, or larger than any article: it could fill the memory.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise error(
                "content-size",
                f"the file is larger than {LARGEST >> 20} MiB.",
                file=str(path),
                remedy="An article is a few kilobytes: move what is none out of content.",
            )
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        data = path.read_bytes()
        raise error(
            "content-encoding",
            "the file is not UTF-8.",
            file=str(path),
            line=data[: problem.start].count(b"\n") + 1,
            remedy="Save it as UTF-8.",
        ) from problem
    except OSError as problem:
        raise error(
            "cannot-read", f"the file cannot be read: {problem.strerror or problem}.", file=str(path)
        ) from problem
