"""JSON Lines of real articles -> as many as wanted, thirty to an issue, with their topics and names."""

from __future__ import annotations

import datetime as dt
import json
import lzma
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.kept_terms import read_or_find_terms
from generator.content.markdown import compose_body
from generator.model import TERM_KINDS, Paragraph, TermKind, Terms

ISSUE_SIZE = 30
PAGE_SIZE = 4
DAILY, WEEKLY = "daily", "weekly"
NAMES = {DAILY: "Daily", WEEKLY: "Weekly"}
TERM_PAGE_FROM = 2
"""Articles that a term has to have for a page of its own, in every program's site."""
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
    def place(self) -> str:
        """Its issue and page: ``daily/2026-08-22/p01``."""
        return f"{self.publication}/{self.date}/p{self.page}"

    @property
    def markdown(self) -> str:
        """Its text, a blank line between paragraphs, as every program takes it."""
        return compose_body(
            Paragraph(text.removeprefix("## "), text.startswith("## ")) for text in self.paragraphs
        )

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
        for number, (publication, date) in enumerate(_issue_places(-(-count // ISSUE_SIZE))):
            numbers = range(number * ISSUE_SIZE, min(count, (number + 1) * ISSUE_SIZE))
            yield self._issue([self._drawn(index, count) for index in numbers], publication, date)

    def next_issue(self) -> Sequence[BenchArticle]:
        """Return the issue of the day after the last, of articles from all over the file."""
        step = max(1, len(self._items) // ISSUE_SIZE)
        items = [index * step % len(self._items) for index in range(ISSUE_SIZE)]
        return self._issue(items, DAILY, LAST_DAY + dt.timedelta(days=1))

    def terms_with_pages(self, count: int) -> Mapping[TermKind, frozenset[str]]:
        """Return the terms of each kind that enough of ``count`` articles have."""
        counted = {kind: Counter[str]() for kind in TERM_KINDS}
        for index in range(count):
            terms = self._terms[self._drawn(index, count)]
            for kind in TERM_KINDS:
                counted[kind].update(set(getattr(terms, kind)))
        return {
            kind: frozenset(name for name, n in names.items() if n >= TERM_PAGE_FROM)
            for kind, names in counted.items()
        }

    def _issue(self, items: Sequence[int], publication: str, date: dt.date) -> Sequence[BenchArticle]:
        return [
            self._article(item, publication, date, 1 + index // PAGE_SIZE) for index, item in enumerate(items)
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
