"""What a recognition rule finds: rows that are no running text, or that close a story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from generator.segmentation.rows import Row


class Mark(Enum):
    """What a row is, as far as its wording alone can tell."""

    TEXT = "text"
    SECTION = "section"
    FURNITURE = "furniture"
    NOTICE = "notice"
    JUMP = "jump"
    """A line that names the page where a story goes on or comes from; furniture too."""
    CREDIT = "credit"
    """An attribution on a row of its own: it closes the story above it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Rows ``first`` to ``last`` (indexes, both in) are a ``mark``; of a glued credit, where it begins."""

    first: int
    last: int
    mark: Mark
    credit: str = ""
    """With ``Mark.TEXT``: the credit to be cut from the end of the row."""


Rule = Callable[[Sequence[Row]], Iterator[Finding]]
"""A recognition rule: from the rows of a page to what it finds, in the order of the page."""
