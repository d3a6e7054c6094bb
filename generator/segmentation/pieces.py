"""Pieces: what a page's running text and display lines fall into before they are put together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from generator.segmentation.rows import Row


class Spacing(IntEnum):
    """Where blank lines stand inside a column."""

    ALL = 0
    """Between all rows."""
    PARAGRAPHS = 1
    """Between paragraphs only."""
    NONE = 2
    """Nowhere."""


@dataclass(frozen=True, slots=True)
class Display:
    """A row set apart from running text: part of a headline, a crosshead, or a paragraph of one line."""

    row: Row
    inside: bool = False
    """It stands in a column, below running text of the same width."""
    line: bool = False
    """By its setting it is rather a paragraph of one line."""


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs of one column that no display line, credit or change of width interrupts."""

    paragraphs: tuple[tuple[Row, ...], ...]
    width: float
    """Width of the column, in em."""
    credit: str = ""
    """The attribution that closes it, glued or on a row of its own."""
    credit_rows: tuple[Row, ...] = ()
    """The credit's own rows, if it has any."""
    spacing: Spacing = Spacing.ALL
    continues: bool = False
    """The block above is of the same column, with nothing but crossheads between."""
    seam: bool = False
    """It continues the block above, and only its words hint at a new story."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of the block, its credit's row included."""
        own = tuple(row for paragraph in self.paragraphs for row in paragraph)
        return (*own, *self.credit_rows)

    @property
    def text(self) -> str:
        """The block's running text, rows joined without more ado: for comparing words, not for reading."""
        return "".join(row.text for paragraph in self.paragraphs for row in paragraph)


Piece = Display | Block
