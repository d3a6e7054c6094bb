"""What issue.toml records of an import: its source files, which of their lines a later one replaces, its pages."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.content.claims import line_ranges
from generator.content.delivery import ImportedSource
from generator.errors import error
from generator.identifiers import label_key
from generator.model import IssueRecord, PageRecord, SourceFile


def with_source(record: IssueRecord, source: ImportedSource, folder: Path, today: dt.date) -> IssueRecord:
    """Return ``record`` with ``source``, imported ``today``.

    Raises ``BackfileError`` where the issue's ``folder`` holds another text of that name.
    """
    sha256 = hashlib.sha256(source.data).hexdigest()
    known = next((known for known in record.sources if known.file == source.file), None)
    path = folder / source.file
    kept = path.read_bytes() if path.is_file() else None
    if (known and known.sha256 != sha256) or (kept is not None and kept != source.data):
        raise error(
            "source-changed",
            f"the issue already holds another text named {source.file}.",
            file=str(folder / source.file),
            remedy="If it is another text, rename it. If it is a better file of the same page, say --replace.",
        )
    entry = known or SourceFile(
        file=source.file,
        sha256=sha256,
        pages=(),
        imported=today,
        encoding=source.encoding,
        part_of=source.part_of,
        part_of_sha256=source.part_of_sha256,
    )
    pages = tuple(sorted({*source.pages, *entry.pages}, key=label_key))
    entry = dataclasses.replace(entry, pages=pages)
    others = [other for other in record.sources if other.file != source.file]
    return dataclasses.replace(record, sources=tuple(sorted([*others, entry], key=lambda other: other.file)))


def with_superseded(
    record: IssueRecord, replaced: Iterable[tuple[str, int]], lines: Mapping[str, tuple[str, ...]]
) -> IssueRecord:
    """Return ``record`` with the ``replaced`` source lines (file and number) marked as such."""
    numbers: dict[str, set[int]] = {}
    for file, number in replaced:
        numbers.setdefault(file, set()).add(number)
    sources = []
    for source in record.sources:
        gone = {number for first, last in source.superseded for number in range(first, last + 1)}
        gone |= numbers.get(source.file, set())
        ranges = line_ranges(gone, lines[source.file]) if source.file in numbers else source.superseded
        sources.append(dataclasses.replace(source, superseded=ranges))
    return dataclasses.replace(record, sources=tuple(sources))


def with_page(record: IssueRecord, label: str, last_number: int, name: str = "") -> IssueRecord:
    """Return ``record`` with the page ``label``, on which numbers up to ``last_number`` are used.

    ``name`` is what the page's header calls it; a name that the record has stays.
    """
    page = next((page for page in record.pages if page.label == label), PageRecord(label))
    page = dataclasses.replace(page, name=page.name or name, last_number=max(page.last_number, last_number))
    others = [other for other in record.pages if other.label != page.label]
    return dataclasses.replace(
        record, pages=tuple(sorted([*others, page], key=lambda each: label_key(each.label)))
    )
