"""What the processes that a program has started take of memory and processor time; on Linux."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_EVERY = 0.2


class Peak:
    """The most memory that all processes had together, in bytes."""

    bytes = 0


@contextmanager
def watch_memory() -> Iterator[Peak]:
    """Watch the memory of this process and of all below it, a few times a second."""
    peak = Peak()
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_EVERY):
            held = sum(int(fields[21]) * _PAGE for fields in _family())
            peak.bytes = max(peak.bytes, held)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def processor_seconds() -> float:
    """Return the processor time of this process and of all below it that are running."""
    return sum(int(fields[11]) + int(fields[12]) for fields in _family()) / _TICK


def _family() -> Iterator[list[str]]:
    """Yield the fields of /proc/<pid>/stat after the name, of this process and of all below it."""
    known: dict[int, list[str]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            known[int(path.parent.name)] = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # ended meanwhile
    below = {os.getpid()}
    for _ in range(6):  # deep enough for a browser's own
        below |= {pid for pid, fields in known.items() if int(fields[1]) in below}
    return (known[pid] for pid in below if pid in known)
