"""The search index of a build: what it needs to know of the archive, and where it goes."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.disk import written
from generator.model import Delta
from generator.output import SiteWriter
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.documents import IssueReader, search_issues
from generator.pipeline.noting import noted_site
from generator.pipeline.offers import SiteChange, entries_since
from generator.search import FOLDER, IndexFolders, build_index


def index_site(
    request: BuildRequest, catalogue: Catalogue, delta: Delta, writer: SiteWriter, *, digest: str, whole: bool
) -> int:
    """Write what is new of the search index beside the site; return how many documents the index has.

    ``delta`` is what looks different from the site that was noted last, ``digest`` that of the site to be; with
    ``whole`` nothing is kept of what stands there. Raises ``BackfileError`` where Pagefind fails, the disk refuses,
    or an issue has changed meanwhile.
    """
    standing = writer.site / FOLDER
    folders = IndexFolders(
        writer.staging / FOLDER, standing if not whole and standing.is_dir() else None, request.cache
    )
    with written(request.cache, "the search index"):
        report = build_index(
            search_issues(catalogue),
            IssueReader(request.content, request.catalogue, catalogue.settings),
            entries_since(catalogue, SiteChange(delta, noted_site(catalogue), digest)),
            folders=folders,
            jobs=request.jobs,
        )
    if not whole:
        for name in report.unused:
            writer.remove(f"{FOLDER}/{name}")
    return report.documents
