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

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from generator.segmentation.display import could_be_display, display_price
from generator.segmentation.fit import INDENT, Fit, fit, opening_price
from generator.segmentation.latin import is_latin
from generator.segmentation.pieces import Spacing
from generator.segmentation.rows import Row, finished

# The price of a blank line (second figure: of its absence, the first) by spacing, inside a paragraph and
# between two. Only a column with no blank lines at all treats one between paragraphs as a strong break.
_INSIDE = ((2.5, 0.0), (0.0, 4.0), (0.0, 4.0))
_BETWEEN = ((2.5, 0.0), (2.0, 0.0), (0.0, 3.5))

NEW_SPACING = 3.0
"""A long story may change its spacing on the way: one real page does."""
NEW_COLUMN = 4.5
NEW_COLUMN_SET_SOLID = 2.5
"""More, where no blank line parts it from the text above."""
NEW_WIDTH_IN_PARAGRAPH = 8.0
NEW_PARAGRAPH = 0.4
DISPLAY_SET_SOLID = 1.5
"""A display line with no blank line between it and the text above."""
NEXT_OF_HEADLINE = -1.5
"""A further row of one headline, set solid."""
TEXT_SET_SOLID = 2.0
"""Running text with no blank line between it and the headline above."""
INDENTED_FURTHER = 4.0
"""A row with blanks in front of it that is not the first of a paragraph."""
CROSSHEAD = 0.3
"""A display line inside a column, rather than between two."""
UNINDENTED_START = 4.0

FIRST, FURTHER, CROSS = range(3)
OUTSIDE = -1
AROUND = 6
"""Rows above and below a row that show how wide its column may be."""
SPACINGS = tuple(int(spacing) for spacing in Spacing)
_WIDEST = 60
LATIN_INDENTS = (0.0, 1.0, 1.5, 2.0)
"""In text of Latin letters a first row is indented by any of these, in em."""
LONG_ROW = 20.0
"""A row of so many em, or with a comma in it, is rather running text."""

State = tuple[float, int, int]
"""Width in em (0: outside of a column), spacing, and role."""

Prices = dict[State, float]
Candidate = tuple[float, State]

OUTSIDE_STATE: State = (0, 0, OUTSIDE)
"""A display line outside of any column."""


def trace_columns(rows: Sequence[Row]) -> list[State]:
    """Return the state of each of ``rows``, which no notice, furniture or credit interrupts."""
    if not rows:
        return []
    latin = 2 * sum(is_latin(row.text) for row in rows) > len(rows)
    return min(_cheapest_path(rows, indent) for indent in (LATIN_INDENTS if latin else (INDENT,)))[1]


def _widths(rows: Sequence[Row], indent: float) -> list[list[float]]:
    """Return for each row the widths in em its column may have: those that rows near it come near to."""
    near: list[set[float]] = []
    rows_near = Counter[float]()
    for row in rows:
        if is_latin(row.text):
            near.append({min(_WIDEST, row.width), min(_WIDEST, row.width + indent)})
            rows_near.update(near[-1])
            continue
        top = max(4, min(_WIDEST, math.ceil(row.width)))
        near.append({top - 1, top, top + indent})
        rows_near.update(near[-1])
        if ("，" in row.text or row.width >= LONG_ROW) and not finished(row.text):
            # Even one such row may open a paragraph of two rows, in a column that no other row fills.
            rows_near[top + indent] += 1
    usual = {width for width, number in rows_near.items() if number >= 2} or near[0]
    around = (set[float]().union(*near[max(0, i - AROUND) : i + AROUND + 1]) for i in range(len(rows)))
    return [sorted(widths & usual or usual) for widths in around]


def _cheapest_path(rows: Sequence[Row], indent: float) -> tuple[float, list[State]]:
    """Return the price of the cheapest path, and the path, with first rows ``indent`` em narrower."""
    widths = _widths(rows, indent)
    fits = [fit(row, below) for row, below in zip_longest(rows, rows[1:])]
    prices: Prices = {OUTSIDE_STATE: display_price(rows, 0)}
    for width, spacing in itertools.product(widths[0], SPACINGS):
        prices[(width, spacing, FIRST)] = NEW_COLUMN + opening_price(rows[0])
        prices[(width, spacing, FURTHER)] = NEW_COLUMN + UNINDENTED_START
    origins: list[dict[State, State]] = []
    for index in range(1, len(rows)):
        prices, origin = _step(rows, index, widths[index], prices, fits[index - 1], indent)
        origins.append(origin)
    ended = {state: price + _end_price(state, fits[-1], indent) for state, price in prices.items()}
    at = min(ended, key=ended.__getitem__)
    price = ended[at]
    path = [at]
    for origin in reversed(origins):
        at = origin[at]
        path.append(at)
    return price, path[::-1]


def _end_price(state: State, last: Fit, indent: float) -> float:
    if state[2] == CROSS:
        return NEW_COLUMN
    return 0.0 if state == OUTSIDE_STATE else last.ending(_room(state[0], state[2], indent))


def _room(width: float, role: int, indent: float) -> float:
    return width - indent if role == FIRST else width


def _step(
    rows: Sequence[Row], index: int, widths: Sequence[float], prices: Prices, above: Fit, indent: float
) -> tuple[Prices, dict[State, State]]:
    """Return the price of every state of row ``index``, and the state of the row above it comes from."""
    row = rows[index]
    blank = 1 if row.blanks else 0
    start = opening_price(row)
    as_display = display_price(rows, index)
    indented = INDENTED_FURTHER if row.indent >= (1 if is_latin(row.text) else 2) else 0.0
    new: Prices = {}
    origin: dict[State, State] = {}
    broken_off = _best((p, s) for s, p in prices.items() if s[2] in (FIRST, FURTHER))
    closed: Candidate = (prices.get(OUTSIDE_STATE, math.inf), OUTSIDE_STATE)
    for width in widths:
        going_on, ended, closing = _from_above(prices, width, above, indent)
        closed = min(closed, *closing)
        for spacing in SPACINGS:
            on = _with_spacing(going_on, spacing)
            new[(width, spacing, FURTHER)] = on[0] + _INSIDE[spacing][blank] + indented
            origin[(width, spacing, FURTHER)] = on[1]
            end = _with_spacing(ended, spacing)
            new[(width, spacing, FIRST)] = end[0] + _BETWEEN[spacing][blank] + NEW_PARAGRAPH + start
            origin[(width, spacing, FIRST)] = end[1]
            # A crosshead may be set off by a blank line even in a column that has no others.
            set_off = 0.0 if blank else _BETWEEN[spacing][0]
            new[(width, spacing, CROSS)] = end[0] + set_off + as_display + CROSSHEAD
            origin[(width, spacing, CROSS)] = end[1]
    below_display = closed[1] == OUTSIDE_STATE
    fresh = closed[0] + NEW_COLUMN + start + (0.0 if blank or below_display else NEW_COLUMN_SET_SOLID)
    cut = broken_off[0] + NEW_WIDTH_IN_PARAGRAPH
    for state in list(new):
        if state[2] == FIRST and fresh < new[state]:
            new[state], origin[state] = fresh, closed[1]
        elif state[2] == FURTHER:
            best = min(
                (new[state], origin[state]), (fresh + UNINDENTED_START, closed[1]), (cut, broken_off[1])
            )
            new[state], origin[state] = best
    set_solid = 0.0 if blank else NEXT_OF_HEADLINE if below_display else DISPLAY_SET_SOLID
    new[OUTSIDE_STATE] = closed[0] + as_display + set_solid
    if index + 1 < len(rows) and not rows[index + 1].blanks and not could_be_display(rows[index + 1]):
        new[OUTSIDE_STATE] += TEXT_SET_SOLID
    origin[OUTSIDE_STATE] = closed[1]
    return new, origin


def _from_above(
    prices: Prices, width: float, above: Fit, indent: float
) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
    """Return the states of the row ``above`` in a column of ``width``, for each spacing the cheapest one.

    First those whose paragraph goes on below it; then those after which another begins, crossheads among them; then
    the latter without crossheads, which end no column.
    """
    on_price = [above.going_on(_room(width, role, indent)) for role in (FIRST, FURTHER)]
    end_price = [above.ending(_room(width, role, indent)) for role in (FIRST, FURTHER)]
    going_on: list[Candidate] = []
    ended: list[Candidate] = []
    closing: list[Candidate] = []
    for spacing in SPACINGS:
        text: list[Candidate] = [
            (prices.get((width, spacing, r), math.inf), (width, spacing, r)) for r in (FIRST, FURTHER)
        ]
        going_on.append(min((p + more, s) for (p, s), more in zip(text, on_price, strict=True)))
        end = min((p + more, s) for (p, s), more in zip(text, end_price, strict=True))
        cross: State = (width, spacing, CROSS)
        ended.append(min(end, (prices.get(cross, math.inf), cross)))
        closing.append(end)
    return going_on, ended, closing


def _best(candidates: Iterable[Candidate]) -> Candidate:
    return min(candidates, default=(math.inf, OUTSIDE_STATE))


def _with_spacing(candidates: Sequence[Candidate], spacing: int) -> Candidate:
    """Return the cheapest candidate for a row of ``spacing``; a change of spacing has its price."""
    return min((p + (0.0 if s[1] == spacing else NEW_SPACING), s) for p, s in candidates)
