"""The only writer of a site's folder: a build is written apart and takes the old one's place at once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import TracebackType

from generator import __version__
from generator.disk import refusals, written
from generator.errors import Diagnostic, error
from generator.exchange import exchange
from generator.locks import only_one

MARKER = "build.json"
"""File at a site's root by which a build knows a folder as its own."""
_KEPT = (".gitignore", ".git")
"""What a person may keep in a site's folder beside the site."""


_RESERVED = ("pagefind",)
"""What the search index writes into the site by itself."""


class SiteWriter:
    """Writes a site into a folder beside ``site`` and, at ``commit``, puts it in its place.

    As a context manager it removes what was not committed: the old site stays as it was.
    """

    def __init__(self, site: Path, inputs: tuple[Path, ...]) -> None:
        """Take the site's folder, and the folders that it must not overlap.

        Raises ``BackfileError`` where ``site`` holds something that no build has written.
        """
        # Resolved, so that a link to the folder is followed and not replaced.
        self.site = site.resolve()
        for folder in inputs:
            refuse_overlap("site", site, folder)
        _refuse_foreign(self.site)
        self.staging, self._old = _beside(self.site)
        self._digests: dict[str, str] = {}
        self._origins: dict[str, str] = {}
        self._held = contextlib.ExitStack()
        self._committed = False

    def __enter__(self) -> SiteWriter:
        """Make the folder to write in, in place of what a build that was broken off has left."""
        with contextlib.ExitStack() as held:
            held.enter_context(only_one(self.staging, "build", make=True))
            with written(self.staging):
                if self._old.is_dir():  # a build was ended between the two renames of commit, or after them
                    if self.site.exists():
                        shutil.rmtree(self._old)
                    else:
                        self._old.rename(self.site)
                _empty(self.staging)
            self._held = held.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what was not committed."""
        if not self._committed:
            shutil.rmtree(self.staging, ignore_errors=True)
        self._held.close()

    def write(self, path: str, data: bytes, origin: str = "a page of the archive") -> None:
        """Write ``data``, which comes from ``origin``, at ``path``, relative to the site's root, with ``/`` in it.

        Raises ``BackfileError`` for a path out of the site, one written already, and when the disk refuses.
        """
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or "\\" in path or "\0" in path or ".." in parts:
            raise error("output-path", f"{path!r} is not a place in the site.")
        if path in self._digests:
            raise error(
                "output-twice",
                f"{self._origins[path]} and {origin} make the same file of the site, {path}.",
                remedy="Rename the one that is yours.",
            )
        target = self.staging / path
        with written(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        self._origins[path] = origin
        self._digests[path] = hashlib.sha256(data).hexdigest()

    def copy_folder(self, folder: Path) -> int:
        """Copy every file under ``folder`` to the site's root; return how many. Links are refused."""
        count = 0
        for name in (*_KEPT, MARKER, *_RESERVED):
            if (folder / name).exists():
                raise error(
                    "static-reserved",
                    f"the site has no place for a file of one's own called {name}.",
                    file=str(folder / name),
                    remedy="Rename it, or take it away.",
                )
        for path in sorted(folder.rglob("*")):
            if path.is_symlink():
                raise error(
                    "content-link",
                    "the archive does not follow symbolic links.",
                    file=str(path),
                    remedy="Put the file or folder itself there.",
                )
            if path.is_dir():
                continue
            with refusals("cannot-read", "the file cannot be read", path):
                data = path.read_bytes()
            self.write(path.relative_to(folder).as_posix(), data, str(path))
            count += 1
        return count

    def commit(self) -> None:
        """Put what was written in the place of the old site; what a person keeps there (.gitignore) stays."""
        with written(self.site):
            digest = hashlib.sha256()
            for path in sorted(self._digests):
                digest.update(f"{path}\0{self._digests[path]}\n".encode())
            marker = {"generator": f"backfile {__version__}", "files": digest.hexdigest()}
            (self.staging / MARKER).write_text(json.dumps(marker, indent=1) + "\n", encoding="utf-8")
            if self.site.exists():
                left = self._replace()
            else:
                self.staging.rename(self.site)
                left = self._old
        # What is at the staging folder's name from here on may be another build's.
        self._committed = True
        shutil.rmtree(left, ignore_errors=True)

    def _replace(self) -> Path:
        """Let the staging folder take the site's place, and return where the old site is now."""
        for name in _KEPT:
            kept = self.site / name
            if kept.is_dir():
                shutil.copytree(kept, self.staging / name, symlinks=True)
            elif kept.is_file():
                shutil.copy2(kept, self.staging / name)
        # The lock of this build goes with its folder. Held on the old site too, it keeps another build out of the
        # staging folder's name until the old site has been removed there.
        self._held.enter_context(only_one(self.site, "build"))
        if exchange(self.staging, self.site):
            return self.staging
        shutil.rmtree(self._old, ignore_errors=True)
        try:
            self.site.rename(self._old)
            self.staging.rename(self.site)
        except BaseException:
            if not self.site.exists():
                self._old.rename(self.site)
            raise
        return self._old


def find_unfinished(site: Path) -> Iterator[Diagnostic]:
    """Yield a diagnostic for what a build of ``site`` that was broken off has left beside it."""
    for folder in _beside(site.resolve()):
        if folder.is_dir():
            yield Diagnostic(
                "error",
                "build-unfinished",
                "a build is running, or was broken off and has left this folder.",
                str(folder),
                0,
                "Wait for it, or build again: that removes the folder, and puts back a site that is missing.",
            )


def _beside(site: Path) -> tuple[Path, Path]:
    """Return where a build writes, and where it puts the old site while the new one takes its place."""
    return site.with_name(f".{site.name}.building"), site.with_name(f".{site.name}.old")


def _empty(folder: Path) -> None:
    """Remove what is in ``folder``, and keep it: the lock of this build is on it."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


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


def _refuse_foreign(site: Path) -> None:
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
    if names - set(_KEPT) and not is_site(site):
        raise error(
            "site-not-ours",
            "the folder holds files that no build has written.",
            file=str(site),
            remedy="Choose an empty folder for --site, or empty this one yourself.",
        )


def is_site(folder: Path) -> bool:
    """Tell whether ``folder`` holds a site that a build has written: its marker says so, in our words."""
    try:
        marker = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(marker, dict) and str(marker.get("generator", "")).startswith("backfile ")
