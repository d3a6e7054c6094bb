"""archive.toml, as import makes and completes it: a person's own lines stay as they are."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

import tomlkit

from generator.content.files import read_text, write_file
from generator.errors import error
from generator.model import Settings


def register_publications(content: Path, settings: Settings, slugs: Iterable[str]) -> None:
    """Add to archive.toml each publication that it does not have, called by its slug until a person names it."""
    unknown = sorted(set(slugs) - set(settings.publications))
    path = content / "archive.toml"
    if not unknown and path.is_file():
        return
    document = tomlkit.parse(read_text(path)) if path.is_file() else tomlkit.document()
    if not path.is_file():
        document["title"] = settings.title
        document["language"] = settings.language
    publications = document.setdefault("publications", tomlkit.table(is_super_table=True))
    added = {slug: {"name": slug, "name_supplied": True} for slug in unknown}
    before = document.unwrap()
    try:
        for slug, values in added.items():
            table = tomlkit.table()
            table.update(values)
            publications[slug] = table
        text = tomlkit.dumps(document)
        right = tomllib.loads(text) == {**before, "publications": before["publications"] | added}
    except ValueError:
        right = False
    if not right:
        # Dotted keys and inline tables have no place for a new table: better nothing than other settings.
        lines = " ".join(f'[publications.{slug}] name = "{slug}" name_supplied = true' for slug in unknown)
        raise error(
            "publication-unknown",
            "the publication is not listed, and cannot be added to a file written like this one.",
            file=str(path),
            remedy=f"Add the lines {lines}",
        )
    write_file(path, text.encode())
