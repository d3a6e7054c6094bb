"""The search index of a build: what it needs to know of the archive, and where it goes."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.disk import written
from generator.output import SiteWriter
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.documents import IssueReader, SiteChange, entries_since, search_issues
from generator.search import FOLDER, build_index

__all__ = ["SiteChange", "index_site"]


def index_site(
    request: BuildRequest, catalogue: Catalogue, change: SiteChange, writer: SiteWriter, *, whole: bool
) -> int:
    """Write what is new of the search index beside the site; return how many documents the index has.

    ``change`` is what the build changes of the site; ``whole``: nothing that stands there is kept. Raises
    ``BackfileError`` where Pagefind fails, the disk refuses, or an issue has changed meanwhile.
    """
    standing = writer.site / FOLDER
    with written(request.cache, "the search index"):
        report = build_index(
            search_issues(catalogue),
            IssueReader(request.content, request.catalogue, catalogue.settings),
            entries_since(catalogue, change),
            target=writer.staging / FOLDER,
            standing=standing if not whole and standing.is_dir() else None,
            cache=request.cache,
            jobs=request.jobs,
        )
    if not whole:
        for name in report.unused:
            writer.remove(f"{FOLDER}/{name}")
    return report.documents
