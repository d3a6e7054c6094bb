"""What is offered while a reader types: topics, names and headlines, as a tree of small files.

A reader's text leads down the tree, one character a step. A group of entries that begin alike is one file while
it is small; a larger one is divided by the next character, the small groups among these put together in buckets
(by code point, modulo the number of buckets). A keystroke so loads one file or two, of a few kilobytes, however
large the archive is; and a new article changes the files that hold it and no others, since a file is named by its
content. ``layouts/assets/search-suggest.js`` goes down the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from generator import words
from generator.search.document import SearchEntry
from generator.search.packing import SUFFIX, pack, short_hash, to_json
from generator.search.placing import Placing
from generator.search.reading import read

FOLDER = "suggest"
KINDS = ("topic", "person", "organisation", "place", "article")
LEAF = 160
"""Entries in a file, about: some eight kilobytes, compressed."""
BEST = 8
"""Terms, and headlines, offered for a beginning that too many entries share to be in one file."""
ALIKE = 3
"""Articles offered of one and the same headline, the newest: a daily column has hundreds."""
DEEPEST = 12

_Keyed = tuple[str, SearchEntry]
"""The characters from which an entry is found, folded, and the entry."""


def write_suggestions(entries: Iterable[SearchEntry], placing: Placing) -> str:
    """Write the tree of ``entries`` and return the name of its first file: a function of the entries alone."""

    def write(node: Any) -> str:
        plain = to_json(node)
        name = f"{short_hash(plain)}{SUFFIX}"
        placing.write(f"{FOLDER}/{name}", pack(plain))
        return name

    keyed = [(key, entry) for entry in _distinct(entries) for key in _keys(entry)]
    return write(_node(keyed, 0, write))


def _distinct(entries: Iterable[SearchEntry]) -> Iterator[SearchEntry]:
    """Yield entries, best first, without those that have no name to be found by or are the same again."""
    alike: dict[tuple[str, str], int] = {}
    for entry in sorted(entries, key=_rank):
        same = (entry.kind, entry.label)
        alike[same] = alike.get(same, 0) + 1
        if alike[same] <= ALIKE:
            yield entry


def _rank(entry: SearchEntry) -> tuple[Any, ...]:
    day = -int(entry.date.replace("-", "") or 0)
    return (entry.kind == "article", -entry.count, day, KINDS.index(entry.kind), entry.label, entry.url)


def _keys(entry: SearchEntry) -> Iterator[str]:
    """Yield where ``entry`` can be found from: its beginning, its words if it is a name, its names if an article."""
    label = entry.label
    starts = {0}
    if entry.kind == "article":
        starts.update(start for word in entry.words if (start := label.find(word)) > 0)
        starts.add(label.find("】") + 1)  # 【…】 in front is a column's name
    else:
        at = 0
        for part in (part for word in words.cut(label) for part in words.cut_inside(word)):
            starts.add(at)
            at += len(part)
    keys = {read(label[start:]).units[:DEEPEST] for start in starts}
    yield from sorted(keys - {""})


def _node(keyed: Sequence[_Keyed], depth: int, write: Any) -> Any:
    """Return the node of entries whose keys are the same up to ``depth``; ``write`` writes those below it."""
    if len(keyed) <= LEAF or depth == DEEPEST:
        return {"entries": _rows(keyed)}
    longer = sorted((pair for pair in keyed if len(pair[0]) > depth), key=lambda pair: pair[0][depth])
    groups = {char: list(group) for char, group in groupby(longer, key=lambda pair: pair[0][depth])}
    small = {char: group for char, group in groups.items() if len(group) <= LEAF}
    number = 1
    while number * LEAF < 2 * sum(map(len, small.values())):
        number *= 2
    buckets: list[list[_Keyed]] = [[] for _ in range(number)]
    for char, group in small.items():
        buckets[ord(char) % number] += group
    return {
        "best": _rows(_best(keyed, depth)),
        "own": {
            char: write(_node(group, depth + 1, write)) for char, group in groups.items() if char not in small
        },
        "buckets": [write({"entries": _rows(bucket)}) for bucket in buckets],
    }


def _best(keyed: Sequence[_Keyed], depth: int) -> Iterator[_Keyed]:
    whole_first = sorted(keyed, key=lambda pair: len(pair[0]) > depth)
    for headlines in (False, True):
        chosen = [pair for pair in whole_first if (pair[1].kind == "article") == headlines]
        yield from chosen[:BEST]


def _rows(keyed: Iterable[_Keyed]) -> list[Any]:
    entries = sorted({entry for _, entry in keyed}, key=_rank)
    return [[KINDS.index(e.kind), e.label, e.url, e.date or e.count] for e in entries]
