"""Files that units have made -> the site: what is new comes, what no unit makes any more goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalogue import Catalogue, KeptUnit
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
    """Files that were made."""
    changed: int = 0
    """Those of them that the site does not have as they are; and those that go."""


def place_all(made: Iterable[Made], plan: Plan, writer: SiteWriter, content: Path) -> Placed:
    """Take what was made of a site that is made whole. Raises ``BackfileError`` where two units make one file."""
    placed = Placed(SiteDigest())
    for unit in made:
        for path, digest in unit.files:
            writer.adopt(path, digest, _origin(unit.name, content))
        placed.units[unit.name] = KeptUnit(plan.units[unit.name], unit.files)
        placed.files += len(unit.files)
    placed.changed = placed.files
    placed.digest = writer.adopted
    return placed


def place_changes(
    made: Iterable[Made], plan: Plan, catalogue: Catalogue, writer: SiteWriter, content: Path
) -> Placed:
    """Take what was made of a site that is changed in place; what was made again as it was is left as it is.

    Raises ``BackfileError`` where two units make one file.
    """
    placed = Placed(SiteDigest.from_hex(writer.standing))
    left: dict[str, str] = {}
    came: dict[str, str] = {}
    for unit in made:
        before = catalogue.ledger.units((unit.name,)).get(unit.name)
        kept = dict(before.files) if before else {}
        files = (kept if unit.name in plan.some else {}) | dict(unit.files)
        for path, digest in unit.files:
            owner = came.get(path) or _keeper(path, unit.name, plan, catalogue)
            if owner:
                raise _made_twice(path, owner, unit.name, content)
            came[path] = unit.name
            if kept.get(path) == digest:
                unstage_file(writer.staging, path)
                continue
            writer.adopt(path, digest, _origin(unit.name, content))
            placed.digest = placed.digest.add(path, digest)
            placed.changed += 1
            if path in kept:
                placed.digest = placed.digest.remove(path, kept[path])
        left |= {path: digest for path, digest in kept.items() if path not in files}
        placed.units[unit.name] = KeptUnit(plan.units[unit.name], tuple(sorted(files.items())))
        placed.files += len(unit.files)
    for kept_unit in catalogue.ledger.units(plan.gone).values():
        left |= dict(kept_unit.files)
    for path, digest in left.items():
        placed.digest = placed.digest.remove(path, digest)
        if path not in came:
            writer.remove(path)
            placed.changed += 1
    return placed


def _keeper(path: str, name: str, plan: Plan, catalogue: Catalogue) -> str:
    """Return the unit, other than ``name``, that made the file at ``path`` and still does; empty where none."""
    owner = catalogue.ledger.owner_of(path)
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
