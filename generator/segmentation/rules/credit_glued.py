"""Credit glued to the last row: ``……的5.5G网络。 综合``.

To save a row the attribution is set behind the last full stop, after a blank. It closes the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row
from generator.segmentation.wording import BARE, BRACKETED

_GLUED = re.compile(
    rf"(?<=[。！？…”）.!?\"摄])(?:\s+(?:{BARE.pattern}|{BRACKETED.pattern})|(?:综合|{BRACKETED.pattern}))$"
)


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield the rows with a credit behind their last sentence."""
    for index, row in enumerate(rows):
        match = _GLUED.search(row.text)
        if match:
            yield Finding(index, index, Mark.TEXT, credit=match[0].strip())
