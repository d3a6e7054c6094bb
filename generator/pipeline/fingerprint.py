"""What every page of a site is made with: where it changes, all are made again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator import __version__
from generator.model import Settings
from generator.render import SiteView, key_of


def program() -> str:
    """Return what tells this program from another: its version, and of a checkout, its files as they are."""
    package = Path(__file__).parent.parent
    files = sorted(package.rglob("*.py"))
    return key_of(
        __version__,
        tuple((path.name, known.st_size, known.st_mtime_ns) for path in files if (known := path.stat())),
    )


def fingerprint(layouts: Sequence[Path], site: SiteView, settings: Settings, *, search: bool) -> str:
    """Return a key of the templates, of what every page shows of the archive, of the settings and the program."""
    files = [
        (place, path.relative_to(folder).as_posix(), path.read_bytes())
        for place, folder in enumerate(layouts)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return key_of(program(), tuple(files), site, settings, search)


def last_edit(layouts: Sequence[Path]) -> int:
    """Return when a file of the templates was edited last, in nanoseconds: one edited and edited back says so."""
    times = (path.stat().st_mtime_ns for folder in layouts for path in folder.rglob("*") if path.is_file())
    return max(times, default=0)
