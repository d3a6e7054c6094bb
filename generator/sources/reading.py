"""A source file on disk -> its pages of lines, or its articles; the list of formats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import Diagnostic, error
from generator.model import Line
from generator.sources.encoding import decode
from generator.sources.json_lines import ArticleRecord, read_records
from generator.sources.page_text import clean_lines, refuse_sizes, split_pages

PAGE_TEXT = frozenset([".txt", ".text"])
JSON_LINES = frozenset([".jsonl", ".ndjson"])
_LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source file as it was received and as it was read; ``pages`` or ``records`` is empty by its format."""

    path: Path
    data: bytes
    encoding: str
    text: str
    pages: tuple[tuple[Line, ...], ...]
    records: tuple[ArticleRecord, ...]
    warnings: tuple[Diagnostic, ...]


def read_source(path: Path) -> SourceText:
    """Return the source file at ``path``.

    Raises ``BackfileError`` for a file that is not there, of no known format, empty, binary, or in an encoding
    that cannot be told.
    """
    if path.is_dir():
        raise error(
            "source-format",
            "it is a folder.",
            file=str(path),
            remedy="Give the files in it, such as its *.txt.",
        )
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
    try:
        if path.stat().st_size > _LARGEST:
            raise error(
                "source-size", "the file is larger than 512 MiB.", file=str(path), remedy="Divide it."
            )
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
    records: tuple[ArticleRecord, ...] = ()
    if suffix in JSON_LINES:
        records = tuple(read_records(decoded.text, str(path), warnings))
    else:
        divided = split_pages(decoded.text)
        refuse_sizes(divided, str(path))
        for lines in divided:
            cleaned, odd = clean_lines(lines, str(path))
            pages.append(cleaned)
            warnings.extend(odd)
    if not pages and not records:
        raise error(
            "source-empty", "the file holds no text.", file=str(path), remedy="Give the text of a page."
        )
    return SourceText(path, data, decoded.encoding, decoded.text, tuple(pages), records, tuple(warnings))
