"""How well a row fits a column: the prices of too full, too short and wrongly ended rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.segmentation.datelines import is_writers_line, opens_story
from generator.segmentation.latin import is_byline, is_latin, is_titled
from generator.segmentation.measure import (
    CLOSING,
    OPENING,
    em,
    first_unit,
    hanging,
    is_han,
    marks_behind,
    squeeze,
)
from generator.segmentation.rows import Row, finished
from generator.segmentation.script import simplified

INDENT = 2.0
"""A paragraph's first row is indented by two characters (首行缩进)."""

SHORT = 4.0
"""A row that ends although the next unit would have fitted; more for each em left."""
SHORT_MOST = 8.0
SHORT_CARRIED = 0.7
"""The same, where the closing mark behind the next unit would not have fitted, and so carried the unit down with it:
most newspapers let it hang, some do not."""
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
PASSES_INTO_BYLINE = 8.0
"""A paragraph that goes on in a row that is a writer's name and nothing else."""
PASSES_INTO_NAMES = 0.0
"""The same below a finished sentence: there the writer's name may be set solid behind it, and be carried down."""
PASSES_INTO_ENTRY = 8.0
"""A paragraph that goes on in a row that is an entry of a list."""
PASSES_TITLE = 4.0
"""A paragraph that goes on below or in a row that is capitalised as a headline is."""
OPENS_TITLED = 2.0
"""A paragraph that opens with such a row."""
UNFINISHED = 6.5
"""A paragraph whose last row ends no sentence."""
SMALL_LETTER = 5.0
"""A paragraph that opens with a small letter."""
ENDS_HALFWAY = 2.0
"""The same with a mark that may end an item of a list, or a bracket."""

_ITEM = re.compile(
    r"(?:\d{1,2}[.．、](?!\d)|[①-⑳]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|———?)"
)
"""What an item of a list, or a point of an argument, begins with."""


_BYLINE = re.compile(r"[（(][\u4e00-\u9fff、\s]{2,18}[)）]")
_PRESENT = re.compile(r"[^，。]{2,24}(?:参加|陪同|出席)[^，。]{0,12}。")
"""Who else was there: in reports of meetings a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What the price of a row in any column follows from."""

    width: float
    hang: float
    """Em that may hang outside of the column."""
    give: float
    """Em by which the row can be tightened."""
    doubt: float
    """Em by which its width is uncertain."""
    next_unit: float
    """Em that the head of the row below would take."""
    carried: float
    """Em of the closing marks behind that, which carry it down where marks do not hang."""
    goes_on: float
    """Price of going on in the row below, whatever the column."""
    ends: float
    """Price of ending the paragraph here, whatever the column."""
    ends_full: float = 0.0
    """More, where the head of the row below would not have fitted."""

    def going_on(self, room: float) -> float:
        """Return the price of the row having ``room`` em and going on in the row below."""
        price = self._overfull(room) + self.goes_on
        left = room - self.width - self.next_unit
        return price + (0.0 if left < 0 else self._short(left))

    def _short(self, left: float) -> float:
        if left < self.doubt:
            return SHORT_DOUBTFUL
        if left < self.carried:
            return SHORT_CARRIED
        return min(SHORT_MOST, SHORT + left - self.doubt)

    def ending(self, room: float) -> float:
        """Return the price of the row being the last of its paragraph, with ``room`` em."""
        full = room - self.width - self.next_unit < 0
        return self._overfull(room) + self.ends + (self.ends_full if full else 0.0)

    def _overfull(self, room: float) -> float:
        over = self.width - room - self.hang
        if over <= 0:
            return 0.0
        if over <= self.give:
            return TIGHT * over
        return 0.6 + TIGHT * self.give + 1.5 * (over - self.give)


def fit(row: Row, below: Row | None) -> Fit:
    """Return the fit of ``row``, with the row ``below`` it if there is one."""
    last = row.text[-1:]
    goes_on = next_unit = carried = 0.0
    if below is not None:
        words = is_latin(row.text) and is_latin(below.text)
        blank = 0.5 if last != "-" and (words or (_latin(last) and _latin(below.text[:1]))) else 0.0
        next_unit = first_unit(below.text) + blank
        carried = marks_behind(below.text)
        goes_on = _going_on(row, below)
    ends = 0.0
    if not (
        finished(row.text) or row.credit or row.entry or is_byline(row.text) or is_writers_line(row.text)
    ):
        before_entry = below is not None and below.entry
        ends = ENDS_HALFWAY if before_entry or last in "：:；;）)—" else UNFINISHED
    if is_latin(row.text):
        # Set ragged right, in letters of one pitch: nothing hangs, nothing gives way.
        return Fit(row.width, 0.0, 0.0, 0.0, next_unit, 0.0, goes_on, ends)
    doubt = LATIN_DOUBT * sum(1 for c in row.text if c.isascii())
    give = squeeze(row.text) + doubt
    # An entry that fills its row may go on in the next.
    last_entry = row.entry and not finished(row.text) and below is not None and not below.entry
    ends_full = UNFINISHED if last_entry else 0.0
    return Fit(row.width, hanging(row.text), give, doubt, next_unit, carried, goes_on, ends, ends_full)


def _going_on(row: Row, below: Row) -> float:
    if row.credit:
        return 20.0
    price = 2.0 if row.text[-1:] in OPENING else 0.0
    if finished(row.text):
        price += PASSES_SENTENCE_END
    if row.text[-1:] in CLOSING and _ITEM.match(below.text):
        price += PASSES_INTO_ITEM
    if is_latin(row.text) and (is_titled(row.text) or is_titled(below.text)):
        price += PASSES_TITLE
    if below.entry:
        price += PASSES_INTO_ENTRY
    # Within a sentence a row of names is no more than a part of it.
    if is_byline(below.text) or (finished(row.text) and is_writers_line(below.text)):
        price += PASSES_INTO_BYLINE
    elif _BYLINE.fullmatch(below.text):
        solid = finished(row.text) and not opens_story(below.text)
        price += PASSES_INTO_NAMES if solid else PASSES_INTO_BYLINE
    return price


def opening_price(row: Row) -> float:
    """Return the price of ``row`` being the first of a paragraph, by its first character."""
    if _ITEM.match(row.text):
        return -0.5
    if _PRESENT.fullmatch(simplified(row.text)):
        return -1.0
    if is_latin(row.text):
        return SMALL_LETTER if row.text[:1].islower() else OPENS_TITLED if is_titled(row.text) else 0.0
    return 8.0 if row.text[:1] in CLOSING else 0.0


def _latin(char: str) -> bool:
    return char.isalnum() and not is_han(char) and em(char) < 1
