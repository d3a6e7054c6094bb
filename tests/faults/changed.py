"""An archive whose content has changed since its site was built: what builds are broken off at."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import ExitCode
from tests.faults.archives import check, names, snapshot
from tests.faults.breaking import Breaker, Ended, Fault

INPUTS = frozenset({"content", "layouts"})


@dataclass(frozen=True, slots=True)
class Changed:
    """The archive, its site as it is, and as it is to become."""

    folder: Path
    breaker: Breaker
    options: tuple[str, ...]
    old: dict[str, bytes]
    new: dict[str, bytes]
    """As a build in an empty folder makes it."""
    changes: tuple[str, ...] = ()
    """What a build that is let alone does to files, one after another."""

    def site(self) -> dict[str, bytes]:
        """Return the files of the site."""
        return snapshot(self.folder / "site")

    def bring_back(self) -> None:
        """Make the folder as it was before the build."""
        for name in names(self.folder) - INPUTS:
            shutil.rmtree(self.folder / name)
        for name in ("site", ".backfile"):
            shutil.copytree(self.folder.with_name("kept") / name, self.folder / name)

    def build(self, fault: Fault | None = None, *options: str) -> Ended:
        """Build with the options of the archive, and with more."""
        return self.breaker.build(self.folder, *self.options, *options, fault=fault)

    def place_of(self, change: str) -> int:
        """Return the place of ``change`` among the changes."""
        return self.changes.index(change)


def make_changed(
    folder: Path,
    breaker: Breaker,
    write: Callable[[Path], None],
    edit: Callable[[Path], None],
    *options: str,
) -> Changed:
    """``write`` an archive and build it, ``edit`` it, and look what a build does then and in an empty folder."""
    kept, clean, archive = folder / "kept", folder / "clean", folder / "archive"
    write(kept)
    assert breaker.build(kept, *options).status == ExitCode.DONE
    assert check(kept).findings == ()
    edit(kept)
    for name in INPUTS & names(kept):
        shutil.copytree(kept / name, clean / name)
        shutil.copytree(kept / name, archive / name)
    assert breaker.build(clean, *options).status == ExitCode.DONE
    assert check(clean).findings == ()
    changed = Changed(archive, breaker, options, snapshot(kept / "site"), snapshot(clean / "site"))
    changed.bring_back()
    ended = changed.build()
    assert changed.site() == changed.new != changed.old
    return replace(changed, changes=ended.changes)


def spread(first: int, last: int, number: int) -> set[int]:
    """Return ``number`` places between two, the two among them."""
    return {first + (last - first) * step // (number - 1) for step in range(number)}
