"""What content/ keeps: articles and issues."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.stories import Jump, Kind, LineRanges, Terms

DOUBTFUL = 0.6
"""Articles of a lower confidence are listed as doubtful, and end a strict import with 1."""
WITHDRAWN = "withdrawn"
"""Status of an article whose page says that the archive has withdrawn it."""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Which lines of which source file an article was made from."""

    file: str
    lines: LineRanges
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    """Why the confidence is below 1, in words."""
    also: tuple[tuple[str, LineRanges], ...] = ()
    """Lines of other source files, where a person has joined texts of several."""

    @property
    def by_file(self) -> tuple[tuple[str, LineRanges], ...]:
        """Its lines in each of its files, the one it has most of first."""
        return ((self.file, self.lines), *self.also)


def issue_of(article_id: str) -> str:
    """Return the id of an article's issue: ``<publication>/<issue>``."""
    return article_id.rsplit("/", 2)[0]


class NamedByPlace:
    """What the id of an article says of its place: ``<publication>/<issue>/p<page>/<number>``."""

    __slots__ = ()
    id: str

    @property
    def issue_id(self) -> str:
        """``<publication>/<issue>``."""
        return issue_of(self.id)

    @property
    def page_label(self) -> str:
        """The label of its page: ``01`` of ``…/p01/02``."""
        return self.id.rsplit("/", 2)[1][1:]

    @property
    def number(self) -> str:
        """Its number on the page, as written: ``02`` of ``…/p01/02``."""
        return self.id.rsplit("/", 1)[1]


@dataclass(frozen=True, slots=True)
class Article(NamedByPlace):
    """One article file of ``content/``: its front matter, and its body in Markdown."""

    id: str
    """``<publication>/<issue>/p<page>/<number>``, never changed."""
    kind: Kind
    title: str
    body: str
    """Markdown, without the front matter; ends without a line end."""
    title_supplied: bool = False
    kicker: str = ""
    subtitle: str = ""
    lede: tuple[str, ...] = ()
    section: str = ""
    authors: tuple[str, ...] = ()
    attribution: str = ""
    continues_on: Jump | None = None
    """Where the story goes on, on another page."""
    continued_from: Jump | None = None
    terms: Terms = field(default_factory=Terms)
    source: SourceRef | None = None
    order: int | None = None
    """Place on the page, where it is not the number."""
    formerly: tuple[str, ...] = ()
    """Ids that now lead here."""
    modified: dt.date | None = None
    rights: str = ""
    url: str = ""
    """Where the text was published on the web, if it was: http or https."""
    status: str = ""
    """``withdrawn``, or empty."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Unknown keys of the front matter, kept as they were."""


LARGEST_SOURCE = 512 << 20
"""Bytes of a source file."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One source file of an issue, as issue.toml records it."""

    file: str
    """Path inside the issue's folder, such as ``source/page.txt``."""
    sha256: str
    pages: tuple[str, ...]
    """Labels of the pages it gave."""
    imported: dt.date
    encoding: str = "utf-8"
    part_of: str = ""
    """Name of the JSON Lines file whose lines of this issue these are, else empty."""
    part_of_sha256: str = ""
    superseded: LineRanges = ()
    """Lines that a later delivery of the same page or articles stands in for; no article claims them."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page of an issue, as issue.toml records it."""

    label: str
    name: str = ""
    """The page's name (版名), where it has one."""
    last_number: int = 0
    """The highest article number ever used on the page; numbers are never used again."""


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """issue.toml: what is known of an issue as a whole."""

    publication: str
    date: dt.date
    edition: str = ""
    date_basis: str = ""
    """What the date rests on, in words."""
    number: str = ""
    """The newspaper's own number of the issue (期号), where known."""
    pages: tuple[PageRecord, ...] = ()
    sources: tuple[SourceFile, ...] = ()

    @property
    def folder(self) -> str:
        """Name of the issue's folder: the date, or the date and the edition."""
        return f"{self.date.isoformat()}-{self.edition}" if self.edition else self.date.isoformat()

    @property
    def id(self) -> str:
        """``<publication>/<issue>``."""
        return f"{self.publication}/{self.folder}"


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with all its articles, as read from ``content/``."""

    record: IssueRecord
    articles: tuple[Article, ...]
    """By page in the order of the record, then by place on the page."""
