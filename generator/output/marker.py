"""The file by which a build knows a folder as a site of its own, and which files stand there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from generator import __version__

MARKER = "build.json"
"""At the site's root."""
KEPT = (".gitignore", ".git")
"""What a person may keep in a site's folder beside the site."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What a build says of the site it has written."""

    files: str
    """The digest of the site's files; empty while a build changes them in place."""
    compressed: bool
    """Whether compressed copies stand beside them."""
    size: int
    """Bytes of all files, the search index and compressed copies among them."""


def format_marker(marker: Marker) -> bytes:
    """Return the bytes of the marker's file."""
    said = {
        "generator": f"backfile {__version__}",
        "files": marker.files,
        "compressed": marker.compressed,
        "bytes": marker.size,
    }
    return (json.dumps(said, indent=1) + "\n").encode()


def read_marker(folder: Path) -> Marker | None:
    """Return what a build says of the site in ``folder``; None where no build of ours has written one."""
    try:
        said = json.loads((folder / MARKER).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(said, dict) or not str(said.get("generator", "")).startswith("backfile "):
        return None
    size = said.get("bytes")
    return Marker(
        str(said.get("files", "")), said.get("compressed") is True, size if isinstance(size, int) else 0
    )


def is_site(folder: Path) -> bool:
    """Tell whether ``folder`` holds a site that a build has written: its marker says so, in our words."""
    return read_marker(folder) is not None
