"""Issues as other pages show them: a digest of all that they can show, and the face."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from generator.catalogue.kinship import Kinship, pack_related, relate_all
from generator.catalogue.naming import Renamed, unify
from generator.catalogue.packing import digest, pack, unpack
from generator.catalogue.pieces import (
    ATTRIBUTION,
    ELSEWHERE,
    IMPORTED,
    KIND,
    KINDS,
    MODIFIED,
    SECTION,
    STATUS,
    TERMS,
    Piece,
    day_of,
    is_counted,
    unpack_pieces,
    unpack_record,
)
from generator.model.catalogue import IssueFace


def write_faces(
    database: sqlite3.Connection, numbers: Iterable[int], kin: Kinship | None = None
) -> list[int]:
    """Write the faces of issues; return the numbers of those whose digest is new or another.

    With ``kin`` the related articles of all their articles are found anew.
    """
    renamed = read_renamed(database)
    other = []
    for number in numbers:
        query = "select pieces, face from issues where number = ?"
        packed, face = database.execute(query, (number,)).fetchone()
        record, pieces = unpack_pieces(packed)
        found = digest(record, tuple(_as_shown(piece, renamed) for piece in pieces))
        if not face or unpack(face)[-1] != found:
            other.append(number)
        database.execute(
            "update issues set face = ? where number = ?", (_pack_face(record, pieces, found), number)
        )
        if kin:
            related = pack_related(relate_all(number, pieces, kin))
            database.execute("update issues set related = ? where number = ?", (related, number))
    return other


def read_renamed(database: sqlite3.Connection) -> Renamed:
    """Return the forms that articles show under another name. The file has the digit of their kind before each."""
    renamed: tuple[dict[str, str], ...] = tuple({} for _ in KINDS)
    for form, name in database.execute("select form, name from renamed"):
        renamed[int(form[0])][form[1:]] = name
    return renamed


def _pack_face(record: tuple[Any, ...], pieces: Sequence[Piece], digest_: str) -> bytes:
    """Return the face of an issue, as ``unpack_face`` reads it."""
    articles = [piece for piece in pieces if is_counted(piece)]
    notices = sum(piece[KIND] == "notice" and not piece[STATUS] for piece in pieces)
    changed = max((day for piece in pieces for day in (piece[MODIFIED], piece[IMPORTED])), default=0)
    sections = tuple(Counter(piece[SECTION] for piece in articles).items())
    attributions = tuple(Counter(piece[ATTRIBUTION] for piece in articles).items())
    elsewhere = tuple(dict.fromkeys(issue for piece in pieces for issue in piece[ELSEWHERE]))
    return pack((record, len(articles), notices, sections, attributions, changed, elsewhere, digest_))


def unpack_face(data: bytes) -> IssueFace:
    """Return the face of an issue."""
    record, articles, notices, sections, attributions, changed, elsewhere, found = unpack(data)
    return IssueFace(
        unpack_record(record),
        articles,
        notices,
        dict(sections),
        dict(attributions),
        day_of(changed),
        elsewhere,
        found,
    )


def _as_shown(piece: Piece, renamed: Renamed) -> Piece:
    terms = unify(piece[TERMS], renamed)
    return (*piece[:TERMS], terms.topics, terms.people, terms.organisations, terms.places)
