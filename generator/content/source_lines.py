"""The lines of an issue's source files, as import counted them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.content.listing import symbolic_link
from generator.errors import BackfileError, error
from generator.model import LARGEST_SOURCE, IssueRecord


def read_source_lines(folder: Path, record: IssueRecord) -> dict[str, tuple[str, ...]]:
    """Return the lines of each source file of the issue in ``folder``; line 1 is the first of the tuple.

    A file that is missing is left out. Raises ``BackfileError`` for one that leads out of the archive or is not
    in the encoding that issue.toml names.
    """
    found = {}
    for source in record.sources:
        path = folder / source.file
        if path.is_symlink() or path.parent.is_symlink():
            raise BackfileError(symbolic_link(path))
        if not path.is_file():
            continue
        if path.stat().st_size > LARGEST_SOURCE:
            raise error(
                "source-size",
                "the source file is larger than any that import takes.",
                file=str(path),
                remedy="Bring back the file as it was imported.",
            )
        try:
            found[source.file] = split_lines(path.read_bytes(), source.encoding)
        except (UnicodeDecodeError, LookupError) as problem:
            raise error(
                "source-encoding",
                f"the source file is not in the encoding {source.encoding} that issue.toml names.",
                file=str(path),
                remedy="Bring back the file as it was imported.",
            ) from problem
    return found


def split_lines(data: bytes, encoding: str) -> tuple[str, ...]:
    """Return the lines of a source file's bytes; raises ``ValueError`` where they are not in ``encoding``."""
    text = data.decode(encoding).removeprefix("\ufeff")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def without_superseded(
    lines: Mapping[str, tuple[str, ...]], record: IssueRecord
) -> dict[str, tuple[str, ...]]:
    """Return ``lines`` with those blank that a later delivery stands in for: no article claims them."""
    left = dict(lines)
    for source in record.sources:
        if source.superseded and source.file in left:
            texts = list(left[source.file])
            for first, last in source.superseded:
                texts[first - 1 : last] = [""] * len(texts[first - 1 : last])
            left[source.file] = tuple(texts)
    return left
