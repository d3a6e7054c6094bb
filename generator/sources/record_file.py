"""A file of JSON Lines gone through once: which of its lines are of which issue, so that each can be read apart.

Every line is read and checked, and none is kept: of an article there is its place in the file, no more.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.errors import BackfileError, Diagnostic, error, raise_all
from generator.sources.json_lines import ArticleRecord, read_record
from generator.sources.plain_text import Chunk, PlainText, state_of
from generator.workers import Jobs, at_most, in_order

_MOST_KEYS, _LONGEST_KEY = 8, 40
"""Keys that are named, and characters of each that are shown."""


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where a line stands, and the issue that its article says it is of; empty and None where it does not say."""

    offset: int
    """In bytes, from the beginning of the text."""
    size: int
    line: int
    date: dt.date | None
    publication: str
    edition: str


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file of JSON Lines, and the places of its articles in their order."""

    text: PlainText
    places: tuple[RecordPlace, ...]
    warnings: tuple[Diagnostic, ...]


def index_records(text: PlainText, jobs: Jobs, advance: Callable[[int], None] = lambda _: None) -> RecordFile:
    """Return the places of the articles of ``text``, found by ``jobs`` processes.

    ``advance`` is told how many more are found. Raises ``BackfileError`` with every line that cannot be used.
    """
    places: list[RecordPlace] = []
    warnings: list[Diagnostic] = []
    problems: list[Diagnostic] = []
    unread: dict[str, int] = {}
    parts = [_Part(text, chunk) for chunk in text.chunks]
    for found in in_order(_index, parts, at_most(jobs, len(parts))):
        places += found.places
        warnings += found.warnings
        problems += found.problems
        unread = unread | {key: line for key, line in found.unread.items() if key not in unread}
        advance(len(found.places))
    raise_all(problems)
    if not places:
        raise error(
            "source-empty",
            "the file holds no text.",
            file=str(text.path),
            remedy="Give the text of a page.",
        )
    if unread:
        warnings.append(_unread(unread, text))
    return RecordFile(text, tuple(places), tuple(warnings))


def _unread(lines: Mapping[str, int], text: PlainText) -> Diagnostic:
    """Return the note on keys that stand first on ``lines``: what they hold may be text under another name."""
    shown = (f"{key[:_LONGEST_KEY]!r} (line {line})" for key, line in list(lines.items())[:_MOST_KEYS])
    return Diagnostic(
        "note",
        "keys-unread",
        f"what stands under these keys is kept in source/ and is in no article: {', '.join(shown)}.",
        str(text.path),
        min(lines.values()),
        "If it is text, give it under a key that import reads: docs/content-format.md lists them.",
    )


def read_records_at(text: PlainText, places: Iterable[tuple[int, int]]) -> list[ArticleRecord]:
    """Return the articles at ``places`` (offset and size, in bytes) of ``text``.

    Raises ``BackfileError`` where somebody has written to the file since it was gone through.
    """
    if state_of(text.text) != text.state:
        raise error(
            "source-changing",
            "the file was changed while it was imported.",
            file=str(text.path),
            remedy="Import it again when it is complete; what was stored stays.",
        )
    with text.text.open("rb") as file:
        lines = (os.pread(file.fileno(), size, offset).decode() for offset, size in places)
        return [read_record(line, str(text.path), 0, []) for line in lines]


@dataclass(frozen=True, slots=True)
class _Part:
    text: PlainText
    chunk: Chunk


@dataclass(frozen=True, slots=True)
class _Found:
    places: list[RecordPlace]
    warnings: list[Diagnostic]
    problems: list[Diagnostic]
    unread: dict[str, int]
    """Keys that import does not know, the first few of them, with the first line that has each."""


def _index(part: _Part) -> _Found:
    """Return what a part of a file holds."""
    found = _Found([], [], [], {})
    with part.text.text.open("rb") as file:
        data = os.pread(file.fileno(), part.chunk.size, part.chunk.offset)
    offset = part.chunk.offset
    for number, line in enumerate(data.split(b"\n"), part.chunk.line):
        raw = line.decode()
        if raw.strip():
            try:
                record = read_record(raw, str(part.text.path), number, found.warnings)
            except BackfileError as refused:
                found.problems.extend(refused.diagnostics)
            else:
                issue = (record.date, record.publication, record.edition)
                if len(found.unread) < _MOST_KEYS:
                    for key in record.unread[:_MOST_KEYS]:
                        found.unread.setdefault(key, number)
                found.places.append(RecordPlace(offset, len(line), number, *issue))
        offset += len(line) + 1
    return found
