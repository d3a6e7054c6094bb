"""Issues as other pages show them: a digest of all that they can show, and the face."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from generator.catalogue.kinship import Kinship, pack_related, relate_all
from generator.catalogue.naming import Naming, unify
from generator.catalogue.packing import TERMS, Piece, digest, pack_face, unpack, unpack_pieces


def write_faces(
    database: sqlite3.Connection, naming: Naming, numbers: Iterable[int], kin: Kinship | None = None
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
            "update issues set face = ? where number = ?", (pack_face(record, pieces, found), number)
        )
        if kin:
            related = pack_related(relate_all(number, pieces, kin))
            database.execute("update issues set related = ? where number = ?", (related, number))
    return other


def read_renamed(database: sqlite3.Connection) -> Mapping[str, str]:
    """Return the forms that articles show under another name: the digit of their kind before each."""
    return dict(database.execute("select form, name from renamed"))


def _as_shown(piece: Piece, renamed: Mapping[str, str]) -> Piece:
    terms = unify(piece[TERMS], renamed)
    return (*piece[:TERMS], terms.topics, terms.people, terms.organisations, terms.places)
