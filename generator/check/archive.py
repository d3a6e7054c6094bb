"""A whole archive, proved issue by issue: of one only the summary is kept while the next is looked at."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive import find_collisions
from generator.check.bag import check_bag, find_archive_in_bag
from generator.check.corrections import Correction
from generator.check.issue import IssueProof, check_issue
from generator.check.jumps import check_jumps
from generator.check.search_text import check_search
from generator.check.site_files import check_site_files
from generator.check.site_links import LinkReport, batches, check_pages, list_pages, look_anew
from generator.check.site_text import IssueOnSite, check_site_text
from generator.check.withdrawn import check_feeds
from generator.config import read_settings
from generator.content.listing import article_path, id_of_issue
from generator.content.reading import issue_folders
from generator.errors import BackfileError, Diagnostic
from generator.model import ArticleSummary, Jump
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


@dataclass(slots=True)
class _Known:
    """What is known of an archive while it is checked."""

    findings: list[Diagnostic] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys((*COUNTED, *ON_SITE), 0)))
    articles: list[ArticleSummary] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """The file of each article, by id."""
    jumps: dict[str, Mapping[str, Jump]] = field(default_factory=dict)

    def take(self, folder: Path, proof: IssueProof) -> None:
        """Take in the proof of the issue in ``folder``."""
        self.findings.extend(proof.findings)
        self.corrections.extend(proof.corrections)
        self.counts.update(proof.counts)
        self.jumps |= proof.jumps
        if proof.summary:
            self.articles.extend(proof.summary.articles)
            self.places |= {each.id: str(article_path(folder, each.id)) for each in proof.summary.articles}


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
    known = _Known()
    folders = issue_folders(content, known.findings)
    for read in (read_settings, read_vocabulary):
        try:
            read(content)
        except BackfileError as refused:
            known.findings.extend(refused.diagnostics)
    progress.begin("content", len(folders))
    proofs = counted(in_order(check_issue, folders, jobs), progress)
    for folder, proof in zip(folders, proofs, strict=True):
        known.take(folder, proof)
    claims = [(each.id, former) for each in known.articles for former in each.formerly]
    places = known.places
    known.findings.extend(
        find_collisions(claims, places.__contains__, lambda article: places.get(article, article))
    )
    known.findings.extend(check_jumps(known.jumps, places))
    known.findings.extend(find_unfinished(site))
    if is_site(site):
        _check_site(site, folders, known, jobs, progress)
    return CheckReport(tuple(known.findings), dict(known.counts), is_site(site), tuple(known.corrections))


def _check_site(site: Path, folders: Sequence[Path], known: _Known, jobs: int, progress: Progress) -> None:
    """Check the ``site`` that was made from the archive that is ``known``, and add what is found to that."""
    for report in _check_pages(site, folders, jobs, progress):
        known.findings.extend(report.findings)
        known.counts["pages of the site"] += report.pages
        known.counts["links"] += report.links
    withdrawn = {each.id: each.title for each in known.articles if each.status}
    shown = [each for each in known.articles if not each.status]
    known.findings.extend(check_feeds(site, withdrawn, frozenset(each.title for each in shown)))
    progress.begin("search index")
    searched = {each.id: known.places[each.id] for each in shown}
    index = check_search(site, folders, searched, withdrawn.keys(), jobs=jobs, progress=progress)
    known.findings.extend(index.findings)
    known.counts["texts of the search index"] = index.texts
    known.findings.extend(check_site_files(site, jobs=jobs, progress=progress))


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
