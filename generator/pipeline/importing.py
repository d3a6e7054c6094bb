"""The order of the stages of ``backfile import``."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import words
from generator.clock import today
from generator.config import read_settings
from generator.content.archive_file import register_publications
from generator.content.delivery import Draft, ImportedSource
from generator.content.journal import edited_meanwhile
from generator.content.store import StoredIssue, plan_issue, store_issue
from generator.errors import BackfileError, Diagnostic
from generator.locks import only_one
from generator.model import IssueRecord, Vocabulary
from generator.pipeline.accounting import LineCount, count_lines
from generator.pipeline.drafting import draft_page
from generator.pipeline.linking import link_jumps
from generator.pipeline.receiving import ReceivedSource, receive_records, receive_texts
from generator.pipeline.settling import ImportRequest
from generator.sources.reading import SourceText, read_source
from generator.vocabulary_file import read_vocabulary
from generator.workers import in_order


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with ``--dry-run`` would do."""

    issues: tuple[StoredIssue, ...]
    warnings: tuple[Diagnostic, ...]
    counts: tuple[LineCount, ...] = ()
    """The lines of each page of each source, in their order."""


def import_sources(request: ImportRequest) -> ImportReport:
    """file -> lines -> stories -> terms -> numbered articles -> Markdown under content/.

    Pages are taken apart by ``request.jobs`` processes; the result does not depend on how many. Raises
    ``BackfileError`` for a request or a source that cannot be used; then, as after an interruption or a mistake of
    ours on any page, nothing has been written.
    """
    with only_one(request.content, "import"):
        settings = read_settings(request.content)
        vocabulary = read_vocabulary(request.content)
        sources = _read_all(request.sources)
        warnings = [warning for source in sources for warning in source.warnings]
        texts = [source for source in sources if source.pages]
        records = [source for source in sources if source.records]
        received = (
            *receive_texts(request, texts, settings, warnings),
            *receive_records(request, records, settings, warnings),
        )
        gathered: dict[str, tuple[IssueRecord, list[ImportedSource]]] = {}
        counts: list[LineCount] = []
        for source, found in _draft(received, vocabulary, request.jobs):
            pages = _standing(source, found, warnings)
            counts.extend(count_lines(page, pages[page.label]) for page in source.pages)
            gathered.setdefault(source.record.id, (source.record, []))[1].append(source.with_drafts(pages))
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
                warnings.extend(map(edited_meanwhile, store_issue(issue)))
        warnings.extend(note for issue in planned for note in issue.notes)
    return ImportReport(tuple(planned), tuple(warnings), tuple(counts))


def _draft(
    received: Sequence[ReceivedSource], vocabulary: Vocabulary, jobs: int
) -> Iterator[tuple[ReceivedSource, dict[str, tuple[Draft, ...]]]]:
    """Yield each source with the drafts of its pages, in the order of ``received``."""
    pages = [page for source in received for page in source.pages]
    jobs = min(jobs, len(pages))
    if jobs > 1:
        words.load()
    drafts = in_order(functools.partial(draft_page, vocabulary=vocabulary), pages, jobs)
    for source in received:
        yield source, {page.label: next(drafts) for page in source.pages}


def _standing(
    source: ReceivedSource, pages: dict[str, tuple[Draft, ...]], warnings: list[Diagnostic]
) -> dict[str, tuple[Draft, ...]]:
    """Return the drafts of ``pages`` without those that a later delivery stands in for; these go to ``warnings``."""
    if not source.superseded:
        return pages
    standing = {
        label: tuple(draft for draft in drafts if draft.story.lines[0][0] not in source.superseded)
        for label, drafts in pages.items()
    }
    if standing != pages:
        message = f"a later delivery stands in for text of {source.file}; that text was not imported again."
        remedy = "Import the later one to read it anew."
        warnings.append(Diagnostic("warning", "source-superseded", message, str(source.path), remedy=remedy))
    return standing


def _plan(
    content: Path, record: IssueRecord, day: dt.date, sources: tuple[ImportedSource, ...]
) -> StoredIssue:
    return plan_issue(content, record, sources, day)


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
