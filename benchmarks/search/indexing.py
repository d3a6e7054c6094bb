"""The index of a resized archive, made as a build makes it: of its documents, those of one part are in memory."""

from __future__ import annotations

import functools
import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.search.archive import resized
from generator.search import (
    FOLDER,
    EntryChanges,
    IndexFolders,
    SearchDocument,
    SearchEntry,
    SearchIssue,
    SearchReport,
    build_index,
)
from generator.search.document import EntryKind

_TERMS: tuple[tuple[EntryKind, str], ...] = (
    ("topic", "topics"),
    ("person", "people"),
    ("organisation", "organisations"),
    ("place", "places"),
)


def index_archive(
    documents: list[SearchDocument], count: int, site: Path, cache: Path, *, jobs: int
) -> SearchReport:
    """Make the index of ``documents``, resized to ``count``, in ``site``: an issue for each day."""
    numbers: dict[str, list[int]] = {}
    for number in range(count):
        document = resized(documents, count, number)
        numbers.setdefault(f"{document.publication}/{document.date}", []).append(number)
    read = functools.partial(_read, documents=documents, count=count, numbers=numbers)
    shutil.rmtree(site, ignore_errors=True)
    return build_index(
        [_about(issue, read) for issue in numbers],
        read,
        lambda _: _entries(documents, count, numbers, read),
        folders=IndexFolders(site / FOLDER, None, cache),
        jobs=jobs,
    )


def _read(
    issues: Sequence[str], documents: list[SearchDocument], count: int, numbers: dict[str, list[int]]
) -> Iterator[SearchDocument]:
    for issue in issues:
        yield from (resized(documents, count, number) for number in numbers[issue])


def _about(issue: str, read: functools.partial[Iterator[SearchDocument]]) -> SearchIssue:
    documents = list(read([issue]))
    digest = hashlib.sha256("\n".join(document.url for document in documents).encode()).hexdigest()
    return SearchIssue(
        issue,
        documents[0].date,
        digest,
        sum(len(text) for document in documents for text in document.texts()),
    )


def _entries(
    documents: list[SearchDocument],
    count: int,
    numbers: dict[str, list[int]],
    read: functools.partial[Iterator[SearchDocument]],
) -> EntryChanges:
    times = Counter(number % len(documents) for number in range(count)) if count > len(documents) else None
    found: Counter[tuple[EntryKind, str]] = Counter()
    for number, document in enumerate(documents):
        for kind, field in _TERMS:
            for name in getattr(document, field):
                found[kind, name] += times[number] if times else 1
    fields = dict(_TERMS)
    return EntryChanges(
        revision="",
        issues=((issue, [_headline(document) for document in read([issue])]) for issue in numbers),
        terms=(
            (kind, name, SearchEntry(kind, name, f"{fields[kind]}/{name}.html", number))
            for (kind, name), number in found.items()
        ),
        whole=True,
    )


def _headline(document: SearchDocument) -> SearchEntry:
    terms = (*document.topics, *document.people, *document.organisations, *document.places)
    return SearchEntry("article", document.title, document.url, date=document.date.isoformat(), words=terms)
