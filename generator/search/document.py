"""What the search index is given of an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Kind


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
