"""The search index of a build: what it needs to know of the archive, and where it goes."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue import Catalogue
from generator.disk import written
from generator.model import Delta
from generator.output import SiteWriter
from generator.pipeline.documents import IssueReader, entries_since, search_issues
from generator.search import FOLDER, build_index
from generator.workers import Jobs


def index_site(
    content: Path,
    path: Path,
    catalogue: Catalogue,
    delta: Delta,
    writer: SiteWriter,
    *,
    states: tuple[str, str],
    cache: Path,
    jobs: Jobs,
    whole: bool,
) -> int:
    """Write what is new of the search index beside the site; return how many documents the index has.

    ``path`` is that of the catalogue's file, which other processes read; ``states`` are what the site was before
    ``delta``, and what it will be.
    """
    standing = writer.site / FOLDER
    with written(cache, "the search index"):
        report = build_index(
            search_issues(catalogue),
            IssueReader(content, path, catalogue.settings),
            entries_since(catalogue, delta, *states),
            target=writer.staging / FOLDER,
            standing=standing if not whole and standing.is_dir() else None,
            cache=cache,
            jobs=jobs,
        )
    if not whole:
        for name in report.unused:
            writer.remove(f"{FOLDER}/{name}")
    return report.documents
