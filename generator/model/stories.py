"""What import makes of a source: pages of lines, and the stories taken out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["article", "notice", "furniture", "unplaced"]
KINDS: tuple[Kind, ...] = ("article", "notice", "furniture", "unplaced")

DoubtAbout = Literal[
    "headline", "title-parts", "lede", "crosshead", "boundary", "attribution", "column", "place"
]

LineRanges = tuple[tuple[int, int], ...]
"""Ranges of source lines, 1-based, both ends in, ascending and apart."""


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
class Doubt:
    """A decision about a story that nearly went otherwise, or that nothing on the page could settle."""

    about: DoubtAbout
    line: int
    """The source line that it is about, 1-based."""
    reading: str
    """The second-best reading, to be printed after "perhaps": ``a crosshead``, ``the headline of the story at``."""
    other_line: int = 0
    """The source line with which that reading ends: where the other story begins; 0 where it names none."""
    margin: float = 0.0
    """The logarithm of the odds against it, from how much worse the second-best reading of the page is, in nats."""

    def __str__(self) -> str:
        """Return the doubt as a report prints it."""
        other = f" line {self.other_line}" if self.other_line else ""
        return f"{self.about} at line {self.line}: perhaps {self.reading}{other}"


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a story goes on, or where it comes from: ``下转第三版``, ``Continued from page A1``."""

    page: str = ""
    """Label of the other half's page, where it is stated."""
    stated: str = ""
    """The words of the page that say so; empty where only the other half does."""
    article: str = ""
    """Id of the other half; empty while it is not found."""
    confidence: float = 1.0
    """0 to 1: how sure ``article`` is."""


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
    continues_on: Jump | None = None
    """Where the story goes on, if it ends with a jump line."""
    continued_from: Jump | None = None
    """Where the story began, if it begins with a jump line."""
    confidence: float = 1.0
    """0 to 1: how sure the placing of its parts is."""
    doubts: tuple[Doubt, ...] = ()
    """What could have been decided otherwise, the closest decision first."""


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page taken apart: every non-blank line of it is in exactly one story's ``lines``.

    In the order of the page: articles, then notices, furniture and unplaced lines.
    """

    stories: tuple[Story, ...]


MOST_TERMS = 1_000
"""Terms of one kind that an article can have: each leads to all the others, and time grows with their square."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What an article is about: topics, and the names in it, the weightiest first."""

    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
