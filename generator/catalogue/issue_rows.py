"""The rows of issues, as far as several read them."""

from __future__ import annotations

import sqlite3
from typing import Any

from generator.catalogue.pieces import Piece, unpack_pieces


def read_pieces(database: sqlite3.Connection, number: int) -> tuple[tuple[Any, ...], tuple[Piece, ...]]:
    """Return the record and the pieces of the issue with a number in the file; both empty where there is none."""
    row = database.execute("select pieces from issues where number = ?", (number,)).fetchone()
    return unpack_pieces(row[0]) if row else ((), ())
