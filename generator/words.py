"""Chinese words: how a text is cut, and how common a word is. The only importer of jieba."""

from __future__ import annotations

import functools
import logging
import math
import os
import tempfile
from pathlib import Path

import jieba

jieba.setLogLevel(logging.WARNING)

UNKNOWN_TAG = "x"


def _cache_folder() -> Path:
    """Return the user's own cache folder: jieba's default is a shared, predictable file in /tmp."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(base) / "backfile"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="backfile-"))
    return folder


@functools.cache
def _tokenizer() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(_cache_folder())
    tokenizer.cache_file = "jieba.cache"
    tokenizer.initialize()
    return tokenizer


def load() -> None:
    """Read the dictionary and its tables now: processes that are forked later share them."""
    _tokenizer()
    _idf_table()
    _tag_table()


def cut(text: str) -> list[str]:
    """Cut ``text`` into words, in order; joined they give ``text`` back."""
    words: list[str] = _tokenizer().lcut(text)
    return words


@functools.lru_cache(maxsize=100_000)
def cut_inside(word: str) -> tuple[str, ...]:
    """Cut ``word`` into the most probable words it is made of, other than itself: 北京大学 into 北京, 大学.

    By jieba's own dictionary and way of weighing, its guesses of unknown words left out. A word of one
    character, or of Latin letters and digits, is returned as it is.
    """
    last = len(word) - 1
    if last < 1 or word.isascii():
        return (word,)
    tokenizer = _tokenizer()
    ends = tokenizer.get_DAG(word)
    ends[0] = [end for end in ends[0] if end != last] or [0]
    route: dict[int, tuple[float, int]] = {}
    tokenizer.calc(word, ends, route)
    parts: list[str] = []
    start = 0
    while start <= last:
        end = route[start][1] + 1
        parts.append(word[start:end])
        start = end
    return tuple(parts)


def count(word: str) -> int:
    """Return how often jieba's dictionary counted ``word``; 0 for a word it does not have."""
    frequency: int | None = _tokenizer().FREQ.get(word)
    return frequency or 0


@functools.cache
def _idf_table() -> tuple[dict[str, float], float]:
    table: dict[str, float] = {}
    with (Path(jieba.__file__).parent / "analyse" / "idf.txt").open(encoding="utf-8") as file:
        for line in file:
            word, _, value = line.strip().rpartition(" ")
            table[word] = float(value)
    return table, sorted(table.values())[len(table) // 2]


def idf(word: str) -> float:
    """Return the inverse document frequency of ``word`` (natural logarithm) in jieba's own corpus.

    A word that the table lacks gets its median, as in jieba's own keyword extraction.
    """
    table, median = _idf_table()
    return table.get(word, median)


@functools.cache
def _tag_table() -> dict[str, str]:
    table: dict[str, str] = {}
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as file:
        for line in file:
            word, _, tag = line.split(" ")
            table[word] = tag.strip()
    return table


def tag(word: str) -> str:
    """Return the part of speech of ``word`` in jieba's dictionary (``n``, ``nr``, ``ns``, ``v`` …), or ``x``."""
    return _tag_table().get(word, UNKNOWN_TAG)


def rarity(word: str) -> float:
    """Return minus the natural logarithm of the share of ``word`` in jieba's dictionary counts."""
    tokenizer = _tokenizer()
    return math.log(tokenizer.total) - math.log(max(1, count(word)))
