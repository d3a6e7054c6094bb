"""What the search index is given: articles, and what else is found by its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model import Kind

EntryKind = Literal["topic", "person", "organisation", "place", "article"]


@dataclass(frozen=True, slots=True)
class SearchIssue:
    """What the index has to know of an issue without reading it."""

    id: str
    """``<publication>/<issue>``."""
    date: dt.date
    digest: str
    """Of everything that its documents are made from, and of the program that makes them."""
    characters: int
    """Of the texts of its documents."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One article, notice, piece of furniture or run of unplaced lines, as plain text."""

    id: str
    url: str
    """Relative to the site's root."""
    title: str
    date: dt.date
    publication: str
    """Slug."""
    publication_name: str
    kind: Kind
    kicker: str = ""
    subtitle: str = ""
    lede: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    """Crossheads included, in the order of the text."""
    attribution: str = ""
    section: str = ""
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def zones(self) -> Iterator[tuple[str, ...]]:
        """Yield the texts of each zone, weightiest first: title; kicker, subtitle and lede; all the rest."""
        yield (self.title,)
        yield (self.kicker, self.subtitle, *self.lede)
        yield (*self.paragraphs, self.attribution)

    def texts(self) -> Iterator[str]:
        """Yield every searched text."""
        for zone in self.zones():
            yield from zone


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What is offered by its name: a topic, a person, an organisation, a place, or an article by its headline."""

    kind: EntryKind
    label: str
    url: str
    """Relative to the site's root, not percent-encoded; empty for a topic or name that has no page: it leads to a
    search for the articles that have it."""
    count: int = 0
    """Articles that have it; of an article, 0."""
    date: str = ""
    """Of an article, ``YYYY-MM-DD``."""
    words: tuple[str, ...] = ()
    """Of an article, its topics and names: where one begins, its headline can be found from there."""
