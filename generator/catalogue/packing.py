"""Plain values as bytes: ``marshal`` writes and reads tuples ten times faster than dataclasses.

Version 2 of marshal's format is used: it knows no references between values, so that equal values have equal bytes.
"""

from __future__ import annotations

import hashlib
import marshal
import sqlite3
from typing import Any

_FORMAT = 2


def pack(value: Any) -> bytes:
    """Return plain tuples, texts and numbers as bytes, equal for equal values."""
    return marshal.dumps(value, _FORMAT)


def unpack(data: bytes) -> Any:
    """Return what ``pack`` was given. Raises ``DatabaseError`` for what it did not give."""
    try:
        return marshal.loads(data)  # noqa: S302  # the file is the program's own cache, as safe as its folder
    except (EOFError, TypeError, ValueError) as damage:
        raise sqlite3.DatabaseError(f"damaged: {damage}") from damage


def digest(*values: object) -> str:
    """Return a hash of plain values."""
    return hashlib.blake2b(pack(values), digest_size=16).hexdigest()
