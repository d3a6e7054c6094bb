"""Issues read again while a build goes on: they must be what its first look at them has shown."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.content.reading import read_articles, read_issue
from generator.content.source_lines import read_source_lines
from generator.disk import refusals
from generator.errors import Diagnostic, error, raise_all
from generator.model import Issue, IssueFiles, IssueRecord
from generator.pipeline.scanning import scan_folder

_AT_ONCE = 1 << 20
"""Bytes of a file that are in memory: what stands in an issue's folder may be of any size."""


def read_again(folder: Path, seen: IssueFiles) -> Issue:
    """Read the issue in ``folder`` again; raises ``BackfileError`` where its files are not what was ``seen``.

    Otherwise an edit that is taken back before the next build would stay on the page for good.
    """
    issue = read_issue(folder)
    raise_all(missing_sources(folder, issue.record))
    _refuse_changed(folder, seen)
    return issue


def read_some_again(folder: Path, seen: IssueFiles, record: IssueRecord, ids: Iterable[str]) -> Issue:
    """Read again those articles that have ``ids`` of the issue that has ``record``. Raises as ``read_again``."""
    articles = read_articles(folder, ids)
    _refuse_changed(folder, seen)
    return Issue(record, articles)


def _refuse_changed(folder: Path, seen: IssueFiles) -> None:
    """Raise unless the files are what was ``seen``; where the file system does not vouch for them, the bytes do."""
    with refusals("cannot-read", "the issue cannot be read", folder):
        vouched = bool(seen.signature) and scan_folder(folder).signature == seen.signature
        same = vouched or digest_of_files(folder) == seen.digest
    if not same:
        raise error(
            "content-changed",
            "the issue was changed while it was being built.",
            file=str(folder),
            remedy="Build again.",
        )


def digest_of_files(folder: Path) -> str:
    """Return a digest of the files of the issue in ``folder`` as they are, hidden ones left out."""
    digest = hashlib.blake2b(digest_size=16)
    for name, path in sorted(_files(str(folder), "")):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a Path would take as long as the reading
            size = os.fstat(file.fileno()).st_size
            digest.update(f"{name}\0{size}\0".encode(errors="surrogateescape"))
            while data := file.read(min(size + 1, _AT_ONCE)):
                digest.update(data)
    return digest.hexdigest()


def _files(folder: str, below: str) -> Iterator[tuple[str, str]]:
    """Yield the names from the issue on, and the paths, of the files in ``folder``.

    No link is followed, and nothing is waited for that is no file.
    """
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{below}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield below + entry.name, entry.path


def read_sources(folder: Path, record: IssueRecord) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of every source file of an issue; raises ``BackfileError`` where one has gone."""
    raise_all(missing_sources(folder, record))
    with refusals("source-missing", "the source file cannot be read", folder):
        return read_source_lines(folder, record)


def missing_sources(folder: Path, record: IssueRecord) -> Iterator[Diagnostic]:
    """Yield an error for each source file that the issue's record names and that is not there."""
    for source in record.sources:
        path = folder / source.file
        if not path.is_file():
            yield Diagnostic(
                "error",
                "source-missing",
                "the source file is missing.",
                str(path),
                0,
                "Bring it back from a copy.",
            )
