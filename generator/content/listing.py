"""What stands in the folders of content/: read so that nothing is passed over in silence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import BackfileError, Diagnostic, error
from generator.identifiers import is_article_number, is_page_label, label_key

IMPORTED = ".imported"
"""Folder of an issue that holds what import last wrote."""
_OF_AN_ISSUE = ("issue.toml", "source")


def symbolic_link(path: Path) -> Diagnostic:
    """Return the error for a symbolic link in content/: what it leads to is not the archive's."""
    return Diagnostic(
        "error",
        "content-link",
        "the archive does not follow symbolic links.",
        str(path),
        0,
        "Put the file or folder itself there.",
    )


def entries(folder: Path) -> tuple[Path, ...]:
    """Return what is in ``folder``, sorted, hidden files left out (editors and systems keep theirs there).

    Raises ``BackfileError`` for a symbolic link, and for a folder that cannot be read.
    """
    return tuple(Path(entry.path) for entry in _scan(folder))


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    """Return what ``entries`` does, with what the folder itself says of each: no file has to be asked."""
    try:
        with os.scandir(folder) as scanned:
            found = [entry for entry in scanned if not entry.name.startswith(".")]
    except OSError as problem:
        raise error(
            "cannot-read",
            f"the folder cannot be read: {problem.strerror or problem}.",
            file=str(folder),
            remedy="Make it readable.",
        ) from problem
    found.sort(key=lambda entry: entry.name)
    links = [symbolic_link(Path(entry.path)) for entry in found if entry.is_symlink()]
    if links:
        raise BackfileError(links)
    return found


def id_of_issue(folder: Path) -> str:
    """Return the id of the issue in ``folder``: ``<publication>/<issue>``."""
    return f"{folder.parent.name}/{folder.name}"


def id_of_article(folder: Path, path: Path) -> str:
    """Return the id that the place of a file says, of an article of the issue in ``folder`` or of its copy."""
    return f"{id_of_issue(folder)}/{path.parent.name}/{path.stem}"


def article_path(folder: Path, article_id: str) -> Path:
    """Return the file of an article of the issue in ``folder``: ``p01/02.md`` of ``…/p01/02``."""
    page, number = article_id.split("/")[-2:]
    return folder / page / f"{number}.md"


def article_files(folder: Path, problems: list[Diagnostic]) -> tuple[Path, ...]:
    """Return the article files of the issue in ``folder``, by page as the newspaper counts them, then by name.

    What has no place in an issue, or cannot be read, goes to ``problems``.
    """
    pages = []
    for entry in _entries(folder, problems):
        path = Path(entry.path)
        if entry.is_dir() and path.name.startswith("p") and is_page_label(path.name[1:]):
            pages.append(path)
        elif path.name not in _OF_AN_ISSUE:
            problems.append(
                _stray(path, "Pages are folders such as p01 or pA03; move anything else out of the issue.")
            )
    files = []
    for page in sorted(pages, key=lambda page: label_key(page.name[1:])):
        for entry in _entries(page, problems):
            path = Path(entry.path)
            if entry.is_file() and path.suffix == ".md" and is_article_number(path.stem):
                files.append(path)
            else:
                problems.append(
                    _stray(path, "Articles are files such as 01.md; move anything else out of the page.")
                )
    return tuple(files)


def _entries(folder: Path, problems: list[Diagnostic]) -> Iterator[os.DirEntry[str]]:
    try:
        yield from _scan(folder)
    except BackfileError as refused:
        problems.extend(refused.diagnostics)


def _stray(path: Path, remedy: str) -> Diagnostic:
    return Diagnostic("error", "content-stray", "nothing of this name belongs here.", str(path), 0, remedy)
