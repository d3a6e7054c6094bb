"""Every source file is there, byte for byte as it was received."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Diagnostic
from generator.model import IssueRecord


def check_source_files(folder: Path, record: IssueRecord) -> Iterator[Diagnostic]:
    """Yield a finding for each source file of the issue in ``folder`` that is missing, changed or unknown."""
    for source in record.sources:
        path = folder / source.file
        if not path.is_file():
            yield _finding(
                "source-missing", "the source file is missing.", path, "Bring it back from a copy."
            )
        elif _sha256(path) != source.sha256:
            yield _finding(
                "source-changed",
                "the source file is not the one that was imported: its SHA-256 differs from issue.toml.",
                path,
                "Bring back the file as it was; corrections belong in the articles.",
            )
    known = {folder / source.file for source in record.sources}
    kept = folder / "source"
    for path in sorted(kept.iterdir()) if kept.is_dir() else ():
        if path not in known:
            yield _finding(
                "source-unknown", "no import has brought this file.", path, "Import it, or take it away."
            )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _finding(code: str, message: str, path: Path, remedy: str) -> Diagnostic:
    return Diagnostic("error", code, message, str(path), 0, remedy)
