"""The order of the stages of ``backfile import``."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.config import read_settings, read_vocabulary
from generator.content.archive_file import register_publications
from generator.content.issue_file import read_issue_record
from generator.content.store import Draft, ImportedSource, StoredIssue, plan_issue, store_issue
from generator.errors import BackfileError, Diagnostic, error
from generator.identifiers import edition_slug, publication_slug
from generator.model import IssueRecord, Line, SourcePage, Story, Vocabulary
from generator.pipeline.settling import ImportRequest, settle_date, settle_labels, settle_publication
from generator.segmentation import take_apart
from generator.sources.json_lines import ArticleRecord
from generator.sources.reading import SourceText, read_source
from generator.topics import find_terms


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with ``--dry-run`` would do."""

    issues: tuple[StoredIssue, ...]
    warnings: tuple[Diagnostic, ...]


def import_sources(request: ImportRequest) -> ImportReport:
    """file -> lines -> stories -> terms -> numbered articles -> Markdown under content/.

    Raises ``BackfileError`` for a request or a source that cannot be used; then nothing has been written.
    """
    settings = read_settings(request.content)
    vocabulary = read_vocabulary(request.content)
    sources = _read_all(request.sources)
    warnings = [warning for source in sources for warning in source.warnings]
    texts = [source for source in sources if source.pages]
    planned: list[StoredIssue] = []
    today = _today()
    if texts:
        record = _requested_issue(
            request, settle_publication(request, settings), settle_date(request, texts), request.edition
        )
        earlier = _earlier_record(request.content, record)
        labelled = settle_labels(request, texts, earlier, warnings)
        imported = tuple(
            _import_text(source, pages, earlier, vocabulary)
            for source, pages in zip(texts, labelled, strict=True)
        )
        planned.append(plan_issue(request.content, record, imported, today))
    for source in sources:
        if source.records:
            default = settle_publication(request, settings) if _needs_publication(source.records) else ""
            for record, imported_source in _import_records(request, source, default, vocabulary):
                planned.append(plan_issue(request.content, record, (imported_source,), today))
    if not request.dry_run:
        register_publications(request.content, settings, {issue.record.publication for issue in planned})
        for issue in planned:
            store_issue(issue)
    return ImportReport(tuple(planned), tuple(warnings))


def _today() -> dt.date:
    """Return the day of the import; SOURCE_DATE_EPOCH (seconds, UTC) stands in for it where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch.isdigit() else dt.date.today()


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


def _earlier_record(content: Path, record: IssueRecord) -> IssueRecord | None:
    folder = content / record.publication / record.folder
    return read_issue_record(folder) if (folder / "issue.toml").is_file() else None


def _import_text(
    source: SourceText,
    pages: Sequence[tuple[str, tuple[Line, ...]]],
    earlier: IssueRecord | None,
    vocabulary: Vocabulary,
) -> ImportedSource:
    file = _kept_name(source, earlier)
    drafts = {}
    for label, lines in pages:
        stories = take_apart(SourcePage(file, label, lines)).stories
        terms = find_terms(stories, vocabulary)
        drafts[label] = tuple(Draft(story, found) for story, found in zip(stories, terms, strict=True))
    return ImportedSource(file, source.data, source.encoding, drafts)


def _kept_name(source: SourceText, earlier: IssueRecord | None) -> str:
    """Return the path that the source has in the issue's folder: that of the same text if it is there already."""
    sha256 = hashlib.sha256(source.data).hexdigest()
    for known in earlier.sources if earlier else ():
        if known.sha256 == sha256:
            return known.file
    return f"source/{source.path.name}"


def _needs_publication(records: Sequence[ArticleRecord]) -> bool:
    return any(not record.publication for record in records)


def _import_records(
    request: ImportRequest, source: SourceText, publication: str, vocabulary: Vocabulary
) -> Iterator[tuple[IssueRecord, ImportedSource]]:
    """Yield each issue that the JSON Lines file has articles of, in the order of their dates."""
    missing = next(
        (place for place, record in enumerate(source.records) if not (record.date or request.date)), None
    )
    if missing is not None:
        raise error(
            "date-missing",
            "a line has no date, and none was given.",
            file=str(source.path),
            line=missing + 1,
            remedy="Give every line its date, or say --date for those without.",
        )

    def issue_of(record: ArticleRecord) -> tuple[str, str, str]:
        date = record.date or request.date
        assert date is not None  # noqa: S101  # checked above
        return record.publication or publication, date.isoformat(), record.edition or request.edition

    sha256 = hashlib.sha256(source.data).hexdigest()
    for (slug, date, edition), group in itertools.groupby(sorted(source.records, key=issue_of), key=issue_of):
        records = list(group)
        pages: dict[str, list[Story]] = {}
        topics: dict[str, list[ArticleRecord]] = {}
        for number, record in enumerate(records, 1):
            label = record.label or "01"
            pages.setdefault(label, []).append(dataclasses.replace(record.story, lines=((number, number),)))
            topics.setdefault(label, []).append(record)
        drafts = {}
        for label, stories in pages.items():
            found = find_terms(stories, vocabulary)
            drafts[label] = tuple(
                Draft(
                    story,
                    dataclasses.replace(terms, topics=record.topics) if record.topics else terms,
                    record.url,
                )
                for story, terms, record in zip(stories, found, topics[label], strict=True)
            )
        data = "".join(f"{record.raw}\n" for record in records).encode(source.encoding)
        yield (
            _requested_issue(request, slug, dt.date.fromisoformat(date), edition),
            ImportedSource(
                file=f"source/{source.path.name}",
                data=data,
                encoding=source.encoding,
                pages=drafts,
                part_of=source.path.name,
                part_of_sha256=sha256,
            ),
        )
