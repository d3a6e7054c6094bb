"""The only caller of watchfiles: which files have changed, as soon as they have."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.errors import error

_QUIET = 40
"""Milliseconds without another change after which an edit is over: editors write a file in several steps."""
_LONGEST = 400
"""Milliseconds after which changes are told even where they do not end."""
_TURN = 200
"""Milliseconds after which it is told that nothing has changed."""


def file_changes(folders: Callable[[], Iterable[Path]], stop: threading.Event) -> Iterator[frozenset[Path]]:
    """Yield the files under ``folders`` that have changed since the last turn, every fifth of a second at least.

    It ends soon after ``stop`` is set. From the first turn on no change is missed, even where much time passes
    between two. At each turn it is asked again which folders there are, and one that came or went has changed.
    What editors and version control write for themselves is left out. Raises ``BackfileError`` where watchfiles is
    not installed, and where the system cannot watch so many folders.
    """
    watched = _there(folders)
    changed: frozenset[Path] = frozenset()
    while not stop.is_set():
        for changes in _changes_under(watched, stop):
            yield changed | changes
            changed = watched ^ _there(folders)
            if changed:
                break
        watched ^= changed


def _there(folders: Callable[[], Iterable[Path]]) -> frozenset[Path]:
    return frozenset(folder for folder in folders() if folder.is_dir())


def _changes_under(folders: frozenset[Path], stop: threading.Event) -> Iterator[frozenset[Path]]:
    try:
        from watchfiles import watch  # noqa: PLC0415  # of an extra: only who watches needs it
    except ImportError:
        raise error(
            "watch-missing",
            "the package watchfiles, which tells what was edited, is not installed.",
            remedy='Install it with: pip install "backfile[watch]".',
        ) from None
    turns = watch(
        *folders,
        step=_QUIET,
        debounce=_LONGEST,
        rust_timeout=_TURN,
        yield_on_timeout=True,
        stop_event=stop,
    )
    try:
        for changes in turns:
            yield frozenset(Path(name) for _, name in changes)
    except (OSError, RuntimeError) as problem:
        raise error(
            "watch-limit",
            f"the system cannot watch the folders of this archive: {problem}.",
            remedy="Let it watch more folders (Linux: sysctl fs.inotify.max_user_watches), or build by hand.",
        ) from problem
