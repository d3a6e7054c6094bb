"""The order of the stages of ``backfile build``."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.catalogue import Catalogue, CatalogueDamagedError
from generator.content.reading import issue_folders
from generator.errors import BackfileError, Diagnostic
from generator.locks import only_one
from generator.model import Delta, Settings, Vocabulary
from generator.output import SiteWriter, refuse_overlap
from generator.pipeline.build_request import BuildRequest, read_request_settings
from generator.pipeline.fingerprint import fingerprint, last_edit, program
from generator.pipeline.making import Made, Workshop, make_here, orders
from generator.pipeline.noting import SiteNote, is_noted, put_in_place, take_up
from generator.pipeline.placing import place
from generator.pipeline.planning import Plan, plan_all, plan_changes
from generator.pipeline.resuming import go_on
from generator.pipeline.stocktaking import TAKEN, take_stock
from generator.precompress import precompress
from generator.progress import SILENT, Progress, StageTime
from generator.render import Lookup, Renderer, key_of
from generator.vocabulary_file import read_vocabulary
from generator.workers import in_order

_FEW = 60
"""Units that are made sooner than another process has begun."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    stages: tuple[StageTime, ...]
    warnings: tuple[Diagnostic, ...]
    whole: bool
    """The site was made whole, not changed in place."""
    units: frozenset[str]
    """Names of the units that were made."""


def build_site(request: BuildRequest, progress: Progress = SILENT) -> BuildReport:
    """Markdown files -> catalogue -> plan -> pages -> site and search index.

    Raises ``BackfileError`` with every error in content/, or the first of a layout; the old site then stays.
    """
    for folder in (request.content, *request.layouts):
        refuse_overlap("cache", request.cache, folder)
    with only_one(request.cache, "build", make=True):
        try:
            return _build_locked(request, progress)
        except CatalogueDamagedError:  # it is gone now, and only a cache
            return _build_locked(request, progress)


def _build_locked(request: BuildRequest, progress: Progress) -> BuildReport:
    inputs = (request.content, request.cache, *request.layouts)
    with SiteWriter(request.site, inputs, compressed=request.precompress) as writer:
        settings, vocabulary, problems = _read_settings(request)
        # With settings that cannot be read, content/ is read for its own errors alone.
        path = None if problems else request.catalogue
        with Catalogue.open(path, settings, vocabulary, program=program()) as catalogue:
            return _build(request, catalogue, writer, problems, progress)


def _build(
    request: BuildRequest,
    catalogue: Catalogue,
    writer: SiteWriter,
    problems: list[Diagnostic],
    progress: Progress,
) -> BuildReport:
    timed = _Clock()
    take_up(writer, catalogue)
    folders = _collect(lambda: issue_folders(request.content, problems), problems) or ()
    stock = take_stock(folders, catalogue, problems, jobs=request.jobs, progress=progress)
    timed("issues read", stock.read)
    settings = catalogue.settings
    edited = last_edit(request.layouts)  # before anything is read of them
    renderer = Renderer(request.layouts, catalogue, request.cache)
    lookup = renderer.lookup
    made_with = fingerprint(request.layouts, lookup.site, settings, search=request.search)
    whole = stock.delta.everything or not is_noted(catalogue, writer.standing, made_with)
    plan = _plan(request.content, lookup, catalogue, None if whole else stock.delta)
    timed("planned", len(plan.units))

    def make(plan: Plan) -> Generator[Made, None, None]:
        return _make(request, plan, writer.staging, renderer, progress)

    if whole:
        state = key_of(catalogue.ledger.note(TAKEN), made_with, edited)
        rest, made = go_on(writer, plan, state, make, jobs=request.jobs, progress=progress)
    else:
        writer.start_over()
        rest, made = plan, make(plan)
    with contextlib.closing(made):
        placed = place(made, plan, None if whole else catalogue.ledger, writer, request.content)
    if last_edit(request.layouts) != edited:
        made_with = ""  # of some pages; nobody knows of which
    timed("pages", placed.files)
    if request.search:
        from generator.pipeline.indexing import index_site  # noqa: PLC0415  # takes its time to load

        progress.begin("search")
        found = index_site(request, catalogue, stock.delta, writer, digest=placed.digest.hex, whole=whole)
        timed("search", found)
    if request.precompress:
        timed("compressed copies", precompress(writer.staging, jobs=request.jobs))
    note = SiteNote(placed.digest.hex, made_with, placed.units, plan.gone)
    put_in_place(writer, catalogue, note, whole=whole)
    timed("put in place", placed.changed)
    return BuildReport(
        timed.stages, tuple(_warnings(settings, request.content)), whole, frozenset(rest.units)
    )


def _plan(content: Path, lookup: Lookup, catalogue: Catalogue, delta: Delta | None) -> Plan:
    if delta is None:
        return plan_all(lookup, catalogue, content)
    return plan_changes(lookup, catalogue, content, delta)


def _make(
    request: BuildRequest, plan: Plan, staging: Path, renderer: Renderer, progress: Progress
) -> Generator[Made, None, None]:
    workshop = Workshop(
        build=str(time.time_ns()),
        catalogue=request.catalogue,
        content=request.content,
        staging=staging,
        layouts=request.layouts,
        settings=renderer.lookup.archive.settings,
    )
    jobs = request.jobs
    if isinstance(jobs, int) and len(plan.units) < _FEW:
        jobs = 1
    if jobs == 1:
        make_here(workshop, renderer)
    progress.begin("pages", len(plan.units))
    for batch in in_order(workshop, orders(plan), jobs):
        yield from batch
        progress.advance(len(batch))


_Value = TypeVar("_Value")


class _Clock:
    """Adds a row to the table of stages at each call."""

    def __init__(self) -> None:
        self.stages: tuple[StageTime, ...] = ()
        self._last = time.perf_counter()

    def __call__(self, name: str, count: int) -> None:
        now = time.perf_counter()
        self.stages += (StageTime(name, count, now - self._last),)
        self._last = now


def _read_settings(request: BuildRequest) -> tuple[Settings, Vocabulary, list[Diagnostic]]:
    """Return settings and vocabulary, and what is wrong with them."""
    problems: list[Diagnostic] = []
    settings = _collect(lambda: read_request_settings(request), problems) or Settings()
    vocabulary = _collect(lambda: read_vocabulary(request.content), problems) or Vocabulary()
    return settings, vocabulary, problems


def _collect(read: Callable[[], _Value], problems: list[Diagnostic]) -> _Value | None:
    try:
        return read()
    except BackfileError as refused:
        problems.extend(refused.diagnostics)
        return None


def _warnings(settings: Settings, content: Path) -> Iterator[Diagnostic]:
    if not settings.base_url:
        yield Diagnostic(
            "warning",
            "base-url-missing",
            "the site's address is not known, so permanent links and the links of the 404 page are not absolute, "
            "and feeds, the sitemap and the search description are left out.",
            str(content / "archive.toml"),
            0,
            "Set base_url, or build with --base-url.",
        )
