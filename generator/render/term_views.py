"""What templates are given of terms: entries of an index, and a term's articles. See ``views`` for the rest."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import TermCard
from generator.render.lookup import term_url
from generator.render.views import EntryView


@dataclass(frozen=True, slots=True)
class TermEntryView:
    """A term in an index of terms."""

    name: str
    url: str
    """Its page; where it has none, a search for it."""
    count: int


def view_term(card: TermCard) -> TermEntryView:
    """Return a term as it stands in an index."""
    return TermEntryView(card.name, term_url(card), card.count)


@dataclass(frozen=True, slots=True)
class LetterView:
    """The terms under one letter of an index, or the part of them that one page has."""

    letter: str
    """``A`` to ``Z``, else ``#``."""
    terms: tuple[TermEntryView, ...]


@dataclass(frozen=True, slots=True)
class LetterLinkView:
    """A letter of an index in its navigation."""

    letter: str
    url: str
    """Where its terms are: a place on the index, or a page of their own."""
    count: int
    """0 where it is not shown."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A term that stands in the same articles; ``count`` is how many they share."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class ListYearView:
    """A year of a long list: how many articles or notices, and where they are listed."""

    year: int
    url: str
    count: int
    """0 where it is not shown."""


@dataclass(frozen=True, slots=True)
class YearEntriesView:
    """The articles or notices of one year, newest first."""

    year: int
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class YearPartView:
    """One page of the articles or notices of a year, oldest first."""

    year: int
    part: int
    """From 1."""
    entries: tuple[EntryView, ...]
    previous_part: str
    """URL, or empty."""
    next_part: str
    previous_year: ListYearView | None
    """On the first part."""
    next_year: ListYearView | None
    """On the last part."""
