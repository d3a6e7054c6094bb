"""Issues and the summaries of their articles as plain tuples, as the file keeps them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from generator.catalogue.packing import pack, unpack
from generator.model import (
    TERM_KINDS,
    ArticleSummary,
    IssueRecord,
    IssueSummary,
    PageRecord,
    SourceFile,
    Terms,
)

KINDS = tuple(enumerate(TERM_KINDS))
"""Kinds of terms, each behind the number by which the file knows it."""
Forms = tuple[tuple[str, ...], ...]
"""Forms of the terms of an article, one tuple for each kind."""
Piece = tuple[Any, ...]
"""A summary of an article as a tuple; the constants below name the places that are looked at."""
SUFFIX, KIND = 0, 1
SECTION, ATTRIBUTION = 7, 9
MODIFIED, FORMERLY, STATUS, IMPORTED = 11, 12, 13, 14
ELSEWHERE, TITLE_WORDS, TERMS, AS_WRITTEN = 17, 18, 19, 20
"""Forms under the vocabulary's names, none stopped; forms as the front matter has them, None where equal."""


def pack_record(record: IssueRecord) -> tuple[Any, ...]:
    """Return an issue's record as a tuple."""
    return (
        record.publication,
        record.date.toordinal(),
        record.edition,
        record.date_basis,
        record.number,
        tuple((page.label, page.name, page.last_number) for page in record.pages),
        tuple(
            (
                source.file,
                source.sha256,
                source.pages,
                source.imported.toordinal(),
                source.encoding,
                source.part_of,
                source.part_of_sha256,
                source.superseded,
            )
            for source in record.sources
        ),
    )


def unpack_record(packed: tuple[Any, ...]) -> IssueRecord:
    """Return the record that ``pack_record`` was given."""
    publication, day, edition, date_basis, number, pages, sources = packed
    return IssueRecord(
        publication,
        dt.date.fromordinal(day),
        edition,
        date_basis,
        number,
        tuple(PageRecord(*page) for page in pages),
        tuple(
            SourceFile(file, sha256, labels, dt.date.fromordinal(imported), *rest)
            for file, sha256, labels, imported, *rest in sources
        ),
    )


def pack_article(article: ArticleSummary, start: int, named: Forms) -> Piece:
    """Return a summary as a tuple: its id from ``start`` on, its terms ``named`` by the vocabulary."""
    terms = article.terms
    written = (terms.topics, terms.people, terms.organisations, terms.places)
    return (
        article.id[start:],
        article.kind,
        article.title,
        article.title_supplied,
        article.kicker,
        article.subtitle,
        article.opening,
        article.section,
        article.authors,
        article.attribution,
        article.date.toordinal(),
        _ordinal(article.modified),
        article.formerly,
        article.status,
        _ordinal(article.imported),
        article.rights,
        article.offices,
        article.elsewhere,
        article.title_words,
        named,
        None if written == named else written,
    )


def unpack_article(piece: Piece, issue_id: str, terms: Terms) -> ArticleSummary:
    """Return the summary that ``pack_article`` was given, with other ``terms``."""
    suffix, kind, title, supplied, kicker, subtitle, opening, section, authors, attribution = piece[:10]
    day, modified, formerly, status, imported, rights, offices, elsewhere, title_words = piece[10:TERMS]
    return ArticleSummary(
        f"{issue_id}/{suffix}",
        kind,
        title,
        supplied,
        kicker,
        subtitle,
        opening,
        section,
        authors,
        attribution,
        terms,
        dt.date.fromordinal(day),
        day_of(modified),
        formerly,
        status,
        day_of(imported),
        rights,
        offices,
        elsewhere,
        title_words,
    )


def pack_pieces(record: tuple[Any, ...], pieces: Iterable[Piece]) -> bytes:
    """Return an issue's record and pieces as bytes, each piece apart: most who look for one need no other."""
    return pack((record, tuple(map(pack, pieces))))


def unpack_pieces(data: bytes) -> tuple[tuple[Any, ...], tuple[Piece, ...]]:
    """Return the record and the pieces that ``pack_pieces`` was given. Raises as ``unpack`` does."""
    record, pieces = unpack(data)
    return record, tuple(map(unpack, pieces))


def unpack_issue(
    record: IssueRecord, pieces: Iterable[Piece], terms: Callable[[Piece], Terms]
) -> IssueSummary:
    """Return the summary of an issue from its record and pieces."""
    return IssueSummary(record, tuple(unpack_article(piece, record.id, terms(piece)) for piece in pieces))


def as_written(piece: Piece) -> Terms:
    """Return the terms of an article as its front matter has them."""
    return Terms(*(piece[AS_WRITTEN] or piece[TERMS]))


def is_counted(piece: Piece) -> bool:
    """Tell whether a piece is an article that stands in indexes: no notice, and not withdrawn."""
    return piece[KIND] == "article" and not piece[STATUS]


def in_lists(record: tuple[Any, ...], pieces: Iterable[Piece]) -> tuple[object, ...]:
    """Return all of an issue that stands beside its articles in lists: its record, and how much it has."""
    shown = Counter(piece[KIND] for piece in pieces if not piece[STATUS])
    return record, shown["article"], shown["notice"]


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day else 0


def day_of(ordinal: int) -> dt.date | None:
    """Return the day of an ordinal, None for 0."""
    return dt.date.fromordinal(ordinal) if ordinal else None
