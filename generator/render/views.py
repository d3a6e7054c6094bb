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
    rights: str = ""
    """Statement on the rights in its articles, the archive's own where it has none of its own."""


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
    has_feeds: bool = False
    """Its address is known and it has issues."""


@dataclass(frozen=True, slots=True)
class AlternateView:
    """A page in another form: a feed of it, or its text as a file."""

    media_type: str
    url: str
    title: str


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
    meta: str = ""
    """Further meta elements, marked safe: for reference managers, Dublin Core, OpenGraph of an article."""
    json_ld: str = ""
    """JSON-LD, marked safe and escaped for a script element; empty for none."""
    alternates: tuple[AlternateView, ...] = ()
    """The page in other forms, and its feeds."""


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
