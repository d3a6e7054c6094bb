"""Files that units have made -> the site: what is new comes, what no unit makes any more goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalogue import KeptUnit, Ledger
from generator.errors import BackfileError, error
from generator.output import SiteDigest, SiteWriter, unstage_file
from generator.pipeline.making import Made
from generator.pipeline.planning import Plan
from generator.pipeline.static_files import STATIC
from generator.render import split_name


@dataclass(slots=True)
class Placed:
    """What a build has made so far; the catalogue learns of it when the site has it."""

    digest: SiteDigest
    """Of all files that the site will have."""
    units: dict[str, KeptUnit] = field(default_factory=dict)
    files: int = 0
    """Files that were made, by this build or by one before that was broken off."""
    changed: int = 0
    """Those of them that the site does not have as they are; and those that go."""

    def put(self, path: str, digest: str, before: str | None) -> None:
        """Take a file that comes, in the place of the one with the digest ``before``, where there was one."""
        if before is not None:
            self.digest = self.digest.remove(path, before)
        self.digest = self.digest.add(path, digest)
        self.changed += 1


def place(
    made: Iterable[Made], plan: Plan, ledger: Ledger | None, writer: SiteWriter, content: Path
) -> Placed:
    """Take what was made, and let go what no unit makes any more; return what the site has by it.

    ``ledger`` has what the site has that is changed in place, None where it is made whole. What was made again as it
    was is left as it is. Raises ``BackfileError`` where two units make one file.
    """
    placed = Placed(SiteDigest.from_hex(writer.standing) if ledger else SiteDigest())
    left: dict[str, str] = {}
    came: dict[str, str] = {}
    for unit in made:
        kept = _files_of(unit.name, ledger)
        for path, digest in unit.files:
            owner = came.get(path) or _keeper(path, unit.name, plan, ledger)
            if owner:
                raise _made_twice(path, owner, unit.name, content)
            came[path] = unit.name
            if kept.get(path) == digest:
                unstage_file(writer.staging, path)
            else:
                placed.put(path, digest, kept.get(path))
        files = unit.files
        if unit.name in plan.some:
            files = tuple(sorted((kept | dict(files)).items()))
        elif kept:
            now = dict(files)
            left |= {path: digest for path, digest in kept.items() if path not in now}
        placed.units[unit.name] = KeptUnit(plan.units[unit.name], files)
        placed.files += len(unit.files)
    for gone in ledger.units(plan.gone).values() if ledger else ():
        left |= dict(gone.files)
    for path, digest in left.items():
        placed.digest = placed.digest.remove(path, digest)
        if path not in came:  # by another unit
            writer.remove(path)
            placed.changed += 1
    return placed


def _files_of(name: str, ledger: Ledger | None) -> dict[str, str]:
    """Return the files that the site has of the unit ``name``, with their digests."""
    unit = ledger.units((name,)).get(name) if ledger else None
    return dict(unit.files) if unit else {}


def _keeper(path: str, name: str, plan: Plan, ledger: Ledger | None) -> str:
    """Return the unit, other than ``name``, that made the file at ``path`` and still does; empty where none."""
    owner = ledger.owner_of(path) if ledger else ""
    return "" if owner == name or owner in plan.units or owner in plan.gone else owner


def _made_twice(path: str, owner: str, name: str, content: Path) -> BackfileError:
    return error(
        "output-twice",
        f"{_origin(owner, content)} and {_origin(name, content)} make the same file of the site, {path}.",
        remedy="Rename the one that is yours.",
    )


def _origin(name: str, content: Path) -> str:
    """Return what the unit ``name`` is, for a person."""
    family, *arguments = split_name(name)
    if family == STATIC:
        return str(content / STATIC / arguments[0])
    return f"a page of the archive ({' '.join((family, *arguments))})"
