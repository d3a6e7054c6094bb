"""How well a row fits a column: the prices of too full, too short and wrongly ended rows."""

from __future__ import annotations

import re

from generator.segmentation.measure import CLOSING, OPENING, em, first_unit, hanging, is_han, squeeze
from generator.segmentation.rows import Row, finished

INDENT = 2.0
"""A paragraph's first row is indented by two characters (首行缩进)."""

SHORT = 3.0
"""A row that ends although the next unit would have fitted; more for each em left."""
SHORT_MOST = 7.0
SHORT_DOUBTFUL = 1.0
"""The same, where Latin letters, which are not all half an em wide, make the measure uncertain."""
TIGHT = 0.15
"""A row tightened to fit, for each em."""
LATIN_DOUBT = 0.06
"""Uncertainty of a row's width in em for each Latin letter or digit in it."""
PASSES_SENTENCE_END = 0.3
"""A paragraph that goes on below a row that ends with a sentence."""
PASSES_INTO_ITEM = 2.5
"""A paragraph that goes on in a row that begins like an item of a list."""
UNFINISHED = 6.5
"""A paragraph whose last row ends no sentence."""
ENDS_HALFWAY = 2.0
"""The same with a mark that may end an item of a list, or a bracket."""

_ITEM = re.compile(
    r"(?:\d{1,2}[.．、](?!\d)|[①-⑳]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|———?)"
)
"""What an item of a list, or a point of an argument, begins with."""


def row_price(row: Row, below: Row, room: float) -> float:
    """Return the price of ``row`` having ``room`` em and going on in the row ``below``."""
    if row.credit:
        return 20.0
    price = _overfull(row, room)
    left = room - row.width - first_unit(below.text)
    if _latin(row.text[-1:]) and _latin(below.text[:1]):
        left -= 0.5
    if left >= 0:
        doubt = LATIN_DOUBT * _ascii(row)
        price += SHORT_DOUBTFUL if left < doubt else min(SHORT_MOST, SHORT + left - doubt)
    if row.text[-1:] in OPENING:
        price += 2.0
    if finished(row.text):
        price += PASSES_SENTENCE_END
    if row.text[-1:] in CLOSING and _ITEM.match(below.text):
        price += PASSES_INTO_ITEM
    return price


def last_row_price(row: Row, room: float) -> float:
    """Return the price of ``row`` being the last of its paragraph, with ``room`` em."""
    price = _overfull(row, room)
    if not (finished(row.text) or row.credit):
        price += ENDS_HALFWAY if row.text[-1:] in "：:；;）)—" else UNFINISHED
    return price


def opening_price(row: Row) -> float:
    """Return the price of ``row`` being the first of a paragraph, by its first character."""
    if _ITEM.match(row.text):
        return -0.5
    return 8.0 if row.text[:1] in CLOSING else 0.0


def _overfull(row: Row, room: float) -> float:
    over = row.width - room
    if over <= 0:
        return 0.0
    over -= hanging(row.text)
    if over <= 0:
        return 0.0
    give = squeeze(row.text) + LATIN_DOUBT * _ascii(row)
    if over <= give:
        return TIGHT * over
    return 0.6 + TIGHT * give + 1.5 * (over - give)


def _ascii(row: Row) -> int:
    return sum(1 for c in row.text if c.isascii())


def _latin(char: str) -> bool:
    return char.isalnum() and not is_han(char) and em(char) < 1
