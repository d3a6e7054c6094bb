"""The import of one issue: what its sources give it, drafted, planned and stored. Issues are imported one by one."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.content.delivery import Draft, ImportedSource
from generator.content.journal import edited_meanwhile
from generator.content.source_lines import read_source_lines, without_superseded
from generator.content.store import StoredIssue, plan_issue, refuse_links, store_issue
from generator.content.versions import read_present
from generator.errors import BackfileError, Diagnostic
from generator.model import IssueRecord, SourcePage
from generator.pipeline.accounting import LineCount, count_lines
from generator.pipeline.drafting import RecordPage
from generator.pipeline.linking import link_jumps
from generator.pipeline.outcome import ImportedIssue, report_issue
from generator.pipeline.receiving import ReceivedSource, earlier_record
from generator.pipeline.receiving_records import RecordSource, receive_records

Page = SourcePage | RecordPage
Drafting = Callable[[Iterable[Page]], Iterator[tuple[Draft, ...]]]


@dataclass(frozen=True, slots=True)
class IssueSources:
    """What an import has for one issue."""

    record: IssueRecord
    """As the request and the sources name it."""
    texts: tuple[ReceivedSource, ...] = ()
    records: tuple[RecordSource, ...] = ()

    @property
    def articles(self) -> int:
        """How many articles of JSON Lines."""
        return sum(len(source.places) for source in self.records)


@dataclass(frozen=True, slots=True)
class Into:
    """Where and how an import stores."""

    content: Path
    today: dt.date
    default_label: str
    """The page of articles that state none."""
    dry_run: bool


def import_issue(sources: IssueSources, into: Into, draft: Drafting) -> ImportedIssue:
    """Import what there is for an issue; ``draft`` takes its pages apart, or finds the terms of its articles.

    Raises ``BackfileError`` where the issue as it is there cannot be read; then nothing of it has been written.
    """
    warnings: list[Diagnostic] = []
    record = sources.record
    earlier = earlier_record(into.content, record, warnings, dry_run=into.dry_run)
    given = receive_records(record, earlier, sources.records, into.content, into.default_label, warnings)
    received = (*sources.texts, *given)
    if not received:
        return ImportedIssue(record.id, warnings=tuple(warnings))
    drafts = draft(page for source in received for page in source.pages)
    imported: list[ImportedSource] = []
    counts: list[LineCount] = []
    for source in received:
        pages = _standing(source, {page.label: next(drafts) for page in source.pages}, warnings)
        counts.extend(count_lines(page, pages[page.label]) for page in source.pages)
        imported.append(source.with_drafts(pages))
    planned = link_jumps(
        tuple(imported), functools.partial(_plan, into.content, record, into.today), warnings
    )
    if not into.dry_run:
        warnings.extend(map(edited_meanwhile, store_issue(planned)))
    return report_issue(planned, tuple(counts), (*warnings, *planned.notes))


def look_at_present(record: IssueRecord, into: Into) -> tuple[Diagnostic, ...]:
    """Return what speaks against importing into an issue that is there, and what a person should know of it.

    An import of it that was broken off is finished.
    """
    warnings: list[Diagnostic] = []
    try:
        earlier = earlier_record(into.content, record, warnings, dry_run=into.dry_run)
        if earlier:
            folder = into.content / record.publication / record.folder
            refuse_links(folder)
            read_present(folder, without_superseded(read_source_lines(folder, earlier), earlier))
    except BackfileError as refused:
        return (*warnings, *refused.diagnostics)
    return tuple(warnings)


def _plan(
    content: Path, record: IssueRecord, day: dt.date, sources: tuple[ImportedSource, ...]
) -> StoredIssue:
    return plan_issue(content, record, sources, day)


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
