"""The files beside the templates: styles, scripts, pictures."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import error
from generator.render.links import to_url
from generator.render.output_file import OutputFile

STYLE_SHEET = "style.css"
_STAMP_LENGTH = 10
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s*([{};])\s*")


class Assets:
    """The files of ``assets/`` in some layout folders, the first folder winning file by file.

    The style sheet is made of the files of ``style/``, one after the other by name, unless a folder has
    a whole ``assets/style.css``.
    """

    def __init__(self, layouts: Sequence[Path]) -> None:
        """Find the files; each is read once."""
        found = _files(layouts, "assets")
        self._files = {name: path.read_bytes() for name, path in sorted(found.items())}
        sheets = _files(layouts, "style")
        self._files.setdefault(STYLE_SHEET, b"\n".join(_packed(sheets[name]) for name in sorted(sheets)))
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

    @property
    def digest(self) -> str:
        """What tells these files apart from any others."""
        return hashlib.sha256(repr(sorted(self._urls.items())).encode()).hexdigest()

    def files(self) -> Iterator[OutputFile]:
        """Yield the files as the site has them."""
        for name, data in self._files.items():
            yield OutputFile(f"assets/{name}", data)


def _files(layouts: Sequence[Path], folder: str) -> dict[str, Path]:
    """Return the files under ``folder`` of the layouts by their path in it."""
    found: dict[str, Path] = {}
    for layout in layouts:
        top = layout / folder
        for path in sorted(top.rglob("*")):
            if path.is_file():
                found.setdefault(path.relative_to(top).as_posix(), path)
    return found


def _packed(sheet: Path) -> bytes:
    """Return a style sheet without comments, and without blanks where none are needed and none can be quoted."""
    text = _COMMENT.sub("", sheet.read_text(encoding="utf-8"))
    return _BLANKS.sub(r"\1", " ".join(text.split())).encode()


def _stamp(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_STAMP_LENGTH]
