"""The order of the stages of ``backfile import``."""

from __future__ import annotations

import functools
import itertools
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import words
from generator.clock import today
from generator.config import read_settings
from generator.content.archive_file import register_publications
from generator.content.delivery import Draft
from generator.content.store import remove_broken_off
from generator.errors import BackfileError, Diagnostic, raise_all
from generator.locks import only_one
from generator.model import Settings, Vocabulary
from generator.pipeline.accounting import LineCount
from generator.pipeline.drafting import draft_page, slice_page
from generator.pipeline.importing_issue import Into, IssueSources, Page, import_issue, look_at_present
from generator.pipeline.outcome import ImportedIssue
from generator.pipeline.receiving import receive_texts, requested_issue
from generator.pipeline.receiving_records import RecordSource
from generator.pipeline.settling import ImportRequest, settle_issues
from generator.pipeline.unfinished import UnfinishedImport
from generator.progress import SILENT, Progress, counted
from generator.sources.reading import SourceText, read_source
from generator.sources.record_file import RecordFile
from generator.vocabulary_file import read_vocabulary
from generator.workers import Jobs, at_most, in_order

LARGE = 2000
"""Articles of an issue from which its pages, and not the issues, are divided among the processes."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with ``--dry-run`` would do."""

    issues: tuple[ImportedIssue, ...]
    warnings: tuple[Diagnostic, ...]

    @property
    def counts(self) -> tuple[LineCount, ...]:
        """The lines of each page of each source."""
        return tuple(count for issue in self.issues for count in issue.counts)


def import_sources(request: ImportRequest, progress: Progress = SILENT) -> ImportReport:
    """file -> lines -> stories -> terms -> numbered articles -> Markdown under content/, an issue at a time.

    The work is done by ``request.jobs`` processes; the result does not depend on how many. Raises ``BackfileError``
    for a request or a source that cannot be used, and for articles in content/ that cannot be read; then nothing has
    been written. An import that is broken off leaves whole issues, and the same import goes on after them.
    """
    # Other machines see the folder we work in, and not what is temporary on this one.
    place = None if isinstance(request.jobs, int) else Path.cwd()
    with (
        only_one(request.content, "import"),
        tempfile.TemporaryDirectory(prefix=".backfile-", dir=place) as copies,
    ):
        settings = read_settings(request.content)
        vocabulary = read_vocabulary(request.content)
        texts, files = _read_all(request, Path(copies), progress)
        warnings = [*_warnings_of(texts), *_warnings_of(files)]
        received = _receive(request, texts, files, settings, warnings)
        into = Into(request.content, today(), request.page or "01", request.dry_run)
        unfinished = UnfinishedImport(request, received)
        done = unfinished.resume(warnings)
        left = [issue for issue in received if issue.record.id not in done]
        warnings += _look_at_present(left, into, request.jobs)
        if not request.dry_run:
            publications = {issue.record.publication for issue in received}
            register_publications(request.content, settings, publications)
            for publication in publications:
                remove_broken_off(request.content / publication)
        progress.begin("issues", len(left))
        outcomes: dict[str, ImportedIssue] = {}
        for outcome in counted(_import_all(left, into, vocabulary, request.jobs), progress):
            outcomes[outcome.id] = outcome
            unfinished.note(outcome.id)
        unfinished.finish()
    ordered = [outcomes[issue.record.id] for issue in left]
    warnings.extend(warning for outcome in ordered for warning in outcome.warnings)
    return ImportReport(tuple(outcome for outcome in ordered if outcome.counts), tuple(warnings))


def _read_all(
    request: ImportRequest, copies: Path, progress: Progress
) -> tuple[list[SourceText], list[RecordFile]]:
    """Return the page texts and the files of JSON Lines; raises ``BackfileError`` with what is wrong with any."""
    sources: list[SourceText | RecordFile] = []
    problems: list[Diagnostic] = []
    progress.begin("articles found")
    for path in request.sources:
        try:
            sources.append(read_source(path, copies, request.jobs, progress.advance))
        except BackfileError as refused:
            problems.extend(refused.diagnostics)
    raise_all(problems)
    return (
        [source for source in sources if isinstance(source, SourceText)],
        [source for source in sources if isinstance(source, RecordFile)],
    )


def _warnings_of(sources: Iterable[SourceText | RecordFile]) -> Iterator[Diagnostic]:
    return (warning for source in sources for warning in source.warnings)


def _receive(
    request: ImportRequest,
    texts: Sequence[SourceText],
    files: Iterable[RecordFile],
    settings: Settings,
    warnings: list[Diagnostic],
) -> list[IssueSources]:
    """Return what there is for each issue: first the issue of the page texts, then those of each file by date."""
    issues: dict[str, IssueSources] = {}
    for text in receive_texts(request, texts, settings, warnings):
        known = issues.setdefault(text.record.id, IssueSources(text.record))
        issues[text.record.id] = IssueSources(known.record, (*known.texts, text))
    for file in files:
        for (publication, date, edition), places in settle_issues(request, file, settings):
            record = requested_issue(request, publication, date, edition)
            source = RecordSource(file.text, tuple((place.offset, place.size) for place in places))
            known = issues.setdefault(record.id, IssueSources(record))
            issues[record.id] = IssueSources(known.record, known.texts, (*known.records, source))
    return list(issues.values())


def _look_at_present(issues: Iterable[IssueSources], into: Into, jobs: Jobs) -> list[Diagnostic]:
    """Return what a person should know of the issues that are there; raises ``BackfileError`` with every error."""
    there = [
        issue.record
        for issue in issues
        if (into.content / issue.record.publication / issue.record.folder).exists()
    ]
    look = functools.partial(look_at_present, into=into)
    found = list(itertools.chain.from_iterable(in_order(look, there, at_most(jobs, len(there)))))
    raise_all(each for each in found if each.severity == "error")
    return found


def _import_all(
    issues: Sequence[IssueSources], into: Into, vocabulary: Vocabulary, jobs: Jobs
) -> Iterator[ImportedIssue]:
    """Import ``issues``, one a process; those with page texts, or of very many articles, by all processes."""
    if jobs != 1:
        words.load()
    alone = [issue for issue in issues if not issue.texts and issue.articles < LARGE]
    together = functools.partial(_draft_together, vocabulary=vocabulary, jobs=jobs)
    for issue in issues:
        if issue.texts or issue.articles >= LARGE:
            yield import_issue(issue, into, together)
    work = functools.partial(_import_alone, into=into, vocabulary=vocabulary)
    yield from in_order(work, alone, at_most(jobs, len(alone)))


def _import_alone(issue: IssueSources, into: Into, vocabulary: Vocabulary) -> ImportedIssue:
    return import_issue(issue, into, functools.partial(_draft_here, vocabulary=vocabulary))


def _draft_here(pages: Iterable[Page], vocabulary: Vocabulary) -> Iterator[tuple[Draft, ...]]:
    return (draft_page(page, vocabulary) for page in pages)


def _draft_together(pages: Iterable[Page], vocabulary: Vocabulary, jobs: Jobs) -> Iterator[tuple[Draft, ...]]:
    sliced = [slice_page(page) for page in pages]
    slices = [part for parts in sliced for part in parts]
    draft = functools.partial(draft_page, vocabulary=vocabulary)
    # All at once, so that the processes have ended before anything is written.
    drafts = iter(list(in_order(draft, slices, at_most(jobs, len(slices)))))
    return (tuple(itertools.chain.from_iterable(itertools.islice(drafts, len(parts)))) for parts in sliced)
