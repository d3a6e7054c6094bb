"""One issue of content/, proved by itself: its files, its sources, and that the one holds all of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive import summarise
from generator.check.claims import check_claims
from generator.check.corrections import Correction, list_corrections
from generator.check.imported import read_imported
from generator.check.jumps import jumps_of
from generator.check.letters import texts_of
from generator.check.source_files import check_source_files
from generator.check.source_text import check_source_text
from generator.content.journal import unfinished_import
from generator.content.reading import read_issue
from generator.content.source_lines import read_source_lines, without_superseded
from generator.errors import BackfileError, Diagnostic
from generator.model import IssueSummary, Jump


@dataclass(frozen=True, slots=True)
class IssueProof:
    """What was found in an issue, how much was looked at, and what the archive has to know of it."""

    findings: tuple[Diagnostic, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    summary: IssueSummary | None = None
    """Without openings: ids, and what they lead to, are compared across issues. None where it cannot be read."""
    jumps: Mapping[str, Mapping[str, Jump]] = field(default_factory=dict)
    """By the id of the article, then by the key."""


def check_issue(folder: Path) -> IssueProof:
    """Return the proof of the issue in ``folder``; writes nothing and raises nothing for what is wrong in it."""
    findings = list(unfinished_import(folder))
    try:
        issue = read_issue(folder)
        lines = without_superseded(read_source_lines(folder, issue.record), issue.record)
    except BackfileError as refused:
        return IssueProof((*findings, *refused.diagnostics), {"issues": 1})
    present = {article.id: article for article in issue.articles}
    imported = read_imported(folder, present, findings)
    findings.extend(check_source_files(folder, issue.record))
    findings.extend(check_claims(folder, issue, lines))
    findings.extend(check_source_text(folder, issue.record, imported, issue.articles, lines))
    corrections = tuple(list_corrections(folder, imported, present))
    counts = {
        "issues": 1,
        "articles": len(issue.articles),
        "source lines": sum(bool(line.strip()) for file in lines.values() for line in file),
        "characters": sum(len(text) for article in issue.articles for text in texts_of(article)),
        "corrections": len(corrections),
    }
    return IssueProof(
        tuple(findings),
        counts,
        corrections,
        summarise(issue, lambda body: ()),
        {article.id: own for article in issue.articles if (own := jumps_of(article))},
    )
