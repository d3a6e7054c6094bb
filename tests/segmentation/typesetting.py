"""A small typesetter: paragraphs set in columns, as a newspaper's page text has them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.segmentation.measure import CLOSING, em


def set_paragraph(text: str, width: int, indent: int = 2) -> list[str]:
    """Return the rows of ``text``, of Han characters, in a column ``width`` em wide; closing marks hang."""
    rows: list[str] = []
    row, room = "", width - indent
    for char in text:
        if em(row) + em(char) > room and not (char in CLOSING and em(row) == room):
            rows.append(row)
            row, room = "", width
        row += char
    return [*rows, row] if row else rows


def set_column(
    paragraphs: Sequence[str], width: int, *, between_rows: str = "", between_paragraphs: str = ""
) -> str:
    """Return ``paragraphs`` as page text, with what stands between rows and between paragraphs."""
    joint = f"\n{between_rows}"
    return f"\n{between_paragraphs}".join(joint.join(set_paragraph(p, width)) for p in paragraphs)
