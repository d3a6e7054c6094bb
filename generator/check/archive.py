"""A whole archive, proved issue by issue: nothing that one issue holds is kept while the next is looked at."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.archive import find_collisions
from generator.check.bag import check_bag, find_archive_in_bag
from generator.check.corrections import Correction
from generator.check.issue import check_issue
from generator.check.jumps import check_jumps
from generator.check.search_text import check_search
from generator.check.site_links import LinkReport, batches, check_pages, list_pages, look_anew
from generator.check.site_text import IssueOnSite, check_site_text
from generator.check.withdrawn import check_feeds
from generator.config import read_settings
from generator.content.listing import article_path, id_of_issue
from generator.content.reading import issue_folders
from generator.errors import BackfileError, Diagnostic
from generator.model import IssueSummary, Jump
from generator.output import find_unfinished, is_site
from generator.progress import SILENT, Progress, counted
from generator.vocabulary_file import read_vocabulary
from generator.workers import in_order

COUNTED = ("issues", "articles", "source lines", "characters", "corrections")
ON_SITE = ("pages of the site", "links", "texts of the search index")


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What ``check`` found, and how much it looked at."""

    findings: tuple[Diagnostic, ...]
    counts: Mapping[str, int]
    site: bool
    """Whether there was a site to check."""
    corrections: tuple[Correction, ...] = ()
    """What persons have changed since it was imported: no findings."""


def check_bagged_archive(
    bag: Path, site: Path | None = None, *, jobs: int = 1, progress: Progress = SILENT
) -> CheckReport:
    """Check a BagIt ``bag``, the archive in it and, where it is given, the ``site`` made from that; writes nothing.

    Raises ``BackfileError`` where it is no bag of an archive.
    """
    content = find_archive_in_bag(bag)
    progress.begin("checksums")
    findings = tuple(check_bag(bag, jobs=jobs))
    report = check_archive(content, site or bag / "no site", jobs=jobs, progress=progress)
    return CheckReport((*findings, *report.findings), report.counts, report.site, report.corrections)


def check_archive(content: Path, site: Path, *, jobs: int = 1, progress: Progress = SILENT) -> CheckReport:
    """Check ``content`` and, where there is one, the ``site`` made from it, with ``jobs`` processes; writes nothing.

    Raises ``BackfileError`` where there is no content to check.
    """
    findings: list[Diagnostic] = []
    folders = issue_folders(content, findings)
    for read in (read_settings, read_vocabulary):
        try:
            read(content)
        except BackfileError as refused:
            findings.extend(refused.diagnostics)
    counts = Counter(dict.fromkeys((*COUNTED, *ON_SITE), 0))
    corrections: list[Correction] = []
    summaries: list[IssueSummary] = []
    places: dict[str, str] = {}
    jumps: dict[str, Mapping[str, Jump]] = {}
    progress.begin("content", len(folders))
    proofs = counted(in_order(check_issue, folders, jobs), progress)
    for folder, proof in zip(folders, proofs, strict=True):
        findings.extend(proof.findings)
        corrections.extend(proof.corrections)
        counts.update(proof.counts)
        jumps |= proof.jumps
        if proof.summary:
            summaries.append(proof.summary)
            places |= {each.id: str(article_path(folder, each.id)) for each in proof.summary.articles}
    claims = [(a.id, former) for summary in summaries for a in summary.articles for former in a.formerly]
    findings.extend(
        find_collisions(claims, places.__contains__, lambda article: places.get(article, article))
    )
    findings.extend(check_jumps(jumps, places))
    findings.extend(find_unfinished(site))
    if is_site(site):
        for report in _check_pages(site, folders, jobs, progress):
            findings.extend(report.findings)
            counts["pages of the site"] += report.pages
            counts["links"] += report.links
        findings.extend(check_feeds(site, *_titles(summaries)))
        articles = [article for summary in summaries for article in summary.articles]
        searched = {each.id: places[each.id] for each in articles if not each.status}
        withdrawn = {each.id for each in articles if each.status}
        progress.begin("search index")
        index = check_search(site, folders, searched, withdrawn, jobs=jobs, progress=progress)
        findings.extend(index.findings)
        counts["texts of the search index"] = index.texts
    return CheckReport(tuple(findings), dict(counts), is_site(site), tuple(corrections))


def _check_pages(site: Path, folders: Iterable[Path], jobs: int, progress: Progress) -> Iterator[LinkReport]:
    """Yield what was found on the pages of each issue, then on those of no issue."""
    look_anew()
    pages = list_pages(site)
    issues = [IssueOnSite(folder, tuple(pages.pop(id_of_issue(folder), ()))) for folder in folders]
    progress.begin("issues' pages", len(issues))
    yield from counted(in_order(functools.partial(check_site_text, site=site), issues, jobs), progress)
    rest = list(itertools.chain.from_iterable(pages.values()))
    progress.begin("other pages", len(rest))
    for report in in_order(functools.partial(check_pages, site=site), batches(rest), jobs):
        yield report
        progress.advance(report.pages)


def _titles(summaries: Iterable[IssueSummary]) -> tuple[dict[str, str], frozenset[str]]:
    """Return the titles of what was withdrawn, by id, and those of all the rest."""
    articles = [article for summary in summaries for article in summary.articles]
    withdrawn = {each.id: each.title for each in articles if each.status}
    return withdrawn, frozenset(each.title for each in articles if not each.status)
