"""Units -> files beside the site, in as many processes as there are cores."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import read_catalogue
from generator.content.listing import article_path
from generator.model import Settings
from generator.output import stage_file
from generator.pipeline.planning import ARTICLES, Plan
from generator.pipeline.rereading import read_again, read_some_again, read_sources
from generator.pipeline.static_files import STATIC, stage_static
from generator.render import OutputFile, Renderer, make_unit, render_article_files, split_name
from generator.render.links import markdown_path

_TOGETHER = 40
"""Small units that one process is handed at once."""


@dataclass(frozen=True, slots=True)
class Order:
    """Units that one process makes."""

    names: tuple[str, ...]
    articles: frozenset[str] | None = None
    """Of the one unit of articles, the ids of those to be made; None: all."""


@dataclass(frozen=True, slots=True)
class Made:
    """A unit that was made: the paths of its files, and the digest of each."""

    name: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Workshop:
    """All that making any unit takes; another process, on this machine or another, can be sent it."""

    build: str
    """Of one build alone: what an earlier one left in a process is not taken for this one's."""
    catalogue: Path
    content: Path
    staging: Path
    layouts: tuple[Path, ...]
    settings: Settings

    def __call__(self, order: Order) -> tuple[Made, ...]:
        """Write the files of the units of ``order`` under ``staging``, and say what they are.

        Raises ``BackfileError`` when a template fails, the disk refuses, or an issue has changed meanwhile.
        """
        renderer = _renderer(self)
        made = []
        for name in order.names:
            family, *arguments = split_name(name)
            if family == STATIC:
                digest = stage_static(arguments[0], self.content, self.staging)
                made.append(Made(name, ((arguments[0], digest),)))
                continue
            if family == ARTICLES:
                files = make_articles(arguments[0], order.articles, self.content, renderer)
            else:
                files = make_unit(name, renderer)
            staged = ((file.path, stage_file(self.staging, file.path, file.data)) for file in files)
            made.append(Made(name, tuple(staged)))
        return tuple(made)


def make_articles(
    issue_id: str, ids: frozenset[str] | None, content: Path, renderer: Renderer
) -> Iterator[OutputFile]:
    """Yield the pages of the articles of an issue, and their Markdown; with ``ids``, pages of these alone.

    A notice's page asks search engines not to list it; a text file could not, and is left out. Where ``ids`` are
    given, it is other articles that have changed: the Markdown is what it was. Raises ``BackfileError`` when a
    template fails, and where the issue has changed since it was taken in.
    """
    folder = content / issue_id
    lookup = renderer.lookup
    seen = lookup.archive.files(issue_id)
    summary = lookup.summary(issue_id)
    if ids is None:
        issue = read_again(folder, seen)
        wanted = frozenset(article.id for article in issue.articles)
    else:
        issue = read_some_again(folder, seen, summary.record, sorted(ids))
        wanted = ids
    for _, file in render_article_files(issue, wanted, read_sources(folder, issue.record), renderer):
        yield file
    for article in summary.articles if ids is None else ():
        if lookup.is_indexed(article):
            yield OutputFile(markdown_path(article.id), article_path(folder, article.id).read_bytes())


_standing: tuple[Workshop, Renderer] | None = None


def make_here(workshop: Workshop, renderer: Renderer) -> None:
    """Let this process, which has a ``renderer`` already, make its units of ``workshop`` with it."""
    global _standing  # noqa: PLW0603  # what a process keeps from one order to the next
    _standing = (workshop, renderer)


def _renderer(workshop: Workshop) -> Renderer:
    """Return the renderer of ``workshop``, made once in each process."""
    global _standing  # noqa: PLW0603  # what a process keeps from one order to the next
    if _standing is None or _standing[0] != workshop:
        archive = read_catalogue(workshop.catalogue, workshop.settings)
        _standing = (workshop, Renderer(workshop.layouts, archive, workshop.catalogue.parent))
    return _standing[1]


def orders(plan: Plan) -> Iterator[Order]:
    """Yield the orders of ``plan``: those of articles each by itself, other units some together."""
    together: list[str] = []
    for name in plan.units:
        if split_name(name)[0] == ARTICLES:
            yield Order((name,), plan.some.get(name))
        else:
            together.append(name)
    for names in _batches(together):
        yield Order(names)


def _batches(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    waiting = iter(names)
    while some := tuple(itertools.islice(waiting, _TOGETHER)):
        yield some
