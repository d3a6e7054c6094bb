"""What the template of a review is given: small read-only views. docs/templates.md lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.model import Kind

Role = Literal[
    "headline",
    "lede",
    "body",
    "crosshead",
    "attribution",
    "notice",
    "furniture",
    "unplaced",
    "jump",
    "changed",
]
"""What a source line became. ``changed``: its text is not in its article any more."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One line of a source file that is not blank."""

    place: str
    """Id of its place on the page, without ``l-``: ``f1-33``."""
    number: int
    """1-based in its file."""
    text: str
    after_blank: bool
    """A blank line stands above it."""
    owner: str
    """Key of the article that has it (``p01-03``), or empty."""
    tag: str
    """The article's number, as the page shows it; empty for a line in no article."""
    colour: int
    """Number of its article's colour, from 0; -1 for furniture, -2 for a line in no article."""
    role: Role
    asked: bool
    """A doubt of its article is about this line."""
    also: tuple[str, ...]
    """Ids of further articles that claim the line."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The lines of one page of a source file."""

    label: str
    """The page's label; empty where the file is missing from issue.toml."""
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A source file with its pages."""

    key: str
    """``f1``, ``f2`` …: what the ids of its lines begin with."""
    file: str
    pages: tuple[ReviewPage, ...]


@dataclass(frozen=True, slots=True)
class ReviewRun:
    """Neighbouring lines that are in no article file."""

    line: str
    """The first one, as the id of its place on the page."""
    first: int
    last: int
    text: str
    """The words of the first one."""


@dataclass(frozen=True, slots=True)
class ReviewDoubt:
    """Why an article is doubtful. ``about`` is empty for a doubt in a person's own words."""

    about: str
    line: str
    """The line that it is about, as the id of its place on the page; empty where there is none."""
    number: int
    reading: str
    """The second-best reading in English, as import wrote it, or the whole doubt."""
    reading_key: str
    """The word of the interface for it: ``a-crosshead``."""
    other: str
    other_number: int


@dataclass(frozen=True, slots=True)
class ReviewArticle:
    """An article, notice or other piece, set as the site would set it."""

    key: str
    id: str
    tag: str
    colour: int
    kind: Kind
    page_label: str
    path: str
    """Its file, and the line where its text begins: ``content/…/p01/03.md:24``."""
    first_line: str
    """Id of the place of its first source line, or empty."""
    title: str
    title_supplied: bool
    kicker: str
    subtitle: str
    lede: tuple[str, ...]
    body: Markup
    attribution: str
    confidence: str
    """In per cent."""
    doubts: tuple[ReviewDoubt, ...]
    doubtful: bool
    changed: int
    """How many of its lines have a text that it does not hold any more."""
    corrected: bool
    continues_on: str
    """Id of the other half, or its page; empty for a story that does not go on."""
    continued_from: str


@dataclass(frozen=True, slots=True)
class Review:
    """An issue beside its source."""

    issue_id: str
    publication: str
    language: str
    files: tuple[ReviewFile, ...]
    articles: tuple[ReviewArticle, ...]
    """The doubtful ones first, the least sure before; then the others in the order of the issue."""
    loose: tuple[ReviewRun, ...]
    """Lines that are in no file: there should be none."""
    doubtful: int
    lines: int
    """Source lines that are not blank."""
    claimed: int
    """Those of them that an article, notice or piece of furniture has."""
