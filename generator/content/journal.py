"""Writing the files of an issue so that an import broken off at any point is finished by the next one.

What is to be written is written down first, in one file that appears at once; only then are the files changed. A
journal that is there says that not all of it is done. Whatever a person has changed since it was written stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.content.files import write_file
from generator.content.listing import IMPORTED, symbolic_link
from generator.errors import Diagnostic, error, raise_all

JOURNAL = ".importing.json"
"""In an issue's folder while an import writes there."""

_NAME = re.compile(
    rf"issue\.toml|p[A-Z0-9]{{1,10}}/\d+\.md|{re.escape(IMPORTED)}/p[A-Z0-9]{{1,10}}/\d+\.txt", re.ASCII
)
"""What a journal may speak of."""


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
    changes = _planned(journal)
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


def _planned(journal: Path) -> dict[str, list[str | None]]:
    """Return the changes that ``journal`` names.

    Raises ``BackfileError`` for one that import cannot have written: content/ may come from anywhere, and what a
    journal says is done.
    """
    try:
        changes = json.loads(journal.read_bytes())
        sound = all(
            _NAME.fullmatch(name)
            and len(planned) == 2
            and all(text is None or isinstance(text, str) for text in planned)
            for name, planned in changes.items()
        )
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        sound = False
    if not sound:
        raise error(
            "journal-invalid",
            "the journal of a broken-off import cannot be used: it is damaged, or import has not written it.",
            file=str(journal),
            remedy="Bring back the issue's folder from a copy, or remove this file and import the sources again.",
        )
    links = [
        journal.parent / name for name in changes if any(map(Path.is_symlink, _way(journal.parent, name)))
    ]
    raise_all(map(symbolic_link, links))
    return dict(changes)


def _way(folder: Path, name: str) -> Iterator[Path]:
    """Yield publication, issue, and the folders in it on the way to the file ``name``."""
    yield from (folder.parent, folder)
    yield from (folder / parent for parent in PurePosixPath(name).parents)


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


def edited_meanwhile(article_id: str) -> Diagnostic:
    """Return the warning for an article that somebody has edited since an import planned to write it."""
    return Diagnostic(
        "warning",
        "edited-meanwhile",
        f"{article_id} was edited while it was imported, and stays as it was edited.",
        remedy="Import the page again to see what it would have become.",
    )


def article_name(name: str) -> str:
    """Return ``p01/03`` for the file of an article and for the copy of what import wrote of it."""
    return name.removeprefix(f"{IMPORTED}/").rpartition(".")[0]


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "surrogateescape")


def _present(path: Path) -> str | None:
    return _text(path.read_bytes()) if path.is_file() else None
