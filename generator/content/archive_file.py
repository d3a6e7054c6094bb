"""archive.toml, as import makes and completes it: a person's own lines stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tomlkit

from generator.content.files import read_text, write_file
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
    for slug in unknown:
        table = tomlkit.table()
        table["name"] = slug
        table["name_supplied"] = True
        publications[slug] = table
    write_file(path, tomlkit.dumps(document).encode())
