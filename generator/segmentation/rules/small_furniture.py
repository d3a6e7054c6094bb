"""Small furniture: a page number or the weather on a row of its own (``·3·``, ``今日天气 晴 12℃～20℃``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

_PAGE_NUMBER = re.compile(r"[·•－—–-]+\s*\d{1,3}\s*[·•－—–-]+")
_BARE_NUMBER = re.compile(r"\d{1,3}")
_WEATHER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}(?:今日|今天|明日|明天)?天气(?:预报)?)[：:\s][^。！？]{0,30}(?:℃|度|°C?|级)"
)


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every page number and weather line; a number without dashes only at the head or foot of the page."""
    for index, row in enumerate(rows):
        outermost = index in (0, len(rows) - 1) and _BARE_NUMBER.fullmatch(row.text)
        if outermost or _PAGE_NUMBER.fullmatch(row.text) or _WEATHER.fullmatch(row.text):
            yield Finding(index, index, Mark.FURNITURE)
