"""A site is changed in place by steps that are written down first; a build broken off is completed by the next.

What has to hold when the power fails: once the journal is on the disk, all that it puts into the site has to be
there too, because the files that it replaces are lost with the first step. So the disk is settled once before the
journal appears, then the journal itself. The steps need no more of that: they are changes of names, which file
systems keep in their order, and done again they do no harm. To settle each file by itself (fsync) takes some hundred
times as long. The site's marker says, from the first step to the last, that nobody knows what stands there: even
where the journal is lost, no build takes the site for the old one or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path, PurePosixPath

from generator.disk import refusals, settle, write_settled, written
from generator.errors import BackfileError
from generator.output.marker import MARKER, Marker, format_marker, is_site
from generator.output.planning import Steps
from generator.output.staging import Workplace, refuse_outside


def change_in_place(site: Path, workplace: Workplace, steps: Steps, marker: Marker) -> None:
    """Make ``site`` what ``steps`` and ``marker`` say, from the files that are staged.

    Raises ``BackfileError`` where the disk refuses. Up to the moment at which the journal appears, the site is then
    as it was; after it, ``complete`` has to be called by whoever comes next.
    """
    try:
        with written(site):
            _make_folders(site, steps)
            workplace.unsettled.write_bytes(format_marker(replace(marker, files="")))
            (workplace.staging / MARKER).write_bytes(format_marker(marker))
            settle(workplace.staging)
            write_settled(workplace.journal, json.dumps(asdict(steps)).encode())
        complete(site, workplace)
    except KeyboardInterrupt:
        complete(site, workplace)  # what is left takes an instant, and the site is whole after it
        raise
    except BackfileError:
        _remove_empty(site, steps.put)
        raise


def complete(site: Path, workplace: Workplace) -> None:
    """Do what the journal says, if there is one, as often as it takes: what is done already stays as it is.

    Raises ``BackfileError`` where the disk refuses; the journal stays.
    """
    if not workplace.journal.exists():
        return
    if not is_site(site):  # somebody has removed it, and wants it anew
        workplace.journal.unlink()
        return
    with refusals(
        "cannot-write",
        "the site is changed in part, and cannot be changed further",
        site,
        "Make the folder writable, or free some space, and build again: that goes on from here.",
    ):
        steps = _read(workplace.journal)
        _move(str(workplace.unsettled), f"{site}/{MARKER}")
        if steps:
            _remove(site, steps.clear)
            for path in steps.put:
                _move(f"{workplace.staging}/{path}", f"{site}/{path}")
            _remove(site, steps.remove)
            _move(f"{workplace.staging}/{MARKER}", f"{site}/{MARKER}")
        workplace.journal.unlink()


def _read(journal: Path) -> Steps | None:
    """Return the steps of ``journal``; None where it is damaged, or a build of ours cannot have written it."""
    try:
        said = {name: tuple(paths) for name, paths in json.loads(journal.read_bytes()).items()}
        steps = Steps(**said)
        for path in (*steps.clear, *steps.put, *steps.remove):
            refuse_outside(path)
    except (ValueError, TypeError, AttributeError, BackfileError):
        return None
    return steps


def _make_folders(site: Path, steps: Steps) -> None:
    """Make the folders that the steps need; raise ``OSError`` where one is read-only."""
    for folder in sorted({PurePosixPath(path).parent for path in (*steps.clear, *steps.put, *steps.remove)}):
        place = site / folder
        if not place.is_dir():
            if any(str(each) in steps.clear for each in (folder, *folder.parents)):
                continue  # a file stands there, and goes first
            place.mkdir(parents=True)
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))


def _move(source: str, target: str) -> None:
    """Put ``source`` in the place of ``target``, unless that is done already. No Path: there are thousands."""
    try:
        os.replace(source, target)  # noqa: PTH105
    except FileNotFoundError:
        if Path(source).exists():
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            Path(source).replace(target)


def _remove(site: Path, paths: Sequence[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for path in paths:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (site / path).unlink()
    _remove_empty(site, paths)


def _remove_empty(site: Path, paths: Iterable[str]) -> None:
    folders = {folder for path in paths for folder in PurePosixPath(path).parents[:-1]}
    for folder in sorted(folders, key=lambda each: len(each.parts), reverse=True):
        with contextlib.suppress(OSError):  # not empty, or gone
            (site / folder).rmdir()
