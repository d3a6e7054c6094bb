"""What templates are given: small read-only views, never the model. docs/templates.md lists them.

Every ``url`` is relative to the site's root and percent-encoded; a template writes ``{{ root }}{{ x.url }}``.
Dates come twice: ``date`` as ``YYYY-MM-DD`` for machines, ``date_text`` in the words of the interface.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Kind, TermKind


@dataclass(frozen=True, slots=True)
class PublicationView:
    """A newspaper."""

    slug: str
    url: str
    name: str
    name_supplied: bool
    """The name is the archivist's, not the newspaper's own."""
    language: str
    description: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """The archive as a whole, given to every template as ``site``."""

    title: str
    description: str
    language: str
    base_url: str
    rights: str
    contact: str
    publications: tuple[PublicationView, ...]
    term_kinds: tuple[TermKind, ...]
    """The kinds of terms that the archive has any of."""
    has_notices: bool


@dataclass(frozen=True, slots=True)
class HeadView:
    """What stands in the head of a page, given to every template as ``head``."""

    title: str
    description: str = ""
    canonical: str = ""
    """Absolute URL; empty where the archive has no base URL."""
    robots: str = ""
    kind: str = "website"
    """OpenGraph's type: ``website`` or ``article``."""
    meta: tuple[tuple[str, str], ...] = ()
    """Names and contents of further meta tags: citation, Dublin Core."""
    json_ld: str = ""
    """JSON-LD, marked safe and escaped for a script element; empty for none."""


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue, without its articles."""

    id: str
    url: str
    publication: PublicationView
    date: str
    date_text: str
    year: int
    edition: str
    number: str
    date_basis: str
    articles: int
    """How many articles it has; notices are not counted."""
    notices: int
    pages: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """An article, notice or other piece as it stands in a list."""

    id: str
    url: str
    kind: Kind
    title: str
    headline: Markup
    """The title as HTML in which no line ends inside a term of the article."""
    title_supplied: bool
    kicker: str
    subtitle: str
    opening: str
    section: str
    authors: tuple[str, ...]
    attribution: str
    date: str
    date_text: str
    """Without the day of the week."""
    page_label: str
    number: str
    issue: IssueView


@dataclass(frozen=True, slots=True)
class PageView:
    """A page (版) of an issue."""

    label: str
    url: str
    name: str
    articles: tuple[EntryView, ...]
    notices: tuple[EntryView, ...]
    others: tuple[EntryView, ...]
    """Furniture and unplaced lines."""


@dataclass(frozen=True, slots=True)
class TermLinkView:
    """A term of an article. ``url`` is empty where the term has no page."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class TermGroupView:
    """The terms of one kind that an article has."""

    kind: TermKind
    terms: tuple[TermLinkView, ...]


@dataclass(frozen=True, slots=True)
class SourceLineView:
    """One line of a source file; ``number`` is 1-based in that file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """The lines that an article was made from."""

    file: str
    ranges: str
    """The ranges of lines, such as ``1, 3, 6–215``."""
    confidence: str
    """How sure the placing of the article's parts is, in per cent."""
    runs: tuple[tuple[SourceLineView, ...], ...]
    """The lines, one run of consecutive lines after the other; empty where the source is not at hand."""


@dataclass(frozen=True, slots=True)
class JumpView:
    """Where a story goes on, or where it comes from."""

    page_label: str
    """The other half's page; empty where the newspaper does not say."""
    entry: EntryView | None
    """The other half, where it is known."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article, notice or other piece with its text."""

    id: str
    kind: Kind
    title: str
    title_supplied: bool
    kicker: str
    subtitle: str
    lede: tuple[str, ...]
    body: Markup
    section: str
    authors: tuple[str, ...]
    attribution: str
    continues_on: JumpView | None
    continued_from: JumpView | None
    term_groups: tuple[TermGroupView, ...]
    source: SourceView | None
    citation: str
    permalink: str
    """Absolute URL, or the article's id where the archive has no base URL."""
    web_url: str
    """Where the text was published on the web, http or https, or empty."""
    rights: str
    modified: str
    modified_text: str
    place: int
    """Its place among the articles of its page, from 1; 0 for anything but an article."""
