"""Listing: entries of lists and tables, and lines of verse: rows that are paragraphs, however they end.

A list is told by the same mark, or numbers that follow one another, on rows next to each other; a table by
figures set apart by blanks; verse by short rows of one length, as Chinese verse counts characters (五言、七言).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.segmentation.measure import is_han
from generator.segmentation.rows import Row, finished
from generator.segmentation.script import simplified

_NUMERALS = "一二三四五六七八九十"
_NUMBERED = re.compile(r"(\d{1,2})(?:[.．](?!\d)|、|[)）])|[（(](\d{1,2})[)）]")
_HAN_NUMBERED = re.compile(rf"[（(]?([{_NUMERALS}])[)）、]")
_BULLET = re.compile(r"([●○◎◆◇★☆▲△·•]|——|—)(?=\S)")
_FIGURE = re.compile(r"[-+]?\d[\d.,:]*(?:%|％|[^\d\s，。]{0,2})")
MOST_CELLS = 12.0
"""Em: the first cell of a table's row is a name, not a sentence."""
VERSE = range(4, 10)
"""Characters of a line of verse."""
LEAST_LINES, LEAST_MARKED_LINES = 4, 2
"""Lines of one length that are verse: fewer do if marks part them, for headlines have none."""


def mark_entries(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return ``rows`` with those marked that are entries."""
    texts = [simplified(row.text) for row in rows]
    found = {*_items(texts), *_tables(texts), *_verses(texts)}
    return tuple(
        replace(row, entry=True) if i in found and not row.credit else row for i, row in enumerate(rows)
    )


def _items(texts: Sequence[str]) -> Iterable[int]:
    # Numbered rows that end with a bracket are captions of pictures, which may stand anywhere in the story.
    orders = [None if text[-1] in "）)" else _order(text) for text in texts]
    for i, (one, next_) in enumerate(itertools.pairwise(orders)):
        if one and next_ and one[0] == next_[0] and next_[1] - one[1] == (1 if one[1] else 0):
            yield from (i, i + 1)


def _order(text: str) -> tuple[str, int] | None:
    """Return the kind of mark that an item begins with, and its number (0 where the mark has none)."""
    if match := _NUMBERED.match(text):
        return re.sub(r"\d+", "1", match[0]), int(match[1] or match[2])
    if match := _HAN_NUMBERED.match(text):
        return match[0].replace(match[1], "一"), 1 + _NUMERALS.index(match[1])
    if "①" <= text[:1] <= "⑳":
        return "①", 1 + ord(text[0]) - ord("①")
    match = _BULLET.match(text)
    return (match[1], 0) if match else None


def _tables(texts: Sequence[str]) -> Iterable[int]:
    cells = [text.split() for text in texts]
    figures = [len(row) if _is_table_row(row) else 0 for row in cells]
    for first, last in _runs(figures, lambda number: number > 0):
        if last - first > 1:
            heading = first > 0 and len(cells[first - 1]) == figures[first]
            yield from range(first - heading, last)


def _is_table_row(cells: Sequence[str]) -> bool:
    name, *others = cells
    return len(others) > 0 and len(name) <= MOST_CELLS and all(map(_FIGURE.fullmatch, others))


def _verses(texts: Sequence[str]) -> Iterable[int]:
    lengths = [_verse_length(text) for text in texts]
    marked = [text[-1:] in "，。；！？、" for text in texts]
    for first, last in _runs(lengths, bool):
        with_marks = sum(marked[first:last])
        # The last row of one paragraph and a short one below it are no verse: the first line of verse goes on.
        whole = (
            with_marks == last - first and texts[first][-1] in "，；、" and texts[last - 1][-1] in "。！？"
        )
        if first and not (finished(texts[first - 1]) or texts[first - 1][-1] in "：:"):
            continue
        if (whole and last - first >= LEAST_MARKED_LINES) or (not with_marks and last - first >= LEAST_LINES):
            yield from range(first, last)


def _verse_length(text: str) -> int:
    """Return how many characters ``text`` has if it may be a line of verse, else 0."""
    bare = text.rstrip("，。；！？、")
    return len(bare) if len(bare) in VERSE and len(text) - len(bare) <= 1 and all(map(is_han, bare)) else 0


def _runs(values: Sequence[int], counts: Callable[[int], bool]) -> Iterable[tuple[int, int]]:
    """Yield the first index and the end of each run of equal ``values`` that ``counts``."""
    first = 0
    for index in range(1, len(values) + 1):
        if index == len(values) or values[index] != values[first]:
            if counts(values[first]):
                yield first, index
            first = index
