"""Rows: a paragraph broken into lines as a column sets it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.segmentation.measure import CLOSING, OPENING, em

Hang = Literal["hang", "carry", "tighten", "none"]
"""What becomes of a closing mark that would begin a line: it hangs out of the column; the character before it is
carried down with it; the line's marks are tightened to take it in; or nothing, and it begins the line."""

_UNIT = re.compile(r"[A-Za-z0-9À-ɏ.%‰+\-&/'’,:]*[A-Za-z0-9À-ɏ%‰]|.", re.DOTALL)
_MARKS = re.compile(r"[，。、；：！？“”‘’（）《》「」『』]")


@dataclass(frozen=True, slots=True)
class Measure:
    """How the rows of a column are made."""

    width: int
    indent: int = 2
    hang: Hang = "hang"
    printed_indent: str = ""
    """Blanks in front of a paragraph's first row, where the layout keeps them."""


def set_paragraph(text: str, measure: Measure) -> list[str]:
    """Return the rows of ``text``."""
    rows: list[str] = []
    units = [unit for unit in _UNIT.findall(text) if unit]
    row, room = "", float(measure.width - measure.indent)
    at = 0
    while at < len(units):
        unit, after = _with_opening(units, at)
        if not row or _width(row + unit, measure) <= room:
            row, at = row + unit, after
            continue
        if unit[0] in CLOSING and measure.hang == "hang" and em(row) <= room:
            rows.append(row + unit)
            row, room, at = "", float(measure.width), after
            continue
        if unit[0] in CLOSING and measure.hang != "none" and len(row) > 1 and not row[-1].isascii():
            carried = len(row) - 1
            while carried > 1 and (row[carried] in CLOSING or row[carried - 1] in OPENING):
                carried -= 1
            rows.append(row[:carried].rstrip())
            row, room, at = row[carried:] + unit, float(measure.width), after
            continue
        rows.append(row.rstrip())
        row, room = "", float(measure.width)
        if unit == " ":
            at = after
    rows = [*rows, row] if row.strip() else rows
    return [measure.printed_indent + rows[0], *rows[1:]] if rows else []


def _with_opening(units: list[str], at: int) -> tuple[str, int]:
    """Return the unit at ``at``, opening marks together with what they open, and where the next begins."""
    unit = units[at]
    while unit[-1] in OPENING and at + 1 < len(units):
        at += 1
        unit += units[at]
    return unit, at + 1


def _width(row: str, measure: Measure) -> float:
    return em(row) - (0.5 * len(_MARKS.findall(row)) if measure.hang == "tighten" else 0.0)


def balanced(text: str, breaks: Callable[[str], list[str]]) -> list[str]:
    """Return ``text`` in two rows of about one length, broken between two of the words that ``breaks`` gives."""
    words = breaks(text)
    if len(words) < 2:
        return [text]
    best = min(range(1, len(words)), key=lambda k: abs(len("".join(words[:k])) - len(text) / 2))
    return ["".join(words[:best]), "".join(words[best:])]
