"""Folders that a site must not be written to."""

from __future__ import annotations

from pathlib import Path

from generator.disk import refusals
from generator.errors import error
from generator.output.marker import KEPT, is_site


def refuse_overlap(what: str, folder: Path, other: Path) -> None:
    """Raise ``BackfileError`` where ``folder``, the site's or the cache's (``what``), and ``other`` overlap."""
    ours, theirs = folder.resolve(), other.resolve()
    if ours == theirs or ours in theirs.parents or theirs in ours.parents:
        raise error(
            f"{what}-overlap",
            f"the {what}'s folder and {other} overlap.",
            file=str(folder),
            remedy=f"Choose a folder for --{what} that is neither inside the other nor around it.",
        )


def refuse_foreign(site: Path) -> None:
    """Raise ``BackfileError`` where ``site`` is a file, a disk's place, or holds what no build has written."""
    with refusals("cannot-read", "the folder cannot be read", site):
        if site.exists() and not site.is_dir():
            raise error("site-not-ours", "it is a file.", file=str(site), remedy="Choose another --site.")
        names = {path.name for path in site.iterdir()} if site.is_dir() else set()
    if site.is_mount():
        raise error(
            "site-mounted",
            "the folder is where a disk is mounted, and cannot be replaced.",
            file=str(site),
            remedy="Choose a folder on that disk for --site.",
        )
    if names - set(KEPT) and not is_site(site):
        raise error(
            "site-not-ours",
            "the folder holds files that no build has written.",
            file=str(site),
            remedy="Choose an empty folder for --site, or empty this one yourself.",
        )
