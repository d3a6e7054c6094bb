"""A text file as UTF-8 lines that can be read from any place: the file itself, or where it is otherwise, a copy."""

from __future__ import annotations

import codecs
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.sources.encoding import decode

_CHUNK = 4 << 20
"""Bytes of a chunk, at least: some 2,500 articles."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some whole lines."""

    offset: int
    size: int
    """Both in bytes."""
    line: int
    """The number of its first line, from 1."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A file as it was given, and its text as UTF-8 with ``\\n`` at the ends of lines."""

    path: Path
    """As it was given, for messages."""
    text: Path
    encoding: str
    """Of the file as it was given."""
    sha256: str
    """Likewise."""
    chunks: tuple[Chunk, ...]
    state: tuple[int, int]
    """Size and time of change of ``text``."""


def plain_text(path: Path, folder: Path) -> PlainText:
    """Return the text of the file at ``path``; a copy that it needs is made in ``folder``.

    A file in UTF-8 is never in memory whole. Raises ``BackfileError`` for a file that is empty, binary or in an
    encoding that cannot be told, and ``OSError``.
    """
    scan = _scan(path)
    if scan.is_plain:
        return PlainText(path, path, "utf-8", scan.sha256, scan.chunks, scan.state)
    descriptor, name = tempfile.mkstemp(suffix=".jsonl", dir=folder)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as copy:
        encoding = "utf-8"
        if scan.is_utf8:
            with path.open(encoding="utf-8-sig", newline=None) as file:
                shutil.copyfileobj(file, copy, _CHUNK)
        else:
            decoded = decode(path.read_bytes(), str(path))
            copy.write(decoded.text)
            encoding = decoded.encoding
    again = _scan(Path(name))
    return PlainText(path, Path(name), encoding, scan.sha256, again.chunks, again.state)


@dataclass(frozen=True, slots=True)
class _Scan:
    is_utf8: bool
    is_plain: bool
    """UTF-8 without a mark of its own, and with plain line ends."""
    sha256: str
    chunks: tuple[Chunk, ...]
    state: tuple[int, int]


def _scan(path: Path) -> _Scan:
    """Go through the file once."""
    is_utf8 = is_plain = True
    sha256, chunks, offset, line = hashlib.sha256(), list[Chunk](), 0, 1
    state = state_of(path)
    with path.open("rb") as file:
        while data := file.read(_CHUNK) + file.readline():
            sha256.update(data)
            is_utf8 = is_utf8 and b"\0" not in data and _is_utf8(data)
            is_plain = is_utf8 and is_plain and b"\r" not in data
            is_plain = is_plain and not (offset == 0 and data.startswith(codecs.BOM_UTF8))
            chunks.append(Chunk(offset, len(data), line))
            offset += len(data)
            line += data.count(b"\n")
    blank = not chunks
    return _Scan(is_utf8 and not blank, is_plain and not blank, sha256.hexdigest(), tuple(chunks), state)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def state_of(path: Path) -> tuple[int, int]:
    """Return size and time of change, by which it shows that somebody has written to a file."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns
