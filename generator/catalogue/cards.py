"""Terms as other rooms see them, read without what only an update asks for."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator

from generator.catalogue.packing import unpack
from generator.model import TERM_KINDS
from generator.model.catalogue import TermCard

_SELECT = (
    "select kind, name, slug, letter, syllable, count, rank, has_page, since, relations from terms where "
)
_NO_RELATIONS: tuple[tuple[str, ...], ...] = ((), (), (), ())


def select_cards(database: sqlite3.Connection, where: str, *values: object) -> Iterator[TermCard]:
    """Yield the cards of the terms that a condition selects, all of them listed."""
    for kind, name, slug, letter, syllable, count, rank, has_page, since, relations in database.execute(
        _SELECT + where, values
    ):
        yield TermCard(
            TERM_KINDS[kind],
            name,
            slug,
            letter,
            syllable,
            count,
            rank,
            bool(has_page),
            dt.date.fromordinal(since) if since else None,
            *(unpack(relations) if relations else _NO_RELATIONS),
        )
