"""The order of the stages of ``backfile import``."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.clock import today
from generator.config import read_settings
from generator.content.archive_file import register_publications
from generator.content.delivery import Draft, ImportedSource
from generator.content.issue_file import read_issue_record
from generator.content.journal import finish_import, unfinished_import
from generator.content.source_lines import read_source_lines, without_superseded
from generator.content.store import StoredIssue, plan_issue, store_issue
from generator.errors import BackfileError, Diagnostic, raise_all
from generator.identifiers import edition_slug, publication_slug
from generator.locks import only_one
from generator.model import IssueRecord, Settings, SourcePage, Story, Vocabulary
from generator.pipeline.linking import link_jumps
from generator.pipeline.settling import (
    ImportRequest,
    settle_date,
    settle_issues,
    settle_labels,
    settle_publication,
)
from generator.segmentation import take_apart
from generator.sources.json_lines import ArticleRecord
from generator.sources.reading import SourceText, read_source
from generator.topics import find_terms
from generator.vocabulary_file import read_vocabulary


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with ``--dry-run`` would do."""

    issues: tuple[StoredIssue, ...]
    warnings: tuple[Diagnostic, ...]


def import_sources(request: ImportRequest) -> ImportReport:
    """file -> lines -> stories -> terms -> numbered articles -> Markdown under content/.

    Raises ``BackfileError`` for a request or a source that cannot be used; then nothing has been written.
    """
    with only_one(request.content, "import"):
        settings = read_settings(request.content)
        vocabulary = read_vocabulary(request.content)
        sources = _read_all(request.sources)
        warnings = [warning for source in sources for warning in source.warnings]
        gathered: dict[str, tuple[IssueRecord, list[ImportedSource]]] = {}
        texts = [source for source in sources if source.pages]
        records = [source for source in sources if source.records]
        for record, imported in itertools.chain(
            _import_texts(request, texts, settings, vocabulary, warnings),
            _import_records(request, records, settings, vocabulary, warnings),
        ):
            gathered.setdefault(record.id, (record, []))[1].append(imported)
        day = today()
        planned = [
            link_jumps(
                tuple(imported),
                functools.partial(_plan, request.content, record, day),
                warnings,
            )
            for record, imported in gathered.values()
        ]
        if not request.dry_run:
            register_publications(request.content, settings, {issue.record.publication for issue in planned})
            for issue in planned:
                warnings.extend(map(_edited_meanwhile, store_issue(issue)))
        warnings.extend(note for issue in planned for note in issue.notes)
    return ImportReport(tuple(planned), tuple(warnings))


def _plan(
    content: Path, record: IssueRecord, day: dt.date, sources: tuple[ImportedSource, ...]
) -> StoredIssue:
    return plan_issue(content, record, sources, day)


def _edited_meanwhile(article_id: str) -> Diagnostic:
    return Diagnostic(
        "warning",
        "edited-meanwhile",
        f"{article_id} was edited while it was imported, and stays as it was edited.",
        remedy="Import the page again to see what it would have become.",
    )


def _read_all(paths: Iterable[Path]) -> list[SourceText]:
    sources, problems = [], list[Diagnostic]()
    for path in paths:
        try:
            sources.append(read_source(path))
        except BackfileError as refused:
            problems.extend(refused.diagnostics)
    if problems:
        raise BackfileError(problems)
    return sources


def _requested_issue(request: ImportRequest, publication: str, date: dt.date, edition: str) -> IssueRecord:
    return IssueRecord(
        publication=publication_slug(publication),
        date=date,
        edition=edition and edition_slug(edition),
        date_basis=request.date_basis,
    )


def _earlier_record(request: ImportRequest, record: IssueRecord) -> IssueRecord | None:
    """Return the record of an issue that is there already; an import of it that was broken off is finished first."""
    folder = request.content / record.publication / record.folder
    if request.dry_run:
        raise_all(unfinished_import(folder))
    finish_import(folder)
    return read_issue_record(folder) if (folder / "issue.toml").is_file() else None


def _import_texts(
    request: ImportRequest,
    texts: Sequence[SourceText],
    settings: Settings,
    vocabulary: Vocabulary,
    warnings: list[Diagnostic],
) -> Iterator[tuple[IssueRecord, ImportedSource]]:
    """Yield the texts of pages, all of one issue, taken apart; what was guessed goes to ``warnings``."""
    if not texts:
        return
    publication, date = settle_publication(request, settings), settle_date(request, texts)
    record = _requested_issue(request, publication, date, request.edition)
    earlier = _earlier_record(request, record)
    for source, pages in zip(texts, settle_labels(request, texts, earlier, warnings), strict=True):
        file = _kept_name(source.data, earlier)
        if not file:
            file = _free_name(source.path, earlier) if request.replace else f"source/{source.path.name}"
        drafts = {}
        for label, lines in pages:
            stories = take_apart(SourcePage(file, label, lines)).stories
            terms = find_terms(stories, vocabulary)
            drafts[label] = tuple(Draft(story, found) for story, found in zip(stories, terms, strict=True))
        standing = _standing(drafts, file, earlier, source.path, warnings)
        yield record, ImportedSource(file, source.data, source.encoding, standing, replaces=request.replace)


def _kept_name(data: bytes, earlier: IssueRecord | None) -> str:
    """Return the path in the issue's folder of a source with the bytes ``data``, if it is there already."""
    sha256 = hashlib.sha256(data).hexdigest()
    return next((known.file for known in earlier.sources if known.sha256 == sha256), "") if earlier else ""


def _import_records(
    request: ImportRequest,
    sources: Sequence[SourceText],
    settings: Settings,
    vocabulary: Vocabulary,
    warnings: list[Diagnostic],
) -> Iterator[tuple[IssueRecord, ImportedSource]]:
    """Yield each issue that each JSON Lines file has articles of, in the order of their dates.

    A file that has grown since it was imported brings only the lines that the issue does not have.
    """
    for source in sources:
        sha256 = hashlib.sha256(source.data).hexdigest()
        for (publication, date, edition), received in settle_issues(request, source, settings):
            issue = _requested_issue(request, publication, date, edition)
            earlier = _earlier_record(request, issue)
            file = _kept_name(_lines(received, source.encoding), earlier)
            records = received
            revisable: frozenset[tuple[str, int]] = frozenset()
            if not file:
                file = _free_name(source.path, earlier)
                if earlier:
                    records, revisable = _new_records(received, source, request.content, earlier, warnings)
            if records:
                pages = _draft_records(records, request.page or "01", vocabulary)
                pages = _standing(pages, file, earlier, source.path, warnings)
                data = _lines(records, source.encoding)
                yield (
                    issue,
                    ImportedSource(
                        file, data, source.encoding, pages, source.path.name, sha256, revisable=revisable
                    ),
                )


def _standing(
    pages: dict[str, tuple[Draft, ...]],
    file: str,
    earlier: IssueRecord | None,
    path: Path,
    warnings: list[Diagnostic],
) -> dict[str, tuple[Draft, ...]]:
    """Return the drafts of ``pages`` without those that a later delivery stands in for; these go to ``warnings``."""
    known = next((each for each in earlier.sources if each.file == file), None) if earlier else None
    gone = (
        {number for first, last in known.superseded for number in range(first, last + 1)} if known else set()
    )
    if not known or not gone:
        return pages
    standing = {
        label: tuple(draft for draft in drafts if draft.story.lines[0][0] not in gone)
        for label, drafts in pages.items()
    }
    if standing != pages:
        message = f"a later delivery stands in for text of {file}; that text was not imported again."
        remedy = "Import the later one to read it anew."
        warnings.append(Diagnostic("warning", "source-superseded", message, str(path), remedy=remedy))
    return standing


def _new_records(
    records: Sequence[ArticleRecord],
    source: SourceText,
    content: Path,
    earlier: IssueRecord,
    warnings: list[Diagnostic],
) -> tuple[list[ArticleRecord], frozenset[tuple[str, int]]]:
    """Return the records that the issue does not have yet; how many it has goes to ``warnings``.

    Also the lines (file, number) that an earlier file of the same name had and this one has not: articles that the
    new records may be revisions of.
    """
    folder = content / earlier.publication / earlier.folder
    lines = without_superseded(read_source_lines(folder, earlier), earlier)
    held = {line for known in earlier.sources if known.part_of for line in lines.get(known.file, ())}
    new = [record for record in records if record.raw not in held]
    if len(new) < len(records):
        warnings.append(
            Diagnostic(
                "warning",
                "lines-held",
                f"{earlier.id} has {len(records) - len(new)} of these lines already; they were not imported again.",
                str(source.path),
            )
        )
    received = {record.raw for record in records}
    dropped = frozenset(
        (known.file, number)
        for known in earlier.sources
        if known.part_of == source.path.name
        for number, line in enumerate(lines.get(known.file, ()), 1)
        if line.strip() and line not in received
    )
    return new, dropped


def _free_name(path: Path, earlier: IssueRecord | None) -> str:
    """Return a path for a new source that the issue does not use: ``source/all.jsonl``, ``source/all-2.jsonl`` …"""
    used = {known.file for known in earlier.sources} if earlier else set()
    names = (f"source/{path.stem}{f'-{n}' if n > 1 else ''}{path.suffix}" for n in itertools.count(1))
    return next(name for name in names if name not in used)


def _lines(records: Sequence[ArticleRecord], encoding: str) -> bytes:
    return "".join(f"{record.raw}\n" for record in records).encode(encoding)


def _draft_records(
    records: Sequence[ArticleRecord], default_label: str, vocabulary: Vocabulary
) -> dict[str, tuple[Draft, ...]]:
    """Return the drafts of each page; a record's own topics stand in for those found in its text."""
    pages: dict[str, list[tuple[Story, ArticleRecord]]] = {}
    for number, record in enumerate(records, 1):
        story = dataclasses.replace(record.story, lines=((number, number),))
        pages.setdefault(record.label or default_label, []).append((story, record))
    drafts = {}
    for label, entries in pages.items():
        found = find_terms([story for story, _ in entries], vocabulary)
        drafts[label] = tuple(
            Draft(
                story,
                dataclasses.replace(terms, topics=record.topics) if record.topics else terms,
                record.url,
            )
            for (story, record), terms in zip(entries, found, strict=True)
        )
    return drafts
