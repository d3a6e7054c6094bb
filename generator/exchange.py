"""Two folders change places at once, where the system can do that."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Both from Linux's headers, fcntl.h and linux/fs.h; Python offers no function for it."""


def exchange(one: Path, other: Path) -> bool:
    """Let ``one`` and ``other`` change places, neither name being without its folder at any moment; return whether.

    False, and nothing done, where that cannot be: outside Linux, or on a file system that has no exchange (NFS). Two
    renames stand in for it then; whatever else forbids it forbids these too, and they say why. See renameat2(2).
    """
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
