"""Credit over two rows: too long for the column, it is broken as text is (``综合央广网、新华`` / ``网报道``).

The first row fills the column or leaves a bracket open; the second is short and ends what the first begins. The
credit stands on rows of its own below a finished sentence, or begins glued to the last row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row
from generator.segmentation.rules.credit_alone import ends_text, stands_below_end
from generator.segmentation.wording import BARE, BRACKETED, OPENING_BYLINE

_TAIL = re.compile(r"(?<=[。！？”…）])\s*([（(][^（）()。]{2,30}|(?<=\s)[^。！？，]{2,30})$")
_REST = re.compile(
    r"[\u4e00-\u9fff]{1,3}(?:[、\s]+[\u4e00-\u9fff]{2,3})*|[^。！？，]{1,20}(?:报道|消息|电|讯|整理)|[^。！？，]{0,24}[)）]"
)
"""What a credit may end with: names, a word of the trade, or the bracket that closes it."""
ROWS_ABOVE = 6
"""Rows above that show how wide the column is."""
UNFILLED = 2.0
"""Em that a filled row may leave, as its next unit did not fit."""


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield the credits that are broken over two rows, the parts of a glued one as two findings."""
    for index in range(len(rows) - 1):
        row, below = rows[index], rows[index + 1]
        if below.blanks > row.blanks or below.width >= row.width or not _REST.fullmatch(below.text):
            continue
        if not _is_broken(rows, index):
            continue
        tail = _TAIL.search(row.text)
        if tail and _is_credit(tail[1] + below.text):
            yield Finding(index, index, Mark.TEXT, credit=tail[1])
            yield Finding(index + 1, index + 1, Mark.CREDIT)
        elif _is_credit(row.text + below.text) and _closes_story(rows, index):
            yield Finding(index, index + 1, Mark.CREDIT)


def _closes_story(rows: Sequence[Row], index: int) -> bool:
    """Tell whether the credit in two rows from ``index`` stands below a story, and does not open the next."""
    opens = OPENING_BYLINE.fullmatch(rows[index].text + rows[index + 1].text)
    return index > 0 and stands_below_end(rows, index) and (not opens or ends_text(rows, index + 1))


def _is_broken(rows: Sequence[Row], index: int) -> bool:
    """Tell whether the row ``index`` leaves a bracket open, or fills the column that the rows above show."""
    text = rows[index].text
    if max(text.rfind("（"), text.rfind("(")) > max(text.rfind("）"), text.rfind(")")):
        return True
    column = max(row.width for row in rows[max(0, index - ROWS_ABOVE) : index] or rows[:1])
    return index > 0 and rows[index].width >= column - UNFILLED


def _is_credit(text: str) -> bool:
    return bool(BARE.fullmatch(text) or BRACKETED.fullmatch(text))
