"""Queries drawn from the texts of an archive, and what each should find."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.search import SearchDocument
from generator.search.reading import read

BETWEEN = "\n"
"""Stands between two texts of a document: no query has it."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and the addresses of the documents that hold it."""

    text: str
    expected: frozenset[str]


def counting_texts(documents: Iterable[SearchDocument]) -> dict[str, str]:
    """Return address -> the characters of each document that count in a search, folded."""
    return {d.url: BETWEEN.join("".join(read(text).units) for text in d.texts()) for d in documents}


def draw_queries(
    documents: Sequence[SearchDocument], texts: dict[str, str], count: int, seed: int
) -> list[Query]:
    """Draw ``count`` runs of two to six Han characters from documents drawn at random, each once."""
    rng = random.Random(seed)
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        line = rng.choice(texts[rng.choice(documents).url].split(BETWEEN))
        length = rng.choice((2, 3, 4, 5, 6))
        start = rng.randrange(max(1, len(line) - length + 1))
        piece = line[start : start + length]
        if len(piece) == length and all("\u4e00" <= char <= "\u9fff" for char in piece):
            drawn[piece] = None
    return [_query(text, texts) for text in drawn]


def draw_names(documents: Sequence[SearchDocument], texts: dict[str, str], count: int) -> list[Query]:
    """Return two-character names of people that the archive knows, from the middle of the list by frequency."""
    known = Counter(name for d in documents for name in d.people if len(name) == 2)
    ordered = [name for name, _ in sorted(known.items(), key=lambda pair: (-pair[1], pair[0]))]
    step = max(1, len(ordered) // (4 * count))
    return [_query(name, texts) for name in ordered[: step * count : step]]


def _query(text: str, texts: dict[str, str]) -> Query:
    return Query(text, frozenset(url for url, held in texts.items() if text in held))
