"""Builds that are killed, interrupted or refused the disk at a chosen moment: at the n-th change of a file they make.

Run as a program, it takes a request a line on its standard input and answers each with how the build ended. A build
is a process of its own, forked from this one so that it need not load the program and the dictionary again. Python's
audit hooks tell of every change of a file before it is made, wherever in the program it is.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator import console, words
from generator.cli import command
from generator.output import journal, writer
from generator.pipeline import building
from generator.search.folding import load_folding
from tests.conftest import PROJECT
from tests.output.sites import change

Texts = Mapping[str, str]
"""The files of a site, by their paths."""

_CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime", "subprocess.Popen")
_TAKING_SPACE = ("open", "os.mkdir")


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a build, and when."""

    action: str = ""
    """``kill``, ``interrupt`` (Ctrl-C) or ``full`` (no space from then on); empty for nothing."""
    at: int = 0
    """At which change of a file, counted from 0."""
    exchange: bool = True
    """Whether the system can let two folders change places."""
    largest: int = -1
    """Bytes beyond which no file can grow; -1 for any number."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build ended."""

    status: int
    """Its exit status; the negative number of the signal that ended it."""
    said: str
    """What it wrote on its outputs."""
    changes: tuple[str, ...]
    """What it did to files, where it came to its end."""


class Breaker:
    """The program below, as its user has it."""

    def __init__(self, process: subprocess.Popen[str], notes: Path) -> None:
        """Take the program, and a folder for what builds say."""
        self._process = process
        self._notes = notes

    def build(self, folder: Path, *options: str, fault: Fault | None = None) -> Ended:
        """Build the archive in ``folder`` by one process, with a ``fault`` if one is given."""
        return self._run(folder, fault, arguments=["build", "--jobs", "1", *options])

    def change(self, folder: Path, old: Texts, new: Texts, *, fault: Fault | None = None) -> Ended:
        """Change ``folder/site`` in place, from the files ``old`` to ``new``: all that a build does last."""
        return self._run(folder, fault, sites=[dict(old), dict(new)])

    def _run(self, folder: Path, fault: Fault | None, **what: object) -> Ended:
        request = {
            "folder": str(folder),
            "notes": str(self._notes),
            "fault": asdict(fault or Fault()),
        } | what
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(request), file=self._process.stdin, flush=True)
        status = int(self._process.stdout.readline())
        changes = self._notes / "changes"
        return Ended(
            status,
            (self._notes / "said").read_text(encoding="utf-8"),
            tuple(changes.read_text(encoding="utf-8").splitlines()) if changes.exists() else (),
        )


@contextlib.contextmanager
def breaker(notes: Path) -> Iterator[Breaker]:
    """Start the program."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.breaking"],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Breaker(process, notes)
        assert process.stdin
        process.stdin.close()


def _watch(fault: Fault, folder: Path, changes: list[str]) -> None:
    def before(event: str, arguments: tuple[Any, ...]) -> None:
        writing = event == "open" and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if not writing and event not in _CHANGES:
            return
        if not isinstance(arguments[0], str | bytes | os.PathLike):
            return  # a file that is open already
        # Relative are the names that rmtree removes, and the archive's own paths.
        where = os.path.relpath(
            os.fsdecode(arguments[0]), folder if Path(os.fsdecode(arguments[0])).is_absolute() else None
        )
        if event != "subprocess.Popen" and where.startswith(".."):
            return  # not the archive's
        changes.append(f"{event} {where}")
        now = len(changes) - 1
        if fault.action == "kill" and now == fault.at:
            os.kill(os.getpid(), signal.SIGKILL)
        if fault.action == "interrupt" and now == fault.at:
            os.killpg(os.getpgrp(), signal.SIGINT)  # as the terminal does, to Pagefind as well
        if fault.action == "full" and now >= fault.at and event in _TAKING_SPACE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.fsdecode(arguments[0]))

    sys.addaudithook(before)


def _perform(folder: Path, notes: Path, fault: Fault, run: Callable[[], int | None]) -> int:
    said = os.open(notes / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.chdir(folder)
    os.setpgrp()
    # No power is cut here, and for each of hundreds of builds the disk would be waited for.
    journal.settle = os.fsync = lambda _: None  # type: ignore[assignment]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if not fault.exchange:
        writer.exchange = lambda *_: False  # type: ignore[assignment]
    if fault.largest >= 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (fault.largest, fault.largest))
    changes: list[str] = []
    _watch(fault, folder, changes)
    status = console.guarded(run)
    if not fault.action and fault.largest < 0:
        (notes / "changes").write_text("\n".join(changes), encoding="utf-8")
    return status


def _program(request: dict[str, Any]) -> Callable[[], int | None]:
    if "arguments" in request:
        return lambda: command.main(request["arguments"], prog_name="backfile", standalone_mode=False)
    old, new = ({path: text.encode() for path, text in site.items()} for site in request["sites"])
    return lambda: change(Path(request["folder"]) / "site", old, new)


def main() -> None:
    """Build as each line of the standard input says."""
    list(words.cut(f"{building.__name__} 词典"))  # what takes long to load, loaded once
    load_folding()
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if not child:
            try:
                status = _perform(
                    Path(request["folder"]),
                    Path(request["notes"]),
                    Fault(**request["fault"]),
                    _program(request),
                )
                sys.stdout.flush()
            except BaseException:
                sys.excepthook(*sys.exc_info())
                status = 99
            os._exit(status)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
