"""Classified notice in English: from its heading (``NOTICE``, ``LOST``) to the end of its last row.

Legal and personal notices open with a word that says what they are, in capitals or followed by a colon, and are set
as one paragraph each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.latin import is_latin
from generator.segmentation.rows import Row, finished

MOST_ROWS = 14
_HEADING = re.compile(
    r"(?:(?:PUBLIC|LEGAL|STATUTORY) )?NOTICES?\b|(?:Public|Legal|Statutory) [Nn]otice\b|Notice is hereby given"
    r"|(?:LOST|FOUND|FOR SALE|TO LET|WANTED|IN MEMORIAM)\b|(?:Lost|Found|For sale|To let|Wanted):"
)
_CLOSING = re.compile(
    r"(?:\d{3,}|reward|rewarded|void|creditors|hereby|apply|claims|objections?|offered)\b[^.]*\.$",
    re.IGNORECASE,
)


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every notice, one finding each."""
    index = 0
    while index < len(rows):
        last = _last_row(rows, index) if _HEADING.match(rows[index].text) else None
        if last is not None:
            yield Finding(index, last, Mark.NOTICE)
            index = last
        index += 1


def _last_row(rows: Sequence[Row], first: int) -> int | None:
    joined = ""
    for index in range(first, min(len(rows), first + MOST_ROWS)):
        row = rows[index]
        if not is_latin(row.text) and not re.search(r"\d", row.text):
            return None
        joined = f"{joined} {row.text}"
        ends = (
            index + 1 == len(rows) or rows[index + 1].blanks > 0 or bool(_HEADING.match(rows[index + 1].text))
        )
        if finished(row.text) and (ends or _CLOSING.search(joined)):
            return index if _CLOSING.search(joined) else None
    return None
