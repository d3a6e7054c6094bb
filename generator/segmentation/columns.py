"""Columns: rows of running text and display lines, by the cheapest path through the page (Viterbi).

Each row is in one state: first row of a paragraph, a further row, or a crosshead, in a column of a certain
width whose rows are spaced in a certain way; or a display line outside of any column. The price of a state is
how badly the row fits it, and of a step between two states how unlikely newspapers set it so:

- a column is filled: a row ends where the next unbreakable unit would not have fitted (``measure.first_unit``);
- a paragraph's first row is two em narrower, and its last row ends a sentence;
- the blank lines inside a column follow one of three modes (``Spacing``).

Prices are in nats, about minus the logarithm of a likelihood; they were set by eye and rounded.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from generator.segmentation.datelines import opens_story
from generator.segmentation.display import could_be_display, display_price
from generator.segmentation.fit import INDENT, last_row_price, opening_price, row_price
from generator.segmentation.pieces import Block, Display, Piece
from generator.segmentation.rows import Row, finished


class Spacing(IntEnum):
    """Where blank lines stand inside a column."""

    ALL = 0
    """Between all rows."""
    PARAGRAPHS = 1
    """Between paragraphs only."""
    NONE = 2
    """Nowhere."""


# The price of a blank line (second figure: of its absence, the first) by spacing, inside a paragraph and
# between two. Only a column with no blank lines at all treats one between paragraphs as a strong break.
_INSIDE = ((2.5, 0.0), (0.0, 4.0), (0.0, 4.0))
_BETWEEN = ((2.5, 0.0), (2.0, 0.0), (0.0, 3.5))

NEW_SPACING = 3.0
"""The seed of doubt: a long story was found to change its spacing on the way."""
NEW_COLUMN = 4.5
NEW_COLUMN_SET_SOLID = 2.5
"""More, where no blank line parts it from the text above."""
NEW_WIDTH_IN_PARAGRAPH = 8.0
NEW_PARAGRAPH = 0.4
CROSSHEAD = 0.3
"""A display line inside a column, rather than between two."""
UNINDENTED_START = 4.0

_FIRST, _FURTHER, _CROSS = range(3)
_OUTSIDE = -1
_WIDEST = 60

State = tuple[int, int, int]
"""Width in em (0: outside of a column), spacing, and role."""

_DISPLAY: State = (0, 0, _OUTSIDE)


def find_pieces(rows: Sequence[Row]) -> tuple[Piece, ...]:
    """Part ``rows``, which no notice, furniture or credit interrupts, into blocks and display lines."""
    if not rows:
        return ()
    return _gather(rows, _cheapest_path(rows))


def _widths(rows: Sequence[Row]) -> list[int]:
    """Return the widths in em that a column of ``rows`` may have: those that several rows come near to."""
    near = Counter[int]()
    for row in rows:
        top = min(_WIDEST, math.ceil(row.width))
        near.update((top - 1, top, top + int(INDENT)))
        if "，" in row.text and not finished(row.text):
            # Even one such row may open a paragraph of two rows, in a column that no other row fills.
            near[top + int(INDENT)] += 1
    widths = sorted(w for w, n in near.items() if n >= 2 and w >= 4)
    return widths or [max(4, min(_WIDEST, math.ceil(rows[0].width) + int(INDENT)))]


def _cheapest_path(rows: Sequence[Row]) -> list[State]:
    widths = _widths(rows)
    states: list[State] = [(w, s, r) for w in widths for s in Spacing for r in (_FIRST, _FURTHER, _CROSS)]
    states.append(_DISPLAY)
    prices: dict[State, float] = {}
    back: list[dict[State, State | None]] = []
    first = rows[0]
    start = opening_price(first)
    for state in states:
        if state[2] == _FIRST:
            prices[state] = NEW_COLUMN + start
        elif state[2] == _FURTHER:
            prices[state] = NEW_COLUMN + UNINDENTED_START
    prices[_DISPLAY] = display_price(rows, 0)
    back.append(dict.fromkeys(prices))
    for index in range(1, len(rows)):
        prices, origin = _step(rows, index, widths, prices)
        back.append(origin)
    ends = {s: p + (last_row_price(rows[-1], _room(s)) if s[2] in (_FIRST, _FURTHER) else 0.0) for s, p in prices.items()}
    for state in ends:
        if state[2] == _CROSS:
            ends[state] += NEW_COLUMN
    path: list[State] = []
    at: State | None = min(ends, key=lambda s: ends[s])
    for origin in reversed(back):
        assert at is not None
        path.append(at)
        at = origin[at]
    return path[::-1]


def _room(state: State) -> float:
    return state[0] - INDENT if state[2] == _FIRST else state[0]


def _step(
    rows: Sequence[Row], index: int, widths: Sequence[int], prices: dict[State, float]
) -> tuple[dict[State, float], dict[State, State | None]]:
    """Return the price of every state of row ``index``, and the state of the row above it came from."""
    above, row = rows[index - 1], rows[index]
    blank = 1 if row.blanks else 0
    start = opening_price(row)
    as_display = display_price(rows, index)
    indented = 4.0 if row.indent >= 2 else 0.0
    new: dict[State, float] = {}
    origin: dict[State, State | None] = {}
    open_text: tuple[float, State] | None = None
    closed: tuple[float, State] = (prices[_DISPLAY], _DISPLAY) if _DISPLAY in prices else (math.inf, _DISPLAY)
    for width in widths:
        goes_on: list[tuple[float, State]] = []
        ended: list[tuple[float, State]] = []
        for spacing in Spacing:
            first, further, cross = ((width, spacing, r) for r in (_FIRST, _FURTHER, _CROSS))
            text = [(prices[s], s) for s in (first, further) if s in prices]
            on = min((p + row_price(above, row, _room(s)), s) for p, s in text) if text else (math.inf, first)
            end = min((p + last_row_price(above, _room(s)), s) for p, s in text) if text else (math.inf, first)
            head = (prices[cross], cross) if cross in prices else (math.inf, cross)
            goes_on.append(on)
            ended.append(min(end, head))
            closed = min(closed, end)
            loose = min(text)[0] if text else math.inf
            if text and (open_text is None or loose < open_text[0]):
                open_text = (loose, min(text)[1])
        for spacing in Spacing:
            on = min((p + (0.0 if s[1] == spacing else NEW_SPACING), s) for p, s in goes_on)
            new[(width, spacing, _FURTHER)] = on[0] + _INSIDE[spacing][blank] + indented
            origin[(width, spacing, _FURTHER)] = on[1]
            end = min((p + (0.0 if s[1] == spacing else NEW_SPACING), s) for p, s in ended)
            new[(width, spacing, _FIRST)] = end[0] + _BETWEEN[spacing][blank] + NEW_PARAGRAPH + start
            origin[(width, spacing, _FIRST)] = end[1]
            # A crosshead is often set off by a blank line in a column that has none.
            new[(width, spacing, _CROSS)] = end[0] + (0.0 if blank else _BETWEEN[spacing][0]) + as_display + CROSSHEAD
            origin[(width, spacing, _CROSS)] = end[1]
    fresh = closed[0] + NEW_COLUMN + (0.0 if blank or closed[1] == _DISPLAY else NEW_COLUMN_SET_SOLID)
    for width in widths:
        for spacing in Spacing:
            _offer(new, origin, (width, spacing, _FIRST), fresh + start, closed[1])
            _offer(new, origin, (width, spacing, _FURTHER), fresh + start + UNINDENTED_START, closed[1])
            if open_text is not None:
                price = open_text[0] + NEW_WIDTH_IN_PARAGRAPH
                _offer(new, origin, (width, spacing, _FURTHER), price, open_text[1])
    solid = 0.0 if blank or closed[1] == _DISPLAY else 1.5
    _offer(new, origin, _DISPLAY, closed[0] + as_display + solid, closed[1])
    return new, origin


def _offer(
    prices: dict[State, float], origin: dict[State, State | None], state: State, price: float, at: State
) -> None:
    if price < prices.get(state, math.inf):
        prices[state] = price
        origin[state] = at


def _gather(rows: Sequence[Row], path: Sequence[State]) -> tuple[Piece, ...]:
    """Turn the states of ``rows`` into pieces."""
    pieces: list[Piece] = []
    open_block: list[tuple[Row, ...]] = []
    width = 0
    continues = False
    previous: State = _DISPLAY

    def close() -> None:
        if open_block:
            pieces.append(Block(tuple(open_block), float(width), open_block[-1][-1].credit, None, continues))
            open_block.clear()

    for paragraph, state in _paragraphs(rows, path):
        same = previous[0] == state[0] != 0
        if state[2] in (_OUTSIDE, _CROSS):
            close()
            pieces.append(Display(paragraph[0], inside=state[2] == _CROSS))
        elif len(paragraph) == 1 and could_be_display(paragraph[0]):
            close()
            pieces.append(Display(paragraph[0], inside=same, line=True))
        else:
            if open_block and (not same or _hints_at_new_story(paragraph[0], state, previous)):
                close()
            if not open_block:
                continues, width = same, state[0]
            open_block.append(paragraph)
        previous = state
    close()
    return tuple(pieces)


def _paragraphs(rows: Sequence[Row], path: Sequence[State]) -> list[tuple[tuple[Row, ...], State]]:
    """Return the paragraphs and display lines that ``path`` makes of ``rows``, with the state each begins in."""
    found: list[tuple[tuple[Row, ...], State]] = []
    for row, state in zip(rows, path, strict=True):
        if state[2] == _FURTHER and found and found[-1][1][2] not in (_OUTSIDE, _CROSS):
            found[-1] = ((*found[-1][0], row), found[-1][1])
        else:
            found.append(((row,), state))
    return found


def _hints_at_new_story(row: Row, state: State, previous: State) -> bool:
    """Tell whether the paragraph that opens with ``row`` may be another story of the same column width."""
    changed = previous[1] != state[1]
    return changed or (state[1] == Spacing.NONE and row.blanks > 0) or opens_story(row.text)
