"""What flows between the stages: frozen values, nothing else.

``import``:  SourcePage -> PageParts (of Stories) -> Articles -> Markdown files.
``build``:   Markdown files -> Issues (of Articles) -> IssueSummaries -> Archive -> pages of the site.

This module imports nothing of ours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["article", "notice", "furniture", "unplaced"]
KINDS: tuple[Kind, ...] = ("article", "notice", "furniture", "unplaced")

LineRanges = tuple[tuple[int, int], ...]
"""Ranges of source lines, 1-based, both ends in, ascending and apart."""


# --- import: from source text to stories ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source file, without its line end. ``number`` is 1-based in that file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The text of one newspaper page, as it came out of its layout."""

    file: str
    """Path of the source file inside the issue's folder, such as ``source/page.txt``."""
    label: str
    """Page label, such as ``01`` or ``A03``."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, or a crosshead (小标题) standing between paragraphs."""

    text: str
    crosshead: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One article, notice or piece of furniture taken out of a page; not yet numbered.

    For a notice, furniture and unplaced lines the whole text is in ``paragraphs``.
    """

    kind: Kind
    lines: LineRanges
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    lede: tuple[str, ...] = ()
    section: str = ""
    authors: tuple[str, ...] = ()
    attribution: str = ""
    title_supplied: bool = False
    confidence: float = 1.0
    """0 to 1: how sure the placing of its parts is."""
    doubts: tuple[str, ...] = ()
    """Why the confidence is below 1, a short phrase each, for the import report."""


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page taken apart: every non-blank line of it is in exactly one story's ``lines``.

    In the order of the page: articles, then notices, furniture and unplaced lines.
    """

    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What an article is about: topics, and the names in it, the weightiest first."""

    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


# --- content/: what the archive keeps --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Which lines of which source file an article was made from."""

    file: str
    lines: LineRanges
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Article:
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
    terms: Terms = Terms()
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

    @property
    def issue_id(self) -> str:
        """``<publication>/<issue>``."""
        return self.id.rsplit("/", 2)[0]

    @property
    def page_label(self) -> str:
        """The label of its page: ``01`` of ``…/p01/02``."""
        return self.id.rsplit("/", 2)[1][1:]

    @property
    def number(self) -> str:
        """Its number on the page, as written: ``02`` of ``…/p01/02``."""
        return self.id.rsplit("/", 1)[1]


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


# --- build: what the archive knows of all its issues ---------------------------------------------


@dataclass(frozen=True, slots=True)
class ArticleSummary:
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

    @property
    def issue_id(self) -> str:
        """``<publication>/<issue>``."""
        return self.id.rsplit("/", 2)[0]

    @property
    def page_label(self) -> str:
        """The label of its page."""
        return self.id.rsplit("/", 2)[1][1:]

    @property
    def number(self) -> str:
        """Its number on the page, as written."""
        return self.id.rsplit("/", 1)[1]


@dataclass(frozen=True, slots=True)
class IssueSummary:
    """An issue without its texts."""

    record: IssueRecord
    articles: tuple[ArticleSummary, ...]
    """In the order of the issue."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A newspaper of the archive, from archive.toml."""

    slug: str
    name: str
    name_supplied: bool = False
    """True where the name is the archivist's and not the newspaper's own."""
    language: str = "zh-Hans"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """archive.toml: every key has a default."""

    title: str = "报纸典藏"
    description: str = ""
    language: str = "zh-Hans"
    base_url: str = ""
    """Absolute URL of the site's root, ending in ``/``; empty where unknown."""
    rights: str = ""
    contact: str = ""
    """Where a reader reports a mistake: an http(s) or mailto URL, or empty."""
    publications: Mapping[str, Publication] = field(default_factory=dict)


TermKind = Literal["topics", "people", "organisations", "places"]
TERM_KINDS: tuple[TermKind, ...] = ("topics", "people", "organisations", "places")


@dataclass(frozen=True, slots=True)
class VocabularyTerm:
    """A term of the archive's own vocabulary (topics.toml)."""

    name: str
    kind: TermKind = "topics"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """topics.toml: the archive's own terms, which win, and words that are never topics."""

    terms: tuple[VocabularyTerm, ...] = ()
    stop: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term of the archive with the articles that have it, newest first."""

    kind: TermKind
    name: str
    slug: str
    """File name of its page without ``.html``, unique within its kind ignoring case."""
    letter: str
    """Letter of the index it stands under: the first of its pinyin, ``A`` to ``Z``, else ``#``."""
    articles: tuple[ArticleSummary, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """All that is known across issues: what indexes, neighbours and links are made from."""

    settings: Settings
    issues: tuple[IssueSummary, ...]
    """By date, then publication, then edition; oldest first."""
    terms: Mapping[TermKind, tuple[TermEntry, ...]]
    """For each kind, its entries by letter, then pinyin."""
