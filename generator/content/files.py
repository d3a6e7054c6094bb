"""Writing under content/: each file whole or not at all, and never through a link out of it."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.errors import BackfileError, error

LARGEST = 16 << 20
"""Bytes of a file that people write."""
_AT_ONCE = 8
"""Threads that wait for the disk together: it takes what has come meanwhile in one go."""


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
        raise _cannot_write(path, problem) from problem


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files``, by their paths in ``folder``, which nobody else knows yet; all are on the disk at the end.

    Written first and brought to the disk together, they take a few waits for the disk and not one each. Raises
    ``BackfileError`` where one cannot be written.
    """
    path = folder
    paths = [folder / name for name in files]
    try:
        for place in {path.parent for path in paths}:
            place.mkdir(parents=True, exist_ok=True)
        for path, data in zip(paths, files.values(), strict=True):
            path.write_bytes(data)
        at_once = min(_AT_ONCE, max(len(paths), 1))
        with ThreadPoolExecutor(at_once) as waiting:
            list(waiting.map(_bring_to_disk, [paths[first::at_once] for first in range(at_once)]))
    except OSError as problem:
        raise _cannot_write(path, problem) from problem


def _bring_to_disk(paths: Iterable[Path]) -> None:
    for path in paths:
        with path.open("rb") as file:
            os.fsync(file.fileno())


def _cannot_write(path: Path, problem: OSError) -> BackfileError:
    return error(
        "cannot-write",
        f"the file cannot be written: {problem.strerror or problem}.",
        file=str(path),
        remedy="Make the folder writable, or free some space; what was there before is untouched.",
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def read_text(path: Path) -> str:
    """Return the text of a file of content/, its line ends made ``\\n``.

    Raises ``BackfileError`` where it is not there, not UTF-8, or larger than any article: it could fill the memory.
    """
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):  # to open a pipe would wait for its other end
            raise error("cannot-read", "it is no file.", file=str(path), remedy="Take it away.")
        if known.st_size > LARGEST:
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
