"""jieba's dictionary: how often it counted a word, its part of speech, and how many documents have it.

Read from jieba's own files, without its tables for cutting: the compiled cutter has its own.
"""

from __future__ import annotations

import functools
import importlib.util
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

UNKNOWN_TAG = "x"
_ASKED = 1 << 16
"""Words whose answers are kept: they are asked for at every word of a text."""


@dataclass(frozen=True, slots=True)
class _Dictionary:
    counts: dict[str, int]
    tags: dict[str, str]
    total: int
    longest: int


@functools.cache
def _dictionary() -> _Dictionary:
    # One call splits the file of 349,046 lines: a loop over them takes three times as long.
    fields = _text("dict.txt").split()
    words = fields[::3]
    numbers = list(map(int, fields[1::3]))
    tags = dict(zip(words, fields[2::3], strict=True))
    # The total is jieba's: of the one word that is there twice, it takes both counts.
    return _Dictionary(dict(zip(words, numbers, strict=True)), tags, sum(numbers), max(map(len, words)))


@functools.cache
def _documents() -> tuple[dict[str, str], float]:
    """Return the inverse document frequency of each word, as its file writes it, and the median of all."""
    fields = _text("analyse/idf.txt").split()
    values = fields[1::2]
    return dict(zip(fields[::2], values, strict=True)), sorted(map(float, values))[len(values) // 2]


def _text(name: str) -> str:
    jieba = importlib.util.find_spec("jieba")
    assert jieba and jieba.submodule_search_locations  # noqa: S101  # a dependency
    return (Path(jieba.submodule_search_locations[0]) / name).read_text(encoding="utf-8")


def load() -> None:
    """Read the files now: processes that are forked later share what they hold."""
    _dictionary()
    _documents()


@functools.lru_cache(maxsize=_ASKED)
def count(word: str) -> int:
    """Return how often jieba's dictionary counted ``word``; 0 for a word it does not have."""
    return _dictionary().counts.get(word, 0)


def counts() -> Mapping[str, int]:
    """Return the count of every word."""
    return _dictionary().counts


def total() -> int:
    """Return the sum of all counts."""
    return _dictionary().total


def longest() -> int:
    """Return the length of the longest word, in characters."""
    return _dictionary().longest


@functools.lru_cache(maxsize=_ASKED)
def tag(word: str) -> str:
    """Return the part of speech of ``word`` in jieba's dictionary (``n``, ``nr``, ``ns``, ``v`` …), or ``x``."""
    return _dictionary().tags.get(word, UNKNOWN_TAG)


@functools.lru_cache(maxsize=_ASKED)
def idf(word: str) -> float:
    """Return the inverse document frequency of ``word`` (natural logarithm) in jieba's own corpus.

    A word that the table lacks gets its median, as in jieba's own keyword extraction.
    """
    table, median = _documents()
    return float(table.get(word, median))


@functools.lru_cache(maxsize=_ASKED)
def rarity(word: str) -> float:
    """Return minus the natural logarithm of the share of ``word`` in jieba's dictionary counts."""
    return math.log(total()) - math.log(max(1, count(word)))
