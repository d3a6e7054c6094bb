"""``backfile init``: the files of a new archive, with an example issue that is imported like any other."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from pathlib import Path

from generator.content.files import write_file
from generator.errors import error
from generator.pipeline.importing import import_sources
from generator.pipeline.settling import ImportRequest

_FILES = {
    "archive.toml": "content/archive.toml",
    "topics.toml": "content/topics.toml",
    "gitignore": ".gitignore",
    "site-gitignore": "site/.gitignore",
    "publish.yml": ".github/workflows/publish.yml",
    "page.txt": "inbox/shili-2024-01-01-p01.txt",
}
_EXAMPLE = "inbox/shili-2024-01-01-p01.txt"


def start_archive(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new archive into ``folder``, import its example page, and return what was written.

    Files that are there already stay as they are. Raises ``BackfileError`` where ``folder`` is an archive already.
    """
    if (folder / "content").exists():
        raise error(
            "archive-exists",
            "the folder is an archive already.",
            file=str(folder / "content"),
            remedy="Choose another folder, or import issues into this one.",
        )
    written = []
    for name, place in _FILES.items():
        path = folder / place
        if not path.exists():
            write_file(path, (files(__package__) / "files" / name).read_bytes())
            written.append(path)
    import_sources(
        ImportRequest(
            sources=(folder / _EXAMPLE,),
            content=folder / "content",
            publication="shili",
            date=dt.date(2024, 1, 1),
            date_basis="示例：日期是编造的",
            page="01",
        )
    )
    return (*written, folder / "content" / "shili" / "2024-01-01")
