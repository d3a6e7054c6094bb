"""What a build of a whole site that was broken off has made, so that the next one goes on from there.

While it makes the site, a build lists each unit that it has staged. The next one takes a unit over where its key is
the same, nothing that all pages are made with has changed since, nor the catalogue, and each of its files has the
bytes that it was written with: where the power failed, some have not reached the disk.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import itertools
import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.disk import written
from generator.output import SiteWriter
from generator.pipeline.making import Made
from generator.pipeline.planning import Plan
from generator.progress import Progress
from generator.workers import Jobs, in_order

_TOGETHER = 200
"""Units that a process looks at in one go."""


def go_on(
    writer: SiteWriter,
    plan: Plan,
    state: str,
    make: Callable[[Plan], Generator[Made, None, None]],
    *,
    jobs: Jobs,
    progress: Progress,
) -> tuple[Plan, Generator[Made, None, None]]:
    """Take over what an earlier build has made of a site; return what is left of ``plan``, and all that is made.

    ``state`` is what keys do not say: what was made is taken over only where it is the same. ``make`` makes what is
    left, which is listed as it comes. Raises ``BackfileError`` where the disk refuses.
    """
    before = _take_over(writer, plan, state, jobs, progress)
    rest = plan.without(unit.name for unit in before)
    return rest, _listing(writer.made, state, plan, before, make(rest))


def _take_over(
    writer: SiteWriter, plan: Plan, state: str, jobs: Jobs, progress: Progress
) -> tuple[Made, ...]:
    """Return the units of ``plan`` that an earlier build has staged, and remove all else that it has."""
    listed = [unit for unit in _listed(writer.made, state) if plan.units.get(unit[0]) == unit[1]]
    if not listed:
        writer.start_over()
        return ()
    made = [Made(name, files) for name, _, files in {unit[0]: unit for unit in listed}.values()]
    groups = [made[first : first + _TOGETHER] for first in range(0, len(made), _TOGETHER)]
    progress.begin("made before", len(made))
    whole: list[Made] = []
    for group, found in zip(groups, in_order(_Looking(writer.staging), groups, jobs), strict=True):
        whole += found
        progress.advance(len(group))
    _keep(writer.staging, {path for unit in whole for path, _ in unit.files})
    return tuple(whole)


def _listing(
    path: Path, state: str, plan: Plan, before: Iterable[Made], made: Generator[Made, None, None]
) -> Generator[Made, None, None]:
    """Yield what was made ``before`` and what is ``made``, and keep a list of it at ``path``."""
    with contextlib.closing(made), _opened(path) as file:
        _add(file, path, state)
        for unit in itertools.chain(before, made):
            _add(file, path, (unit.name, plan.units[unit.name], unit.files))
            yield unit


def _opened(path: Path) -> io.FileIO:
    with written(path):
        return path.open("wb", buffering=0)  # nothing is left to be written when it is closed


def _add(file: io.FileIO, path: Path, value: object) -> None:
    with written(path):
        file.write(json.dumps(value).encode() + b"\n")


@dataclass(frozen=True, slots=True)
class _Looking:
    """Looks whether staged files are what they were written as."""

    staging: Path

    def __call__(self, units: list[Made]) -> list[Made]:
        return [unit for unit in units if all(self._is_whole(path, digest) for path, digest in unit.files)]

    def _is_whole(self, path: str, digest: str) -> bool:
        try:
            with (self.staging / path).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == digest
        except OSError:
            return False


def _listed(path: Path, state: str) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Yield name, key and files of each unit on the list at ``path``; none where it rests on another ``state``.

    The last line may be torn: what is no unit ends the list.
    """
    with contextlib.suppress(OSError, ValueError, TypeError), path.open(encoding="utf-8") as lines:
        if json.loads(next(lines, "null")) != state:
            return
        for line in lines:
            name, key, files = json.loads(line)
            yield name, key, tuple((path, digest) for path, digest in files)


def _keep(staging: Path, paths: set[str]) -> None:
    """Remove the files under ``staging`` that are not among ``paths``, and the folders that are empty then."""
    with written(staging):
        for folder, _, names in os.walk(staging, topdown=False):
            below = Path(folder).relative_to(staging)
            for name in names:
                if (below / name).as_posix() not in paths:
                    Path(folder, name).unlink()
            if folder != str(staging):
                with contextlib.suppress(OSError):  # not empty
                    Path(folder).rmdir()
