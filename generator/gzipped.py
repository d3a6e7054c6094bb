"""gzip (RFC 1952) with the same bytes for the same content, whenever and with whichever Python it is written."""

from __future__ import annotations

import gzip

_SYSTEM, _UNKNOWN = 9, b"\xff"
"""Where the header names the system it was written on, and what stands there for none."""


def compress(data: bytes, level: int = 9) -> bytes:
    """Return ``data`` compressed, without time, name and system; Python says of the last what its version knows."""
    packed = gzip.compress(data, level, mtime=0)
    return packed[:_SYSTEM] + _UNKNOWN + packed[_SYSTEM + 1 :]
