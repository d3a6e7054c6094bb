"""What an import made of an issue, without the texts: as small as a hundred thousand articles need it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.content.store import StoredIssue
from generator.errors import Diagnostic
from generator.model import DOUBTFUL, WITHDRAWN, Article, Jump, LineRanges
from generator.pipeline.accounting import LineCount


@dataclass(frozen=True, slots=True)
class ImportedPiece:
    """One article, notice or other piece of an import."""

    issue: str
    page: str
    number: str
    kind: str
    title: str
    file: str
    """The source file, such as ``source/page.txt``."""
    lines: str
    """Its source lines, such as ``1, 3, 6-215``."""
    confidence: float
    doubtful: bool
    doubts: tuple[str, ...]
    """What could have been decided otherwise, the closest decision first."""
    continues_on: str
    """Id of the other half of the story, or its page."""
    continued_from: str

    @property
    def place(self) -> str:
        """Page and number: ``p01/03``."""
        return f"p{self.page}/{self.number}"


@dataclass(frozen=True, slots=True)
class PageNote:
    """What a person has to know of a page of which something was there already."""

    label: str
    kept: tuple[str, ...]
    """Ids of articles that hold a person's corrections, or that a person took away."""
    differs: tuple[str, ...]
    """Ids of articles in which a person and the program have changed the same; the person's stays."""
    beside: tuple[str, ...]
    """Other source files that have given articles to the same page."""


@dataclass(frozen=True, slots=True)
class ImportedIssue:
    """What an import did to an issue, or with ``--dry-run`` would do."""

    id: str
    files: int = 0
    """How many were written or removed."""
    pieces: tuple[ImportedPiece, ...] = ()
    """As they are now; what a person deleted or withdrew is not among them."""
    pages: tuple[PageNote, ...] = ()
    """Those of which there is something to say."""
    counts: tuple[LineCount, ...] = ()
    """The lines of each page of each source."""
    warnings: tuple[Diagnostic, ...] = field(default=())


def report_issue(
    stored: StoredIssue, counts: tuple[LineCount, ...], warnings: tuple[Diagnostic, ...]
) -> ImportedIssue:
    """Return what there is to report of ``stored``."""
    notes = (PageNote(page.label, page.kept, page.differs, page.beside) for page in stored.pages)
    return ImportedIssue(
        stored.record.id,
        len(stored.writes) + len(stored.removals),
        tuple(_pieces(stored)),
        tuple(note for note in notes if note.kept or note.differs or note.beside),
        counts,
        warnings,
    )


def _pieces(stored: StoredIssue) -> Iterator[ImportedPiece]:
    for page in stored.pages:
        for made in page.articles:
            article = stored.articles.get(made.id)
            if article and article.status != WITHDRAWN:
                yield _piece(article)


def _piece(article: Article) -> ImportedPiece:
    source = article.source
    confidence = source.confidence if source else 1.0
    return ImportedPiece(
        issue=article.issue_id,
        page=article.page_label,
        number=article.number,
        kind=article.kind,
        title=article.title,
        file=source.file if source else "",
        lines=ranges_text(source.lines) if source else "",
        confidence=confidence,
        doubtful=article.kind == "unplaced" or confidence < DOUBTFUL,
        doubts=source.doubts if source else (),
        continues_on=_other(article.continues_on),
        continued_from=_other(article.continued_from),
    )


def _other(jump: Jump | None) -> str:
    return "" if jump is None else jump.article or jump.page


def ranges_text(ranges: LineRanges) -> str:
    """Return ``ranges`` in words: ``1, 3, 6-215``."""
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in ranges)
