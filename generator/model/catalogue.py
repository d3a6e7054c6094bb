"""What is known across issues, as the catalogue gives it: light things of all issues, heavy ones when asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.model.archive import ArticleSummary, IssueSummary
from generator.model.articles import IssueRecord
from generator.model.settings import Settings, TermKind


@dataclass(frozen=True, slots=True)
class IssueFace:
    """An issue as it stands in calendars, counts and navigation. Those of a whole archive fit into memory."""

    record: IssueRecord
    articles: int
    """Articles that are shown: none that was withdrawn."""
    notices: int
    sections: Mapping[str, int]
    """Articles shown by section, in the order of the issue; under the empty text those that have none."""
    attributions: Mapping[str, int]
    """Articles shown by attribution, likewise."""
    changed: dt.date | None
    """Last day on which one of its pieces was imported or corrected."""
    elsewhere: tuple[str, ...]
    """Ids of the other issues that jumps of its articles lead to."""
    digest: str
    """Of all that other pages can show of it: the record and the summaries of its articles, terms under their one
    name."""

    @property
    def id(self) -> str:
        """``<publication>/<issue>``."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class IssueFiles:
    """The files of an issue as they were when it was taken in."""

    signature: str
    """Of what the file system said of them; empty where that does not vouch for what is in them."""
    digest: str
    """Of their bytes."""


@dataclass(frozen=True, slots=True)
class TermCard:
    """A term of the archive without its articles."""

    kind: TermKind
    name: str
    slug: str
    """File name of its page without ``.html``, unique within its kind ignoring case."""
    letter: str
    """Letter of the index it stands under: the first of its reading, ``A`` to ``Z``, else ``#``."""
    syllable: str
    """First syllable of its reading (pinyin without tone), for Latin the first two letters; empty under ``#``."""
    count: int
    """Articles that have it. 0 only for a term of the vocabulary that narrower terms with articles hang from."""
    rank: int
    """The best place that it has among its kind in an article, which are weightiest first; from 0."""
    has_page: bool
    """False for a term too rare for a page of its own: what would link to the page links to a search."""
    since: dt.date | None
    """Date of the article that gave it its page: its second, in order of date; its only one where it has one."""
    formerly: tuple[str, ...] = ()
    """Slugs of the other forms of the term, none of them the slug of a term of its kind: they lead here."""
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    """Names of the terms of its kind that the vocabulary sets above, below and beside it."""


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The terms of a kind whose readings begin with one syllable."""

    letter: str
    syllable: str
    count: int
    with_page: int
    """Those of them that have a page."""
    digest: str
    """Of what lists show of these."""


@dataclass(frozen=True, slots=True)
class TermMonth:
    """The terms of a kind that got their page in one month; in which, no later issue changes."""

    month: str
    """``YYYY-MM`` of their ``since``; empty for those that have none."""
    count: int
    digest: str
    """Of their addresses."""


class Holders(Protocol):
    """The articles that have a term; none that was withdrawn."""

    def by_month(self) -> Mapping[int, int]:
        """Return how many there are in each month that has some, by ``month_number``."""

    def newest(self, most: int | None = None) -> Sequence[str]:
        """Return the ids of the newest, all or no more than ``most``; newest first, those of one day by id."""

    def of_year(self, year: int) -> Sequence[str]:
        """Return the ids of those of a year, oldest first, those of one day by id."""


class Archive(Protocol):
    """All that is known across issues: what indexes, neighbours and links are made from.

    Nothing in it changes while it is used. Summaries have each term under its one name.
    """

    settings: Settings

    @property
    def issues(self) -> Sequence[IssueFace]:
        """The faces of all issues, by date, then publication, then edition; oldest first."""

    def face(self, issue_id: str) -> IssueFace:
        """Return an issue's face. Raises KeyError where there is none."""

    def summary(self, issue_id: str) -> IssueSummary:
        """Return an issue without its texts. Raises KeyError where there is none."""

    def leading(self, issue_id: str, most: int) -> Sequence[ArticleSummary]:
        """Return the first ``most`` articles of an issue that stand in lists. Raises KeyError where there is none."""

    def files(self, issue_id: str) -> IssueFiles:
        """Return what an issue's files were when it was taken in; empty where nothing was noted."""

    def article(self, article_id: str) -> ArticleSummary | None:
        """Return the summary of an article, withdrawn or not; None where there is none."""

    def term(self, kind: TermKind, name: str) -> TermCard | None:
        """Return the term ``name``, its one name, of a kind; None where the indexes do not have it."""

    def term_groups(self, kind: TermKind) -> Sequence[TermGroup]:
        """Return how many terms of a kind stand under each letter and syllable, in the order of the index."""

    def terms(
        self, kind: TermKind, letter: str = "", syllable: str = "", *, with_page: bool = False
    ) -> Sequence[TermCard]:
        """Return the terms of a kind by letter (``#`` last), then by reading, then by code point.

        All of them, or those under a letter, or under one of its syllables (those under ``#`` have none); or those of
        these that have a page.
        """

    def terms_together(self, kind: TermKind) -> Sequence[TermCard]:
        """Return all terms of a kind, those together whose newest articles stand near one another."""

    def term_months(self, kind: TermKind) -> Sequence[TermMonth]:
        """Return the months in which terms of a kind got the pages they have, in order."""

    def terms_since(self, kind: TermKind, month: str) -> Sequence[TermCard]:
        """Return the terms of a kind that have a page, and got it in ``month``, in the order of the index."""

    def frequent_terms(self, kind: TermKind, most: int) -> Sequence[TermCard]:
        """Return the ``most`` terms with the most articles; of equals the better ranked, then in index order."""

    def holders(self, kind: TermKind, name: str) -> Holders:
        """Return the articles that have the term ``name``, its one name; none where there is no such term."""

    def related(self, article_id: str) -> Sequence[str]:
        """Return the ids of the articles on the same matter as an article, the most related first."""


@dataclass(frozen=True, slots=True)
class Delta:
    """What looks different to other pages since the catalogue was last updated; everything, the first time."""

    issues: Collection[str]
    """Ids of issues whose digest is new or another, those gone not among them."""
    gone: Collection[str]
    """Ids of issues that are no more."""
    articles: Collection[str]
    """Ids of articles whose summary is new or another, or that are no more; and all of an issue whose record or
    counts are others, since an article stands in lists with its issue."""
    relinked: Collection[str]
    """Ids of other articles one of whose terms got, lost or changed its page, or whose related articles are others,
    or look different."""
    readdressed: Collection[tuple[TermKind, str]]
    """Names of terms that were there before and have another address: a page got, lost or moved."""
    terms: Collection[tuple[TermKind, str]]
    """Names of terms that are new or no more, whose card is another, or of which an article has come, gone or looks
    different."""
    everything: bool = False
    """True where the site knows nothing of this archive yet, or nothing that could be relied on: the collections
    then name all that there is."""
