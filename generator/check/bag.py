"""A BagIt bag (RFC 8493) that holds an archive: every file there, unchanged, and no other."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import bagit

from generator.errors import Diagnostic, error

_REMEDY = "Fetch the bag again from where it is kept; the others of its files are whole."


def find_archive_in_bag(bag: Path) -> Path:
    """Return the folder of content inside ``bag``; raises ``BackfileError`` where it is no bag of an archive."""
    content = bag / "data" / "content"
    if not (bag / "bagit.txt").is_file() or not content.is_dir():
        raise error(
            "bag-missing",
            "this is no bag of an archive: it has no bagit.txt, or no data/content.",
            file=str(bag),
            remedy="Name a folder that `backfile export --bagit` made.",
        )
    return content


def check_bag(bag: Path, *, jobs: int = 1) -> Iterator[Diagnostic]:
    """Yield a finding for each file that is missing, changed or too many, and for a manifest that is no manifest."""
    logger = logging.getLogger(bagit.__name__)
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    try:
        bagit.Bag(str(bag)).validate(processes=jobs)
    except bagit.BagValidationError as problem:
        if not problem.details:
            yield _finding("bag-invalid", f"the bag is not valid: {problem}.", bag)
        for detail in sorted(problem.details, key=lambda detail: str(detail.path)):
            yield _explain(detail, bag)
    except (bagit.BagError, OSError, ValueError, KeyError) as problem:
        yield _finding("bag-invalid", f"the bag cannot be read: {problem}.", bag)


def _explain(detail: bagit.ManifestErrorDetail, bag: Path) -> Diagnostic:
    place = bag / detail.path
    if isinstance(detail, bagit.FileMissing):
        return _finding("bag-file-missing", "the bag's manifest has this file, but the bag has not.", place)
    if isinstance(detail, bagit.UnexpectedFile):
        return _finding("bag-file-unknown", "the bag's manifest does not have this file.", place)
    return _finding(
        "bag-file-changed", f"the file is not what it was: its {detail.algorithm} differs.", place
    )


def _finding(code: str, message: str, place: Path) -> Diagnostic:
    return Diagnostic("error", code, message, str(place), 0, _REMEDY)
