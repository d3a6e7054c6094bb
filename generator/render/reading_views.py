"""What the page of an article is given beside the views that lists have. docs/templates.md lists them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Kind, TermKind
from generator.render.views import EntryView


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
class SourceRunView:
    """Source lines that follow one another and made one part of the article."""

    anchor: str
    """Id of the run on the page, to which its paragraph links."""
    paragraph: int
    """The paragraph that was made of them, with the id ``p1``, ``p2`` …; 0 for anything else, such as a title."""
    items: Markup
    """HTML of the lines: list items, each with its number, 1-based in the file."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """The lines that an article was made from."""

    file: str
    ranges: str
    """The ranges of lines, such as ``1, 3, 6–215``."""
    confidence: str
    """How sure the placing of the article's parts is, in per cent."""
    runs: tuple[SourceRunView, ...]
    """The lines in the order of the file; empty where the source is not at hand."""
    also: tuple[SourceView, ...] = ()
    """The lines of other files, where a person has joined texts of several."""


@dataclass(frozen=True, slots=True)
class CitationView:
    """The citation of an article in a form that programs read."""

    name: str
    """Name of the form: ``BibTeX``, ``RIS``, ``CSL-JSON``."""
    text: str
    media_type: str
    file_name: str
    """What a file of this text is to be called."""
    url: str
    """The file with the citations of the whole page (版) in this form."""


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
    headline: Markup
    """The title as HTML in which no line ends inside a term of the article."""
    title_supplied: bool
    kicker: str
    subtitle: str
    lede: Markup
    """HTML of the paragraphs of the lede; empty for none."""
    body: Markup
    """HTML of paragraphs and crossheads."""
    section: str
    authors: tuple[str, ...]
    attribution: str
    continues_on: JumpView | None
    continued_from: JumpView | None
    term_groups: tuple[TermGroupView, ...]
    source: SourceView | None
    related: tuple[EntryView, ...]
    """Articles on the same matter, the most related first."""
    citation: str
    """After GB/T 7714-2015; empty for furniture and unplaced lines."""
    citations: tuple[CitationView, ...]
    """The citation in other forms."""
    permalink: str
    """Absolute URL, or the article's id where the archive has no base URL."""
    report_url: str
    """Where a reader corrects the article or reports a mistake, or empty."""
    markdown_url: str
    """The article's file as content/ has it, or empty where the site does not have it."""
    web_url: str
    """Where the text was published on the web, http or https, or empty."""
    rights: str
    modified: str
    modified_text: str
    place: int
    """Its place among the articles of its page, from 1; 0 for anything but an article."""
