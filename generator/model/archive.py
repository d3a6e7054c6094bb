"""What a build knows across issues: summaries, and the indexes of terms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.model.articles import IssueRecord, NamedByPlace
from generator.model.stories import Kind, Terms


@dataclass(frozen=True, slots=True)
class ArticleSummary(NamedByPlace):
    """What other pages show of an article: everything but its text."""

    id: str
    kind: Kind
    title: str
    title_supplied: bool
    kicker: str
    subtitle: str
    opening: str
    """The first characters of the lede or body, plain text, for lists."""
    section: str
    authors: tuple[str, ...]
    attribution: str
    terms: Terms
    date: dt.date
    modified: dt.date | None
    formerly: tuple[str, ...]
    status: str
    imported: dt.date | None = None
    """Day on which its source was imported; None for an article that no source gave."""
    rights: str = ""
    offices: tuple[tuple[str, str], ...] = ()
    """People of its terms whose office it says, each with that office."""
    elsewhere: tuple[str, ...] = ()
    """Ids of the other issues that its jumps lead to."""
    title_words: tuple[tuple[int, int], ...] = ()
    """Where the known words in its title begin and end: its own terms as it has them, and numbers."""


@dataclass(frozen=True, slots=True)
class IssueSummary:
    """An issue without its texts."""

    record: IssueRecord
    articles: tuple[ArticleSummary, ...]
    """In the order of the issue."""
