"""Proof that an archive is whole: front matter, ids, source lines, checksums, and the links of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.archive import find_collisions, summarise
from generator.check.bag import check_bag, find_archive_in_bag
from generator.check.claims import check_claims
from generator.check.jumps import check_jumps, jumps_of
from generator.check.site_links import check_links
from generator.check.source_files import check_source_files
from generator.config import read_settings
from generator.content.journal import unfinished_import
from generator.content.listing import article_path
from generator.content.reading import issue_folders, read_issue
from generator.content.source_lines import read_source_lines, without_superseded
from generator.errors import BackfileError, Diagnostic
from generator.model import Jump
from generator.output import find_unfinished, is_site
from generator.render import plain_paragraphs
from generator.vocabulary_file import read_vocabulary


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What ``check`` found, and how much it looked at."""

    findings: tuple[Diagnostic, ...]
    counts: Mapping[str, int]
    site: bool
    """Whether there was a site to check."""


def check_bagged_archive(bag: Path, *, jobs: int = 1) -> CheckReport:
    """Check a BagIt ``bag`` and the archive in it; writes nothing.

    Raises ``BackfileError`` where it is no bag of an archive.
    """
    content = find_archive_in_bag(bag)
    findings = tuple(check_bag(bag, jobs=jobs))
    report = check_archive(content, bag / "no site")
    return CheckReport((*findings, *report.findings), report.counts, site=False)


def check_archive(content: Path, site: Path) -> CheckReport:
    """Check ``content`` and, where there is one, the ``site`` made from it; writes nothing.

    Raises ``BackfileError`` where there is no content to check.
    """
    findings: list[Diagnostic] = []
    folders = issue_folders(content, findings)
    for read in (read_settings, read_vocabulary):
        try:
            read(content)
        except BackfileError as refused:
            findings.extend(refused.diagnostics)
    counts = dict.fromkeys(("issues", "articles", "source lines", "pages of the site", "links"), 0)
    summaries, ids = [], dict[str, str]()
    jumps: dict[str, Mapping[str, Jump]] = {}
    for folder in folders:
        counts["issues"] += 1
        findings.extend(unfinished_import(folder))
        try:
            issue = read_issue(folder)
            lines = without_superseded(read_source_lines(folder, issue.record), issue.record)
        except BackfileError as refused:
            findings.extend(refused.diagnostics)
            continue
        counts["articles"] += len(issue.articles)
        counts["source lines"] += sum(bool(line.strip()) for file in lines.values() for line in file)
        findings.extend(check_source_files(folder, issue.record))
        findings.extend(check_claims(folder, issue, lines))
        summaries.append(summarise(issue, plain_paragraphs))
        for article in issue.articles:
            ids[article.id] = str(article_path(folder, article.id))
            if own := jumps_of(article):
                jumps[article.id] = own
    findings.extend(find_collisions(summaries, ids))
    findings.extend(check_jumps(jumps, ids))
    findings.extend(find_unfinished(site))
    if is_site(site):
        links = check_links(site, ids)
        findings.extend(links.findings)
        counts["pages of the site"] = links.pages
        counts["links"] = links.links
    return CheckReport(tuple(findings), counts, is_site(site))
