"""The archive's own words, for a query that no article holds: to split it, and to offer what may have been meant.

Loaded only then, so it is one file, whose size is bounded whatever the archive's is: the most frequent topics and
names, the most frequent words, and how the characters are read.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from generator.search.keys import KINDS, Row
from generator.search.reading import read
from generator.search.readings import Readings
from generator.search.word_counts import LONGEST, frequent_words

MOST_TERMS = 6_000
MOST_WORDS = 16_000


def make_vocabulary(register: sqlite3.Connection, readings: Readings) -> dict[str, Any]:
    """Return the content of the vocabulary file, from the topics, names and words of ``register``.

    ``terms`` lists, by kind, ``[label, number of articles, address]``, the address only where it is not the kind's
    pattern with the label in the place of ``*``; ``words`` those with 1, with 2 and 3, with 4 to 7 articles and so
    on; ``sounds`` the folded characters of each syllable, without its tone.
    """
    terms = list(islice(_usable_terms(register), MOST_TERMS))
    named = {read(row.label).units for row in terms}
    words = dict(islice(_words_but(named, register), MOST_WORDS))
    by_class: list[list[str]] = [[] for _ in range(max((n.bit_length() for n in words.values()), default=0))]
    for word, number in words.items():
        by_class[number.bit_length() - 1].append(word)
    return {
        "terms": {KINDS[kind]: _listed(kind, terms) for kind in dict.fromkeys(row.kind for row in terms)},
        "words": [" ".join(sorted(each)) for each in by_class],
        "sounds": readings.by_syllable([*named, *words]),
    }


def _usable_terms(register: sqlite3.Connection) -> Iterator[Row]:
    """Yield the topics and names, the most frequent first."""
    for found in register.execute(
        "SELECT kind, label, url, count FROM entry WHERE kind < 4 ORDER BY count DESC, label, kind"
    ):
        row = Row(*found)
        if len(row.label) <= LONGEST and read(row.label).units:
            yield row


def _words_but(named: set[str], register: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Yield the words that are no names, the most frequent first, each with the number of its articles."""
    for folded, total, word in frequent_words(register):
        if folded not in named:
            yield word, total


def _listed(kind: int, terms: Iterable[Row]) -> dict[str, Any]:
    of_kind = [row for row in terms if row.kind == kind]
    patterns = Counter(row.url.replace(row.label, "*", 1) for row in of_kind)
    pattern = min(patterns, key=lambda each: (-patterns[each], each))
    rows: list[list[str | int]] = []
    for row in of_kind:
        regular = pattern.replace("*", row.label) == row.url
        rows.append([row.label, row.value] if regular else [row.label, row.value, row.url])
    return {"url": pattern, "terms": rows}
