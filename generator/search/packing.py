"""Small compressed files that the browser module reads: JSON in gzip, the same bytes for the same content."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from generator.gzipped import compress

SUFFIX = ".pack"
"""Not ``.gz``: some servers would declare, and browsers then undo, the compression."""


def to_json(content: Any) -> bytes:
    """Return ``content`` as compact JSON in UTF-8; a lone surrogate becomes a question mark."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def pack(plain: bytes) -> bytes:
    """Return ``plain`` compressed, without a time stamp."""
    return compress(plain)


def write_pack(path: Path, content: Any) -> None:
    """Write ``content`` as compressed JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pack(to_json(content)))


def short_hash(*contents: bytes) -> str:
    """Return twelve hexadecimal digits that stand for ``contents`` in a file name."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()[:12]
