"""The files of a site are those that its build wrote, and their compressed copies are copies of them.

What the other steps prove of pages and index, this proves of all the rest: style sheets, scripts, feeds, lists, files
of the archive's own. The build's marker has one number for all files: that there is a difference is certain, in which
file can be told only where its time gives it away.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Diagnostic
from generator.output import KEPT, MARKER, SiteDigest, read_marker
from generator.precompress import SUFFIXES
from generator.progress import Progress
from generator.search import FOLDER
from generator.workers import in_order

_TOGETHER = 200
"""Files that are looked at as one piece of work."""
_COPY = ".gz"
_AT_ONCE = 1 << 20
_REMEDY = "Remove the site's folder and build again: a build does not look through the site that it changes."


@dataclass(frozen=True, slots=True)
class _Read:
    digests: tuple[tuple[str, str], ...]
    """Paths in the site, with the SHA-256 of each."""
    findings: tuple[Diagnostic, ...]


def check_site_files(site: Path, *, jobs: int, progress: Progress) -> Iterator[Diagnostic]:
    """Yield a finding where the files of ``site`` are not those that its build wrote, the search index left out.

    And one for each compressed copy that holds something else than its file.
    """
    marker = read_marker(site)
    if not marker or not marker.files:
        return  # a build was broken off, and that is said
    names = sorted(_names(site))
    read = functools.partial(_read, site=site, compressed=marker.compressed)
    parts = [names[start : start + _TOGETHER] for start in range(0, len(names), _TOGETHER)]
    digest = SiteDigest()
    progress.begin("site's files", len(names))
    for part in in_order(read, parts, jobs):
        yield from part.findings
        for path, sha256 in part.digests:
            digest = digest.add(path, sha256)
        progress.advance(len(part.digests))
    if digest.hex != marker.files:
        yield _changed(site, names)


def _names(site: Path, under: str = "") -> Iterator[str]:
    """Yield the path of each file of ``site`` that its build may have written, but those of the index."""
    with os.scandir(site / under) as found:
        for entry in found:
            name = f"{under}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if name not in (FOLDER, *KEPT):
                    yield from _names(site, f"{name}/")
            elif entry.is_file(follow_symlinks=False) and name not in (MARKER, *KEPT):
                yield name


def _read(names: Sequence[str], site: Path, *, compressed: bool) -> _Read:
    """Read the files ``names`` of ``site``; where it has ``compressed`` copies, each is compared with its file."""
    digests: list[tuple[str, str]] = []
    findings: list[Diagnostic] = []
    for name in names:
        whole = site / name.removesuffix(_COPY)
        if compressed and name.endswith(_COPY) and whole.suffix in SUFFIXES and whole.is_file():
            if not _is_copy(site / name, whole):
                findings.append(_finding("it holds something else than the file beside it.", site / name))
            continue
        with (site / name).open("rb") as file:
            digests.append((name, hashlib.file_digest(file, "sha256").hexdigest()))
    return _Read(tuple(digests), tuple(findings))


def _is_copy(copy: Path, whole: Path) -> bool:
    try:
        with gzip.open(copy) as packed, whole.open("rb") as file:
            while data := file.read(_AT_ONCE):
                if packed.read(len(data)) != data:
                    return False
            return not packed.read(1)
    except (OSError, EOFError, zlib.error):
        return False


def _changed(site: Path, names: Sequence[str]) -> Diagnostic:
    """Return the finding for a site with other files; one that was written after the build's marker is named."""
    built = (site / MARKER).stat().st_mtime_ns
    later = [name for name in names if (site / name).stat().st_mtime_ns > built]
    told = 0 < len(later) <= len(names) // 2  # of a copied site the times say nothing
    message = (
        f"it was written after the site was built, and the site's files are not those of the build "
        f"({len(later)} such)."
        if told
        else "the site's files are not those that its build wrote: one was changed, added or lost."
    )
    return _finding(message, site / later[0] if told else site)


def _finding(message: str, place: Path) -> Diagnostic:
    return Diagnostic("error", "site-changed", message, str(place), 0, _REMEDY)
