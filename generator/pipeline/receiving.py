"""Page texts as they were read -> what each gives its issue: pages still to be taken apart."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.delivery import Draft, ImportedSource
from generator.content.issue_file import read_issue_record
from generator.content.journal import edited_meanwhile, finish_import, unfinished_import
from generator.errors import Diagnostic, raise_all
from generator.identifiers import edition_slug, publication_slug
from generator.model import IssueRecord, Settings, SourcePage
from generator.pipeline.drafting import RecordPage
from generator.pipeline.settling import (
    ImportRequest,
    settle_date,
    settle_labels,
    settle_publication,
)
from generator.sources.page_header import read_page_header
from generator.sources.reading import SourceText


@dataclass(frozen=True, slots=True)
class ReceivedSource:
    """What one source file gives one issue."""

    record: IssueRecord
    """The issue, as the request and the source name it."""
    file: str
    """Path inside the issue's folder, such as ``source/page.txt``."""
    data: bytes
    encoding: str
    pages: tuple[SourcePage | RecordPage, ...]
    path: Path
    """Where it was given, for messages."""
    part_of: str = ""
    part_of_sha256: str = ""
    page_names: Mapping[str, str] = field(default_factory=dict)
    """What a page's own header calls it (版名), by label."""
    replaces: bool = False
    revisable: frozenset[tuple[str, int]] = frozenset()
    """Lines (file, number) of articles that these may be revisions of."""
    superseded: frozenset[int] = frozenset()
    """Lines of it that a later delivery stands in for."""

    def with_drafts(self, pages: Mapping[str, tuple[Draft, ...]]) -> ImportedSource:
        """Return the source with the drafts of its ``pages``."""
        return ImportedSource(
            file=self.file,
            data=self.data,
            encoding=self.encoding,
            pages=pages,
            part_of=self.part_of,
            part_of_sha256=self.part_of_sha256,
            page_names=self.page_names,
            replaces=self.replaces,
            revisable=self.revisable,
        )


def receive_texts(
    request: ImportRequest, texts: Sequence[SourceText], settings: Settings, warnings: list[Diagnostic]
) -> Iterator[ReceivedSource]:
    """Yield the texts of pages, all of one issue; what was guessed goes to ``warnings``.

    Raises ``BackfileError`` where publication, date or pages cannot be settled.
    """
    if not texts:
        return
    publication, date = settle_publication(request, settings), settle_date(request, texts)
    record = requested_issue(request, publication, date, request.edition)
    earlier = earlier_record(request.content, record, warnings, dry_run=request.dry_run)
    names = list(_files_of(texts, earlier, replace=request.replace))
    settled = settle_labels(request, texts, earlier, warnings)
    for source, file, pages in zip(texts, names, settled, strict=True):
        yield ReceivedSource(
            record,
            file,
            source.data,
            source.encoding,
            tuple(SourcePage(file, label, lines) for label, lines in pages),
            source.path,
            page_names={label: read_page_header(lines).name for label, lines in pages},
            replaces=request.replace,
            superseded=superseded_lines(file, earlier),
        )


def requested_issue(request: ImportRequest, publication: str, date: dt.date, edition: str) -> IssueRecord:
    """Return the record of an issue as the request and its source name it."""
    return IssueRecord(
        publication=publication_slug(publication),
        date=date,
        edition=edition and edition_slug(edition),
        date_basis=request.date_basis,
    )


def earlier_record(
    content: Path, record: IssueRecord, warnings: list[Diagnostic], *, dry_run: bool
) -> IssueRecord | None:
    """Return the record of an issue that is there already; an import of it that was broken off is finished first.

    Articles that somebody has edited since it was broken off stay, and go to ``warnings``.
    """
    folder = content / record.publication / record.folder
    if dry_run:
        raise_all(unfinished_import(folder))
    warnings.extend(edited_meanwhile(f"{record.id}/{name}") for name in finish_import(folder))
    return read_issue_record(folder) if (folder / "issue.toml").is_file() else None


def _files_of(texts: Sequence[SourceText], earlier: IssueRecord | None, *, replace: bool) -> Iterator[str]:
    """Yield for each text its path in the issue's folder: the one that it has there already, else by its own name.

    Texts of one name from different folders are numbered: ``source/page.txt``, ``source/page-2.txt``; so is one that
    is to ``replace`` another of its name.
    """
    used: set[str] = set()
    for source in texts:
        file = kept_name(source.data, earlier) or free_name(source.path, earlier if replace else None, used)
        used.add(file)
        yield file


def kept_name(data: bytes, earlier: IssueRecord | None) -> str:
    """Return the path in the issue's folder of a source with the bytes ``data``, if it is there already."""
    sha256 = hashlib.sha256(data).hexdigest()
    return next((known.file for known in earlier.sources if known.sha256 == sha256), "") if earlier else ""


def superseded_lines(file: str, earlier: IssueRecord | None) -> frozenset[int]:
    """Return the lines of ``file`` that a later delivery stands in for."""
    known = next((each for each in earlier.sources if each.file == file), None) if earlier else None
    ranges = known.superseded if known else ()
    return frozenset(number for first, last in ranges for number in range(first, last + 1))


def free_name(path: Path, earlier: IssueRecord | None, used: set[str]) -> str:
    """Return a path that neither the issue nor ``used`` has: ``source/a.txt``, ``source/a-2.txt`` …"""
    taken = used | ({known.file for known in earlier.sources} if earlier else set())
    names = (f"source/{path.stem}{f'-{n}' if n > 1 else ''}{path.suffix}" for n in itertools.count(1))
    return next(name for name in names if name not in taken)
