"""What rendering gives: files of the site as values. Writing them is not this stage's work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site."""

    path: str
    """Relative to the site's root, ``/`` between folders, not percent-encoded."""
    data: bytes
