"""The order of the stages of ``backfile build``."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.archive import find_collisions, make_archive, summarise
from generator.config import base_url, read_settings
from generator.content.listing import article_path
from generator.content.reading import issue_folders, read_issue
from generator.disk import written
from generator.errors import BackfileError, Diagnostic, raise_all
from generator.locks import only_one
from generator.model import Archive, IssueSummary
from generator.output import SiteWriter, refuse_overlap
from generator.pipeline.copying import copy_markdown
from generator.pipeline.documents import IssueReader, all_entries, search_issue
from generator.pipeline.rereading import missing_sources, read_again, read_sources
from generator.precompress import precompress
from generator.progress import StageTime
from generator.related import find_related
from generator.render import Renderer, plain_paragraphs, render_archive, render_issue
from generator.search import FOLDER as SEARCH
from generator.search import build_index
from generator.topics import find_offices, index_terms, unify_terms
from generator.vocabulary_file import read_vocabulary
from generator.workers import Jobs


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """The command line of ``backfile build``."""

    content: Path
    layouts: tuple[Path, ...]
    """Folders of templates; a file of an earlier one stands in for the same file of a later one."""
    site: Path
    cache: Path
    base_url: str = ""
    """Overrides the one of archive.toml where it is not empty."""
    jobs: Jobs = 1
    search: bool = True
    precompress: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    stages: tuple[StageTime, ...]
    warnings: tuple[Diagnostic, ...]


def build_site(request: BuildRequest) -> BuildReport:
    """Markdown files -> summaries -> archive -> pages -> site -> search index.

    Raises ``BackfileError`` with every error in content/, or the first of a layout; the old site then stays.
    """
    stages: list[StageTime] = []
    for folder in (request.content, *request.layouts):
        refuse_overlap("cache", request.cache, folder)
    with (
        only_one(request.cache, "build", make=True),
        SiteWriter(
            request.site,
            (request.content, request.cache, *request.layouts),
            compressed=request.precompress,
        ) as writer,
    ):
        timed = _Clock(stages)
        archive, folders = read_archive(request.content)
        if request.base_url:
            settings = dataclasses.replace(archive.settings, base_url=base_url(request.base_url))
            archive = dataclasses.replace(archive, settings=settings)
        timed("read", sum(len(issue.articles) for issue in archive.issues))
        renderer = Renderer(request.layouts, archive, request.cache)
        count = 0
        for folder in folders:
            issue = read_again(folder, renderer.lookup.summaries)
            for file in render_issue(issue, read_sources(folder, issue.record), renderer):
                writer.write(file.path, file.data)
                count += 1
            for file in copy_markdown(folder, issue, renderer):
                writer.write(file.path, file.data)
                count += 1
        timed("issues", count)
        count = 0
        for file in render_archive(renderer):
            writer.write(file.path, file.data)
            count += 1
        static = request.content / "static"
        count += writer.copy_folder(static) if static.is_dir() else 0
        timed("archive pages", count)
        if request.search:
            by_id = {f"{folder.parent.name}/{folder.name}": folder for folder in folders}
            reader = IssueReader(by_id, renderer.lookup.summaries, archive.settings.publications)
            with written(request.cache, "the search index"):
                found = build_index(
                    [search_issue(issue_id, reader) for issue_id in by_id],
                    reader,
                    lambda _: all_entries(archive),
                    target=writer.staging / SEARCH,
                    standing=None,
                    cache=request.cache,
                    jobs=request.jobs,
                )
            timed("search", found.documents)
        if request.precompress:
            timed("compressed copies", precompress(writer.staging, jobs=request.jobs))
        writer.commit(writer.adopted.hex)
        timed("put in place", 1)
    return BuildReport(tuple(stages), tuple(_warnings(archive, request.content)))


_Value = TypeVar("_Value")


class _Clock:
    """Adds a row to the table of stages at each call."""

    def __init__(self, stages: list[StageTime]) -> None:
        self._stages = stages
        self._last = time.perf_counter()

    def __call__(self, name: str, count: int) -> None:
        now = time.perf_counter()
        self._stages.append(StageTime(name, count, now - self._last))
        self._last = now


def read_archive(content: Path) -> tuple[Archive, tuple[Path, ...]]:
    """Return the archive of ``content`` and the folders of its issues.

    Raises ``BackfileError`` with every error of every file, not only the first.
    """
    problems: list[Diagnostic] = []
    settings = _collect(lambda: read_settings(content), problems)
    vocabulary = _collect(lambda: read_vocabulary(content), problems)
    folders = _collect(lambda: issue_folders(content, problems), problems) or ()
    summaries: list[IssueSummary] = []
    places: dict[str, str] = {}
    for folder in folders:
        issue = _collect(lambda folder=folder: read_issue(folder), problems)  # type: ignore[misc]
        if issue:
            problems.extend(missing_sources(folder, issue.record))
            summaries.append(summarise(issue, plain_paragraphs, find_offices))
            places |= {article.id: str(article_path(folder, article.id)) for article in issue.articles}
    problems.extend(find_collisions(summaries, places))
    raise_all(problems)
    assert settings and vocabulary  # noqa: S101  # with no problem, both were read
    issues = unify_terms(summaries, vocabulary)
    articles = (article for issue in issues for article in issue.articles)
    terms = index_terms(articles, vocabulary, settings.term_page_from)
    return make_archive(settings, issues, terms, find_related), folders


def _collect(read: Callable[[], _Value], problems: list[Diagnostic]) -> _Value | None:
    try:
        return read()
    except BackfileError as refused:
        problems.extend(refused.diagnostics)
        return None


def _warnings(archive: Archive, content: Path) -> Iterator[Diagnostic]:
    if not archive.settings.base_url:
        yield Diagnostic(
            "warning",
            "base-url-missing",
            "the site's address is not known, so permanent links and the links of the 404 page are not absolute, "
            "and feeds, the sitemap and the search description are left out.",
            str(content / "archive.toml"),
            0,
            "Set base_url, or build with --base-url.",
        )
