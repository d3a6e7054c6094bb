"""A source file on disk -> its pages of lines, or where its articles stand in it; the list of formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Diagnostic, error
from generator.model import LARGEST_SOURCE, Line
from generator.sources.encoding import decode
from generator.sources.page_text import clean_lines, refuse_sizes, split_pages
from generator.sources.plain_text import plain_text
from generator.sources.record_file import RecordFile, index_records
from generator.workers import Jobs

PAGE_TEXT = frozenset([".txt", ".text"])
JSON_LINES = frozenset([".jsonl", ".ndjson"])


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file of page text as it was received and as it was read."""

    path: Path
    data: bytes
    encoding: str
    text: str
    pages: tuple[tuple[Line, ...], ...]
    warnings: tuple[Diagnostic, ...]


def read_source(
    path: Path, folder: Path, jobs: Jobs = 1, advance: Callable[[int], None] = lambda _: None
) -> SourceText | RecordFile:
    """Return the source file at ``path``; of JSON Lines where each article stands, for the file may be large.

    Such a file is gone through by ``jobs`` processes, ``advance`` is told of the articles, and ``folder`` is where a
    copy of it may be made for as long as it is needed. Raises ``BackfileError`` for a file that is not there, of no
    known format, empty, binary, in an encoding that cannot be told, or with a line that is no article.
    """
    suffix = _suffix(path)
    try:
        if path.stat().st_size > LARGEST_SOURCE:
            raise error(
                "source-size", "the file is larger than 512 MiB.", file=str(path), remedy="Divide it."
            )
        if suffix in JSON_LINES:
            return index_records(plain_text(path, folder), jobs, advance)
        data = path.read_bytes()
    except OSError as problem:
        raise error(
            "source-missing",
            f"the file cannot be read: {problem.strerror or problem}.",
            file=str(path),
            remedy="Check the name, and that the file can be read.",
        ) from problem
    decoded = decode(data, str(path))
    warnings: list[Diagnostic] = []
    pages: list[tuple[Line, ...]] = []
    refuse_sizes(decoded.text, str(path))
    for lines in split_pages(decoded.text):
        cleaned, odd = clean_lines(lines, str(path))
        pages.append(cleaned)
        warnings.extend(odd)
    if not pages:
        raise error(
            "source-empty", "the file holds no text.", file=str(path), remedy="Give the text of a page."
        )
    return SourceText(path, data, decoded.encoding, decoded.text, tuple(pages), tuple(warnings))


def _suffix(path: Path) -> str:
    """Return what the name of ``path`` ends in; raises ``BackfileError`` where its name or format cannot be taken."""
    if path.is_dir():
        raise error(
            "source-format",
            "it is a folder.",
            file=str(path),
            remedy="Give the files in it, such as its *.txt.",
        )
    if path.exists() and not path.is_file():
        raise error(
            "source-format", "it is no file.", file=str(path), remedy="Give a file of text."
        )  # a device never ends
    suffix = path.suffix.lower()
    if suffix not in PAGE_TEXT | JSON_LINES:
        raise error(
            "source-format",
            f"import does not know files that end in {suffix or 'nothing'}.",
            file=str(path),
            remedy="Give the text of a page (.txt) or JSON Lines with one article a line (.jsonl).",
        )
    unprintable = any(
        ord(char) < 0x20 or char in '\\"' or 0xD800 <= ord(char) <= 0xDFFF for char in path.name
    )
    if unprintable or path.name.startswith("."):
        raise error(
            "source-name",
            "the file's name cannot be kept in the archive.",
            file=ascii(str(path)),
            remedy="Rename it in UTF-8, without control characters, backslashes and quotation marks, and with no "
            "full stop in front.",
        )
    return suffix
