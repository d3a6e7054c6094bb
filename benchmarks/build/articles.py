"""JSON Lines of real articles -> as many as wanted, thirty to an issue, with their topics and names."""

from __future__ import annotations

import datetime as dt
import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.kept_terms import read_or_find_terms
from generator.model import Terms

ISSUE_SIZE = 30
PAGE_SIZE = 4
DAILY, WEEKLY = "daily", "weekly"
NAMES = {DAILY: "Daily", WEEKLY: "Weekly"}
LAST_DAY = dt.date(2026, 8, 22)
"""Of every archive: a larger one goes further back."""


@dataclass(frozen=True, slots=True)
class BenchArticle:
    """One article, in the place that it has in the archive that is measured."""

    publication: str
    date: dt.date
    page: str
    title: str
    paragraphs: tuple[str, ...]
    """Text; ``## `` in front marks a crosshead."""
    terms: Terms

    @property
    def json_line(self) -> str:
        """The article as a delivery of JSON Lines has it: its topics are not stated."""
        values = {
            "publication": self.publication,
            "date": self.date.isoformat(),
            "page": self.page,
            "title": self.title,
            "paragraphs": self.paragraphs,
        }
        return json.dumps(values, ensure_ascii=False)


class Corpus:
    """The articles of a file of JSON Lines, each with ``title`` and ``paragraphs``."""

    def __init__(self, source: Path, kept: Path) -> None:
        """Read ``source``, plain or in xz; what is found out about it once is kept in the folder ``kept``."""
        raw = source.read_bytes()
        text = (lzma.decompress(raw) if source.suffix == ".xz" else raw).decode()
        self._items: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()]
        self._terms = read_or_find_terms(self._items, kept)

    def issues(self, count: int) -> Iterator[Sequence[BenchArticle]]:
        """Yield the issues of an archive of ``count`` articles, oldest first: one a day, every tenth a weekly's.

        The articles are evenly drawn where fewer are wanted than there are, and taken again and again where more
        are; so a term of a large archive has more articles than in life, and the archive has fewer terms.
        """
        places = _issue_places(-(-count // ISSUE_SIZE))
        for number, (publication, date) in enumerate(places):
            first, last = number * ISSUE_SIZE, min(count, (number + 1) * ISSUE_SIZE)
            yield [
                self._article(self._drawn(index, count), publication, date, 1 + (index - first) // PAGE_SIZE)
                for index in range(first, last)
            ]

    def _drawn(self, index: int, count: int) -> int:
        total = len(self._items)
        return index * total // count if count < total else index % total

    def _article(self, item: int, publication: str, date: dt.date, page: int) -> BenchArticle:
        values = self._items[item]
        paragraphs = tuple(values["paragraphs"])
        return BenchArticle(
            publication, date, f"{page:02}", values.get("title") or "", paragraphs, self._terms[item]
        )


def _issue_places(count: int) -> list[tuple[str, dt.date]]:
    """Return publication and date of each of ``count`` issues, oldest first; the last is of ``LAST_DAY``."""
    publications = [WEEKLY if number % 10 == 9 else DAILY for number in range(count)]
    dailies = publications.count(DAILY)
    places, day = [], LAST_DAY - dt.timedelta(days=dailies)
    for publication in publications:
        day += dt.timedelta(days=publication == DAILY)
        places.append((publication, day))
    return places
