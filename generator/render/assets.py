"""The files beside the templates: styles, scripts, pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import error
from generator.render.links import to_url
from generator.render.output_file import OutputFile

_STAMP_LENGTH = 10


class Assets:
    """The files of ``assets/`` in some layout folders, the first folder winning file by file."""

    def __init__(self, layouts: Sequence[Path]) -> None:
        """Find the files; each is read once."""
        found: dict[str, Path] = {}
        for folder in layouts:
            top = folder / "assets"
            for path in sorted(top.rglob("*")):
                if path.is_file():
                    found.setdefault(path.relative_to(top).as_posix(), path)
        self._files = {name: path.read_bytes() for name, path in sorted(found.items())}
        self._urls = {
            name: f"{to_url(f'assets/{name}')}?v={_stamp(data)}" for name, data in self._files.items()
        }

    def url(self, name: str) -> str:
        """Return the URL of the file ``name``, from the site's root, with a stamp of its content.

        The stamp changes when the file does, so that a server may let browsers keep the file for good.
        Raises BackfileError where there is no such file.
        """
        try:
            return self._urls[name]
        except KeyError:
            raise error("asset-missing", f"There is no file “{name}” in the assets of the layouts.") from None

    def files(self) -> Iterator[OutputFile]:
        """Yield the files as the site has them."""
        for name, data in self._files.items():
            yield OutputFile(f"assets/{name}", data)


def _stamp(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_STAMP_LENGTH]
