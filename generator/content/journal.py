"""Writing the files of an issue so that an import broken off at any point is finished by the next one.

What is to be written is written down first, in one file that appears at once; only then are the files changed. A
journal that is there says that not all of it is done. Whatever a person has changed since it was written stays.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator.content.files import read_text, write_file
from generator.content.listing import IMPORTED
from generator.errors import Diagnostic, raise_all

JOURNAL = ".importing.json"
"""In an issue's folder while an import writes there."""


def write_changes(folder: Path, changes: Mapping[str, tuple[bytes | None, bytes | None]]) -> tuple[str, ...]:
    """Make the ``changes`` in ``folder``: for the path of each file what it was when they were planned, and will be.

    None stands for a file that is not there. Returns the names (``p01/03``) of articles that somebody has edited
    since; they stay as they are, and so do the copies of what import wrote there. Raises ``BackfileError`` where a
    journal is there already: what it says has to be finished before anything is planned.
    """
    if not changes:
        return ()
    raise_all(unfinished_import(folder))
    texts = {name: [_text(before), _text(after)] for name, (before, after) in changes.items()}
    write_file(folder / JOURNAL, json.dumps(texts).encode())
    return finish_import(folder)


def finish_import(folder: Path) -> tuple[str, ...]:
    """Finish what the journal of ``folder`` says, if there is one; returns the names of articles edited since."""
    journal = folder / JOURNAL
    if not journal.is_file():
        return ()
    changes: dict[str, list[str | None]] = json.loads(read_text(journal))
    edited = {
        article_name(name)
        for name, planned in changes.items()
        if name.endswith(".md") and _present(folder / name) not in planned
    }
    for name, (_, after) in changes.items():
        if article_name(name) in edited or _present(folder / name) == after:
            continue
        if after is None:
            (folder / name).unlink()
        else:
            write_file(folder / name, after.encode("utf-8", "surrogateescape"))
    journal.unlink()
    return tuple(sorted(edited))


def unfinished_import(folder: Path) -> tuple[Diagnostic, ...]:
    """Return an error where an import of the issue in ``folder`` was broken off: its files are half old, half new."""
    if not (folder / JOURNAL).is_file():
        return ()
    return (
        Diagnostic(
            "error",
            "import-unfinished",
            "an import was broken off while it wrote here.",
            str(folder),
            0,
            "Import any source of the issue again; that finishes it first.",
        ),
    )


def article_name(name: str) -> str:
    """Return ``p01/03`` for the file of an article and for the copy of what import wrote of it."""
    return name.removeprefix(f"{IMPORTED}/").rpartition(".")[0]


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "surrogateescape")


def _present(path: Path) -> str | None:
    return _text(path.read_bytes()) if path.is_file() else None
