"""Issues in, the folder ``pagefind/`` of the site out: of all that is the same as before, nothing is made again."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import words
from generator.search.cache import MARK, KeptPart, drop_all_but, find_part, open_cache
from generator.search.document import SearchIssue
from generator.search.engine import find_engine
from generator.search.entries import EntriesSince
from generator.search.kept_folding import folding_asset
from generator.search.names import Names
from generator.search.packing import short_hash, to_json
from generator.search.part import FORMAT, PartTask, ReadIssues, index_part, plan_parts
from generator.search.periods import group_days
from generator.search.placing import Placing
from generator.workers import Jobs, at_most, in_order

FOLDER = "pagefind"
"""Where the index lies in the site."""
MANIFEST = "manifest.json"
"""The one file of it whose name stays when its content changes: it names all the others."""

MOST_AT_ONCE = 2
"""Parts made at once, at most, however many processors there are: each may take Pagefind a gigabyte of memory."""


@dataclass(frozen=True, slots=True)
class IndexFolders:
    """Where an index is written, and what it is made from again."""

    target: Path
    """Takes the files that are new."""
    standing: Path | None
    """The index of the site as it stands, where there is one."""
    cache: Path


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What an index holds and what making it took."""

    documents: int
    parts: int
    reused: int
    """Parts that were in the cache."""
    bytes: int
    """Size of all files of the index in the site."""
    unused: tuple[str, ...]
    """Files of the index that stands which this one no longer names, relative to its folder."""


def build_index(
    issues: Iterable[SearchIssue],
    read: ReadIssues,
    entries: EntriesSince,
    *,
    folders: IndexFolders,
    jobs: Jobs,
) -> SearchReport:
    """Write the files of the search index that the one that stands does not have.

    ``read`` gives the documents of issues, and is asked for those of a part that has changed, in the process that
    makes it; ``entries`` gives what is suggested while a reader types. Parts are made ``jobs`` at a time, two at
    most. All files are a function of what issues and entries hold, not of their order, nor of what is in any of
    ``folders``. The manifest is to be put in its place after all the rest, and what the report
    calls unused removed after that. Raises BackfileError when Pagefind is missing or fails, or ``read`` does.
    """
    cache = folders.cache / "search"
    find_engine()
    with open_cache(cache) as kept:
        placing = Placing(folders.target, folders.standing)
        folding = folding_asset(cache)
        tasks = _plan(issues, cache)
        missing = [task for task in tasks if not _is_made(kept / task.folder, placing)]
        names = Names(cache, entries, placing)
        files = {"folding": placing.write_hashed("folding", folding)}

        def offer() -> None:
            files["suggest"] = names.place_suggestions()

        for task in _make_parts(missing, read, jobs, meanwhile=offer):
            _place_part(_made_part(kept / task.folder), placing)
        parts = [_made_part(kept / task.folder) for task in tasks]
        for part in parts:
            _place_part(part, placing)
        files["vocabulary"] = names.place_vocabulary(part.folder for part in parts if part.about["count"])
        placing.replace(MANIFEST, _manifest(parts, files))
        drop_all_but((part.folder.name for part in parts), kept)
        drop_all_but((f"{issue.date}.json" for task in tasks for issue in task.issues), cache / "cuts")
    documents = sum(part.about["count"] for part in parts)
    return SearchReport(documents, len(parts), len(parts) - len(missing), placing.size, placing.unused())


def _plan(issues: Iterable[SearchIssue], cache: Path) -> list[PartTask]:
    known = tuple(issues)
    sizes: Counter[str] = Counter()
    for issue in known:
        sizes[issue.date.isoformat()] += issue.characters
    return list(plan_parts(known, group_days(sizes), cache))


def _is_made(folder: Path, placing: Placing) -> bool:
    """Tell whether the part of ``folder`` is in the cache; of one that the site has, its files are not looked at."""
    part = find_part(folder)
    if part and placing.holds(folder.name, part.sizes):
        return part.has_words()
    return part is not None and part.is_whole()


def _make_parts(
    tasks: Sequence[PartTask], read: ReadIssues, jobs: Jobs, meanwhile: Callable[[], None]
) -> Iterator[PartTask]:
    """Make parts, and yield each when it is made; call ``meanwhile`` beside the making of the first."""
    if tasks:
        # Parts and new names both need the dictionary: asked here, it is there in the processes that are forked.
        words.load()
    made = in_order(
        functools.partial(index_part, read=read), tasks, at_most(jobs, MOST_AT_ONCE), meanwhile=meanwhile
    )
    for _, task in zip(made, tasks, strict=True):
        yield task


def _made_part(folder: Path) -> KeptPart:
    part = find_part(folder)
    if part is None:
        raise OSError(f"{folder / MARK} cannot be read, though it was written")
    return part


def _place_part(part: KeptPart, placing: Placing) -> None:
    if part.about["count"]:
        placing.copy_folder(part.folder, part.folder.name, part.sizes)


def _manifest(parts: Sequence[KeptPart], files: Mapping[str, str]) -> bytes:
    """Return what names all other files: ``files``, by what they are, and those of ``parts``."""
    filled = [part for part in parts if part.about["count"]]
    publications: dict[str, str] = {}
    for part in filled:
        publications |= part.about["publications"]
    content = {
        "format": FORMAT,
        **files,
        "publications": dict(sorted(publications.items())),
        "parts": [
            {"folder": part.folder.name}
            | {name: part.about[name] for name in ("from", "to", "count", "facetBytes")}
            for part in filled
        ],
    }
    return to_json({"build": short_hash(to_json(content)), **content})
