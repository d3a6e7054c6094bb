"""``backfile export --bagit``: the archive as a BagIt bag (RFC 8493), in which libraries hand folders over.

The library writes version 0.97, the draft before 1.0 that the RFC describes; both are read everywhere.
"""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import bagit

from generator import __version__
from generator.clock import today
from generator.config import read_settings
from generator.content.listing import symbolic_link
from generator.disk import refusals
from generator.errors import Diagnostic, error, raise_all
from generator.locks import only_one
from generator.output import refuse_overlap
from generator.progress import SILENT, Progress

_REMEDY = "Make the folder writable, or free some space; the archive is untouched."
_LINE_END = re.compile(r"[\r\n]|%0[AD]", re.IGNORECASE)
"""Manifests have %0A for a line end, and the library reads one that stands in a name as such."""
CHECKSUMS = ("sha256", "sha512")
"""RFC 8493, section 2.4: a tool supports both, and SHA-512 is what a new bag should have."""


@dataclass(frozen=True, slots=True)
class BagReport:
    """What was put into a bag."""

    files: int
    size: int
    """Of the payload, in bytes."""


def write_bag(
    content: Path, layouts: Path | None, bag: Path, *, jobs: int = 1, progress: Progress = SILENT
) -> BagReport:
    """Copy ``content``, and the archive's own ``layouts`` where it has some, into a new bag at the folder ``bag``.

    The bag is made apart and takes its name when it is valid. No import runs meanwhile. Raises ``BackfileError``
    where there is no archive, where ``bag`` is there already, overlaps the archive, or cannot be written, and for
    symbolic links.
    """
    settings = read_settings(content)
    payload = {"content": content} | ({"layouts": layouts} if layouts else {})
    for folder in payload.values():
        refuse_overlap("bagit", bag, folder)
    if bag.exists():
        raise error(
            "bag-exists",
            "there is something of this name already.",
            file=str(bag),
            remedy="Name a folder that is not there yet: a bag is never changed.",
        )
    staging = bag.absolute().with_name(f".{bag.name}.bagging")
    information = {
        "Bagging-Date": today().isoformat(),
        "Bag-Software-Agent": f"backfile {__version__}, bagit {bagit.VERSION}",
        "External-Description": settings.title,
    }
    with only_one(content, "import"), only_one(staging, "export", make=True):
        try:
            report = _write(staging, payload, information, jobs=jobs, progress=progress)
            staging.rename(bag)
        except (OSError, shutil.Error, bagit.BagError) as problem:
            raise error(
                "cannot-write",
                f"the bag cannot be written: {getattr(problem, 'strerror', None) or problem}.",
                file=str(getattr(problem, "filename", None) or bag),
                remedy=_REMEDY,
            ) from problem
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return report


def _write(
    bag: Path, payload: Mapping[str, Path], information: Mapping[str, str], *, jobs: int, progress: Progress
) -> BagReport:
    progress.begin("copies")
    for name, folder in payload.items():
        _copy(folder, bag / name, progress)
    _be_silent()
    progress.begin("checksums")
    made = bagit.make_bag(str(bag), dict(information), processes=jobs, checksums=list(CHECKSUMS))
    size, files = made.info["Payload-Oxum"].split(".")
    progress.advance(int(files))
    return BagReport(int(files), int(size))


def _copy(folder: Path, target: Path, progress: Progress) -> None:
    """Copy every file; what a program is writing just now is left out, and what no bag can hold is refused."""
    raise_all(problem for path in sorted(folder.rglob("*")) if (problem := _refused(path)))

    def copy(source: str, place: str) -> None:
        with refusals("cannot-write", "the bag cannot be written", target, _REMEDY):
            shutil.copy2(source, place)
        progress.advance()

    skipped = shutil.ignore_patterns(".writing-*")
    shutil.copytree(folder, target, ignore=skipped, dirs_exist_ok=True, copy_function=copy)


def _refused(path: Path) -> Diagnostic | None:
    """Return the error for what has no place in a bag: links, what is no file, names that its manifest garbles."""
    if path.is_symlink():
        return symbolic_link(path)
    if not (path.is_file() or path.is_dir()):
        what = "it is neither a file nor a folder."
        return Diagnostic("error", "bag-name", what, str(path), 0, "Take it away.")
    try:
        path.name.encode()
        garbled = _LINE_END.search(path.name) is not None
    except UnicodeEncodeError:
        garbled = True
    if garbled:
        what = "a bag has no way to write the file's name: it is not UTF-8, or holds a line end, also as %0A."
        return Diagnostic("error", "bag-name", what, str(path), 0, "Rename it.")
    return None


def _be_silent() -> None:
    """Keep the library's own messages from the terminal: what matters of them is in our errors."""
    logger = logging.getLogger(bagit.__name__)
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
