"""Where what is offered is found from, and which of it comes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import words
from generator.search.document import SearchEntry
from generator.search.reading import read

KINDS = ("topic", "person", "organisation", "place", "article")
ARTICLE = KINDS.index("article")
DEEPEST = 12
"""Characters of a key, at most."""


class Row(NamedTuple):
    """An entry as the files of suggestions have it, and ``search-suggest.js`` reads it."""

    kind: int
    """Its place among ``KINDS``."""
    label: str
    url: str
    value: int | str
    """The date of an article, the number of articles of a topic or name."""

    @property
    def rank(self) -> tuple[int, int, int, str, str]:
        """Smaller is better: the most frequent, the newest."""
        if isinstance(self.value, int):
            return (-self.value, 0, self.kind, self.label, self.url)
        return (0, -int(self.value.replace("-", "")), self.kind, self.label, self.url)


def row_of(entry: SearchEntry) -> Row:
    """Return ``entry`` as a row; a lone surrogate, which no file can hold, becomes a question mark."""
    label, url = (text.encode(errors="replace").decode() for text in (entry.label, entry.url))
    return Row(KINDS.index(entry.kind), label, url, entry.date or entry.count)


def keys_of(entry: SearchEntry) -> list[str]:
    """Return the folded characters from which ``entry`` can be found.

    Its beginning; of a name each of its words, of a headline each topic and name in it.
    """
    label = row_of(entry).label
    starts = set(_starts_in_headline(label, entry) if entry.kind == "article" else _starts_in_name(label))
    keys = {read(label[start:]).units[:DEEPEST] for start in starts | {0}}
    return sorted(keys - {""})


def _starts_in_headline(label: str, entry: SearchEntry) -> Iterator[int]:
    yield label.find("】") + 1  # 【…】 in front is a column's name
    yield from (start for word in entry.words if (start := label.find(word)) > 0)


def _starts_in_name(label: str) -> Iterator[int]:
    at = 0
    for part in (part for word in words.cut(label) for part in words.cut_inside(word)):
        yield at
        at += len(part)
