"""Editors' line: the names of those who made the page (``责编 … 美编 … 审读 …``).

It stands at the head or the foot of a page and names at least one office of the desk followed by a name,
with no sentence in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

_OFFICE = (
    r"(?:(?:本版|本报|值班|责任|执行|视觉|版面|图片|文字|主|副主|见习|新闻)?"
    r"(?:责编|编辑|美编|编审|主编|总编|审读|审校|校对|版式|排版|组版|制图|美术|设计|统筹|值班主任|策划))"
)
_LINE = re.compile(rf"{_OFFICE}\s*[：:/／|\s]\s*[^。，；！？]{{2,60}}")
_TIGHT = re.compile(rf"(?:{_OFFICE}\s*[：:/／]?\s*[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){{1,3}}\s*){{2,}}")


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every editors' line."""
    for index, row in enumerate(rows):
        if row.width <= 40 and (_LINE.fullmatch(row.text) or _TIGHT.fullmatch(row.text)):
            yield Finding(index, index, Mark.FURNITURE)
