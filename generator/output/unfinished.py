"""What a build that was broken off has left, and what its site is worth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.errors import Diagnostic
from generator.output.marker import MARKER, read_marker
from generator.output.staging import workplace_of


def find_unfinished(site: Path) -> Iterator[Diagnostic]:
    """Yield a diagnostic for what a build of ``site`` that was broken off has left beside it, or in it."""
    site = site.resolve()
    workplace = workplace_of(site)
    marker = read_marker(site)
    if workplace.journal.exists():
        yield _unfinished(
            "a build is changing the site, or was broken off when some of its pages were new and others old.",
            workplace.folder,
            "Wait for it, or build again: that does what is left to do.",
        )
    elif marker and not marker.files:
        yield _unfinished(
            "a build was broken off when some of the site's pages were new and others old, and its journal is gone.",
            site / MARKER,
            "Build again: that makes the whole site.",
        )
    elif workplace.folder.is_dir():
        yield _unfinished(
            "a build is running, or was broken off and has left this folder.",
            workplace.folder,
            "Wait for it, or build again: that uses what it can of it, and puts back a site that is missing.",
        )


def _unfinished(message: str, file: Path, remedy: str) -> Diagnostic:
    return Diagnostic("error", "build-unfinished", message, str(file), 0, remedy)
