"""Documents in, the folder ``pagefind/`` of the site out."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.search.cache import WORDS, copy_part, open_cache
from generator.search.document import SearchDocument, SearchEntry
from generator.search.engine import find_engine
from generator.search.folding import load_folding_asset
from generator.search.packing import SUFFIX, short_hash, to_json, write_pack
from generator.search.part import FORMAT, Part, PartTask, index_part
from generator.search.periods import group_days
from generator.search.spool import spool_documents
from generator.search.suggestions import FOLDER as SUGGESTIONS
from generator.search.suggestions import write_suggestions
from generator.search.vocabulary import make_vocabulary
from generator.workers import in_order

FOLDER = "pagefind"
"""Where the index lies in the site."""
MANIFEST = "manifest.json"
"""The one file of it whose name stays when its content changes: it names all the others."""

MOST_AT_ONCE = 2
"""Parts made at once, at most, however many processors there are: each may take Pagefind 1.5 GB of memory."""


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What an index holds and what making it took."""

    documents: int
    parts: int
    reused: int
    """Parts that were in the cache."""
    bytes: int
    """Size of all files of the index in the site."""


def build_index(
    documents: Iterable[SearchDocument],
    site: Path,
    *,
    cache: Path,
    jobs: int,
    entries: Iterable[SearchEntry] = (),
) -> SearchReport:
    """Write the search index of ``documents`` into ``site/pagefind/``, replacing the one that is there.

    ``entries`` are what is suggested while a reader types.
    Documents may come in any order and are not held in memory; each part of the index is made by itself,
    ``jobs`` at a time (two at most), and taken from ``cache`` where its documents are the same as before. The
    files are a function of the documents alone. Raises BackfileError when Pagefind is missing or fails.
    """
    cache = cache / "search"
    find_engine()
    with open_cache(cache) as scratch:
        sizes = spool_documents(documents, scratch)
        tasks = [PartTask(period, scratch, cache) for period in group_days(sizes)]
        parts = _index_parts(tasks, jobs)
        return _publish(parts, tuple(entries), cache, site / FOLDER)


def _index_parts(tasks: Sequence[PartTask], jobs: int) -> list[Part]:
    return list(in_order(index_part, tasks, min(jobs, len(tasks), MOST_AT_ONCE)))


def _publish(
    parts: Sequence[Part], entries: Sequence[SearchEntry], cache: Path, target: Path
) -> SearchReport:
    """Copy the parts into the site, then the manifest that names them, then drop what it does not name."""
    target.mkdir(parents=True, exist_ok=True)
    for part in parts:
        copy_part(cache / "parts" / part.folder, target / part.folder)
    folding = to_json(load_folding_asset())
    folding_name = f"folding-{short_hash(folding)}{SUFFIX}"
    write_pack(target / folding_name, load_folding_asset())
    vocabulary = make_vocabulary(_count_words(parts, cache), entries)
    vocabulary_name = f"vocabulary-{short_hash(to_json(vocabulary))}{SUFFIX}"
    write_pack(target / vocabulary_name, vocabulary)
    content = {
        "format": FORMAT,
        "folding": folding_name,
        "vocabulary": vocabulary_name,
        "suggest": write_suggestions(entries, target / SUGGESTIONS),
        "publications": dict(sorted({pair for part in parts for pair in part.publications})),
        "parts": [
            {
                "folder": part.folder,
                "from": part.first.isoformat(),
                "to": part.last.isoformat(),
                "count": part.count,
                "facetBytes": part.facet_bytes,
            }
            for part in parts
        ],
    }
    manifest = to_json({"build": short_hash(to_json(content)), **content})
    partial = target / f"{MANIFEST}.part"
    partial.write_bytes(manifest)
    partial.replace(target / MANIFEST)
    named = {MANIFEST, folding_name, vocabulary_name, SUGGESTIONS, *(part.folder for part in parts)}
    _drop_all_but(named, target)
    _drop_all_but({part.folder for part in parts}, cache / "parts")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    return SearchReport(sum(p.count for p in parts), len(parts), sum(p.reused for p in parts), size)


def _count_words(parts: Iterable[Part], cache: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(json.loads((cache / "parts" / part.folder / WORDS).read_bytes()))
    return counts


def _drop_all_but(names: set[str], folder: Path) -> None:
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name in names:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
