"""Issues read again while a build goes on: they must be what its first look at them has shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.content.reading import read_issue
from generator.content.source_lines import read_source_lines
from generator.disk import refusals
from generator.errors import Diagnostic, error, raise_all
from generator.model import Issue, IssueRecord, IssueSummary


def read_again(folder: Path, summary: IssueSummary) -> Issue:
    """Read the issue in ``folder`` again; raises ``BackfileError`` where articles have come or gone since."""
    issue = read_issue(folder)
    if [article.id for article in issue.articles] != [each.id for each in summary.articles]:
        raise error(
            "content-changed",
            "the issue was changed while it was being built.",
            file=str(folder),
            remedy="Build again.",
        )
    return issue


def read_sources(folder: Path, record: IssueRecord) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of every source file of an issue; raises ``BackfileError`` where one has gone."""
    raise_all(missing_sources(folder, record))
    with refusals("source-missing", "the source file cannot be read", folder):
        return read_source_lines(folder, record)


def missing_sources(folder: Path, record: IssueRecord) -> Iterator[Diagnostic]:
    """Yield an error for each source file that the issue's record names and that is not there."""
    for source in record.sources:
        path = folder / source.file
        if not path.exists():
            yield Diagnostic(
                "error",
                "source-missing",
                "the source file is missing.",
                str(path),
                0,
                "Bring it back from a copy.",
            )
