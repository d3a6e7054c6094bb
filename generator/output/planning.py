"""What is staged, and what is to go -> the steps, in their order, that change a site in place."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_NAMES_ALL_OTHERS = "pagefind/manifest.json"
"""What the search begins with: it names every other file of the index."""
_LISTS = frozenset({".csv", ".json", ".md", ".txt", ".xml"})
"""What names pages, for programs: feeds, sitemaps, lists of holdings."""
_COPY = ".gz"


@dataclass(frozen=True, slots=True)
class Steps:
    """What is done to a site, one after the other; each is done by one change of a name, whole or not at all."""

    clear: tuple[str, ...]
    """Files that go first: each stands where a folder is needed, or in a folder where a file is."""
    put: tuple[str, ...]
    """Files that are staged and come into the site."""
    remove: tuple[str, ...]
    """Files that nothing names any more."""


def plan_steps(site: Path, staging: Path, removed: Iterable[str], *, compressed: bool) -> Steps:
    """Return the steps that put the files under ``staging`` into ``site`` and take away what is ``removed``.

    ``removed`` are files, or folders with all that is in them; what is staged comes all the same. With
    ``compressed``, a compressed copy goes with its file, and goes when that has become too small to have one. A
    reader who loads a page meanwhile finds everything that it names, since new files come before the pages that name
    them, and files go when no page names them any more. A file that is the same already stays as it is, with its
    date. Raises ``OSError``.
    """
    staged = frozenset(_files(staging))
    gone = {file for path in removed for file in _files_at(site, path)}
    copies = {path + _COPY for path in gone | staged} if compressed else set()
    gone |= {path for path in copies if (site / path).is_file()}
    in_the_way = tuple(_in_the_way(site, staged))
    put = sorted(
        (path for path in staged if not _same(staging / path, site / path)),
        key=lambda path: _turn(path, new=not (site / _original(path, staged)).is_file()),
    )
    last = sorted(gone - staged - set(in_the_way), key=_turn_to_go)
    return Steps(in_the_way, tuple(put), tuple(last))


def grown_by(site: Path, staging: Path, steps: Steps) -> int:
    """Return by how many bytes the steps make the site larger. Raises ``OSError``."""
    came = sum((staging / path).stat().st_size for path in steps.put)
    gone = {*steps.clear, *steps.put, *steps.remove}
    return came - sum((site / path).lstat().st_size for path in gone if (site / path).is_file())


def _files(folder: Path, below: str = "") -> Iterator[str]:
    """Yield the paths of all files under ``folder``, what is no folder being a file."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}"


def _files_at(site: Path, path: str) -> Iterator[str]:
    place = site / path
    if place.is_dir() and not place.is_symlink():
        yield from _files(place, f"{path}/")
    elif os.path.lexists(place):
        yield path


def _in_the_way(site: Path, staged: Iterable[str]) -> Iterator[str]:
    """Yield the files of ``site`` that stand where ``staged`` ones need a folder, or in a folder in their place."""
    folders = {parent.as_posix() for path in staged for parent in PurePosixPath(path).parents} - {"."}
    for folder in sorted(folders):
        place = site / folder
        if place.is_symlink() or place.is_file():
            yield folder
    for path in sorted(staged):
        if (site / path).is_dir():
            yield from sorted(_files_at(site, path))


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and not other.is_symlink() and filecmp.cmp(one, other, shallow=False)


def _original(path: str, staged: frozenset[str]) -> str:
    """Return the path that ``path`` is the compressed copy of, or ``path``: the two come one after the other."""
    return path.removesuffix(_COPY) if path.removesuffix(_COPY) in staged else path


def _turn(path: str, *, new: bool) -> tuple[int, str]:
    """Return a file's place in the order: what pages load, new pages, changed pages, lists of pages, the search.

    A style sheet or script that changes comes before the pages too: they ask for it by a name that says its version,
    and what they get is kept under that name.
    """
    original = PurePosixPath(path.removesuffix(_COPY))
    if str(original) == _NAMES_ALL_OTHERS:
        return 4, path
    if original.suffix == ".html":
        return (1 if new else 2), path
    return (3 if original.suffix in _LISTS and not new else 0), path


def _turn_to_go(path: str) -> tuple[int, str]:
    original = path.removesuffix(_COPY)
    return 0 if original == _NAMES_ALL_OTHERS else 1 if original.endswith(".html") else 2, path
