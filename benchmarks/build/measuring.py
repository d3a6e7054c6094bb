"""A command -> what it took: time by the clock, processor time, memory; on Linux."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1
"""Seconds between looks at the memory, at least."""
_SHARE = 50
"""To look takes the system the longer, the more memory there is: not more than one part in so many of the time."""
_KB = 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a command took."""

    seconds: float
    processor_seconds: float
    """Of the command and all that it started and waited for, user and system."""
    memory: int
    """Bytes: the most that the command and all below it were seen to hold together, shared pages counted once; or the
    most that one of them held, where that is more."""
    status: int
    """Exit status; -9 where it was ended at the limit."""
    said: str = ""
    """The end of what it printed, where it failed."""

    def __str__(self) -> str:
        """Return it on one line."""
        failed = f", status {self.status}: {self.said[-300:]}" if self.status else ""
        took = f"{self.seconds:.2f} s, {self.processor_seconds:.2f} s of processor"
        return f"{took}, {self.memory / 1e6:.0f} MB{failed}"


def measure(command: Sequence[str | Path], folder: Path, limit: float) -> Measured:
    """Run ``command`` in ``folder``; end it, with all below it, after ``limit`` seconds.

    Python may keep what it compiles, as it does for programs that are installed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun, most, done = time.perf_counter(), 0, threading.Event()
    with (folder / "run.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )

    def watch() -> None:
        nonlocal most
        pause = _EVERY
        while not done.wait(pause):
            looking = time.perf_counter()
            family = _family(process.pid)
            most = max(most, sum(_proportional(pid) for pid in family), *map(_most_of, family))
            pause = max(_EVERY, _SHARE * (time.perf_counter() - looking))
            if time.perf_counter() - begun > limit:
                os.killpg(process.pid, signal.SIGKILL)
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    done.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)  # it is waited for already
    said = (folder / "run.log").read_text(encoding="utf-8", errors="replace")[-2000:]
    return Measured(
        seconds,
        used.ru_utime + used.ru_stime,
        most,
        process.returncode,
        said if process.returncode else "",
    )


def _family(pid: int) -> list[int]:
    """Return ``pid`` and the processes below it that are running."""
    found = [pid]
    for each in found:
        for children in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue  # ended meanwhile
    return found


def _proportional(pid: int) -> int:
    """Return the bytes that a process holds: its own pages, and its part of those that it shares."""
    return _figure(pid, "smaps_rollup", "Pss:")


def _most_of(pid: int) -> int:
    """Return the most bytes that a process has held; what ``wait4`` says has what its parent held in it."""
    return _figure(pid, "status", "VmHWM:")


def _figure(pid: int, file: str, key: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:
        return 0  # ended meanwhile
    return sum(int(line.split()[1]) * _KB for line in lines if line.startswith(key))
