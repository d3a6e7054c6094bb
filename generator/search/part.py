"""One part of the index: the documents of one period, a folder of its own, named by what it was made from."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.search.cache import keep_part
from generator.search.document import SearchDocument, SearchIssue
from generator.search.engine import CHUNK_SIZE
from generator.search.folding import made_from
from generator.search.kept_folding import folding_asset
from generator.search.packing import SUFFIX, short_hash, to_json
from generator.search.part_files import BLOCK_CHARACTERS, TERM_FACETS, write_part
from generator.search.periods import Period

FORMAT = 9
"""Raised whenever the same documents would give other files."""

ReadIssues = Callable[[Sequence[str]], Iterator[SearchDocument]]
"""Ids of issues -> their documents, in any order. It is sent to the process that makes the part."""


@dataclass(frozen=True, slots=True)
class PartTask:
    """What making one part needs, but for the documents; can be sent to another process."""

    name: str
    """The period."""
    issues: tuple[SearchIssue, ...]
    cache: Path

    @property
    def folder(self) -> str:
        """Name of the part's folder: the same as long as nothing that it is made from has changed."""
        issues = sorted((issue.id, issue.digest) for issue in self.issues)
        return f"{self.name}-{short_hash(_program(), to_json(issues))}"


def plan_parts(issues: Sequence[SearchIssue], periods: Sequence[Period], cache: Path) -> Iterator[PartTask]:
    """Yield the task of each of ``periods``, with those of ``issues`` that are of its days."""
    by_day: dict[str, list[SearchIssue]] = {}
    for issue in issues:
        by_day.setdefault(issue.date.isoformat(), []).append(issue)
    for period in periods:
        yield PartTask(period.name, tuple(issue for day in period.days for issue in by_day[day]), cache)


def index_part(task: PartTask, read: ReadIssues) -> None:
    """Make one part in the cache. Raises BackfileError when an issue cannot be read, or Pagefind fails."""
    folder = task.cache / "parts" / task.folder
    folding_asset(task.cache)
    documents = sorted(read([issue.id for issue in task.issues]), key=lambda d: (d.date, d.id))
    partial = folder.with_name(f"{folder.name}.part")
    for left in (folder, partial):
        shutil.rmtree(left, ignore_errors=True)
    write_part(documents, partial, task.cache / "cuts")
    keep_part(partial, _about(documents, partial))
    partial.replace(folder)


def _about(documents: Sequence[SearchDocument], folder: Path) -> Mapping[str, Any]:
    """Return what the manifest says of a part."""
    sizes = {
        facet: path.stat().st_size for facet in TERM_FACETS if (path := folder / f"{facet}{SUFFIX}").exists()
    }
    return {
        "from": documents[0].date.isoformat() if documents else "",
        "to": documents[-1].date.isoformat() if documents else "",
        "count": len(documents),
        "facetBytes": sizes,
        "publications": dict(sorted((d.publication, d.publication_name) for d in documents)),
    }


@functools.cache
def _program() -> bytes:
    versions = [version(package) for package in ("pagefind-bin", "jieba")]
    return to_json([FORMAT, CHUNK_SIZE, BLOCK_CHARACTERS, versions, made_from()])
