"""Display lines: how much a row looks like a headline or a crosshead, by its own form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.segmentation.datelines import is_writers_line, opens_story
from generator.segmentation.latin import breaks_off, case_of, is_latin, opens_text
from generator.segmentation.measure import CLOSING
from generator.segmentation.rows import Row

DISPLAY = 2.5
CAPITALS, TITLE_CASE = -2.0, -1.0
"""A line in capitals, and one with all its weighty words capitalised: so English headlines are set."""
SMALL_LETTER = 4.0
BREAKS_OFF = 3.0
"""A line that ends with a function word."""
OPENS_TEXT = 6.0
"""A writer's line, or a dateline."""
_LAST_WORD = re.compile(r"[a-z]{2,}[”\"’')]*\.$")
"""A full stop behind a word, not behind an abbreviation (``U.S.``)."""
_BROKEN_OFF = "，、；,;"
_FULL_STOP = re.compile(r"[。；;]|[a-z0-9)”\"]\.(?=[”\"]? [A-Z“\"])")
_PAUSE = re.compile(r"[，,：:]")
_CAPTION = re.compile(r"[（(]?(?:[图圖][为為]|[上下左右附][图圖]|[图圖][片①-⑩一二三四\d]{0,2}[：:])")
_BRACKETED = re.compile(r"[（(][^）)]*[）)]")


def could_be_display(row: Row) -> bool:
    """Tell whether ``row`` has the form of a headline: no sentence ends in it, and it is of moderate length."""
    text = row.text
    return (
        row.width <= 36
        and not row.credit
        and not row.entry
        and not _BRACKETED.fullmatch(text)
        and text[:1] not in CLOSING.replace("…", "").replace("—", "")
        and text[-1:] not in "。，、；,;"
        and not _FULL_STOP.search(text)
        and not (text[-1:] == "." and _LAST_WORD.search(text))
        and not opens_text(text)
        and not _CAPTION.match(text)
        and not opens_story(text)
        and not is_writers_line(text)
    )


def display_price(rows: Sequence[Row], index: int) -> float:
    """Return the price of row ``index`` being a display line, by its form and by what stands around it."""
    row = rows[index]
    if row.credit or row.entry:
        return 30.0
    text = row.text
    price = DISPLAY
    if text[-1:] in "。" or text[-1:] in _BROKEN_OFF:
        price += 7.0
    elif text[-1:] in "！？!?…：:":
        price += 1.5
    if _FULL_STOP.search(text[:-1]):
        price += 4.0
    if text[:1] in CLOSING and text[:1] not in "…—":
        price += 6.0
    price += 0.7 * len(_PAUSE.findall(text[:-1]))
    if _BRACKETED.fullmatch(text):
        price += 3.0
    price += max(0.0, row.width - 28) * 0.4
    if is_latin(text):
        price += _latin_price(text)
    elif _CAPTION.match(text) or opens_story(text) or is_writers_line(text):
        price += OPENS_TEXT
    if index + 1 < len(rows) and not rows[index + 1].blanks:
        price += 0.7 if could_be_display(rows[index + 1]) else 1.5
    return price


def _latin_price(text: str) -> float:
    """Return the price of a line of Latin letters being a display line, by its case and its end."""
    price = 7.0 if text[-1:] == "." and _LAST_WORD.search(text) else 0.0
    price += SMALL_LETTER if text[:1].islower() else 0.0
    price += BREAKS_OFF if breaks_off(text) else 0.0
    if opens_text(text):
        return price + OPENS_TEXT
    return price + (0.0, TITLE_CASE, CAPITALS)[case_of(text)]
