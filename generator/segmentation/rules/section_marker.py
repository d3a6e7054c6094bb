"""Section marker: a short row that opens with a typographic mark (``■科技``).

Newspapers head a section with a mark that running text never begins a line with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

_MARKS = "■□◆◇●▲▼★☆◎"
_MARKER = re.compile(rf"[{_MARKS}]\s*([^。，；！？{_MARKS}]{{1,12}})\s*[{_MARKS}]?")


def section_name(text: str) -> str:
    """Return the section that a marker row names, without its mark."""
    match = _MARKER.fullmatch(text)
    return match[1].strip() if match else ""


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every section marker."""
    for index, row in enumerate(rows):
        if section_name(row.text):
            yield Finding(index, index, Mark.SECTION)
