"""Furniture in English: page header, editors' line and hot line, each on a row of its own.

A row that is nothing but a page number, a date, a volume, the newspaper's own name, an office of the desk with a
name, or a label of the trade with a number or an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DATE = rf"(?:{_DAY},? )?(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})"
_PAGE = r"(?:Page [A-Z]?\d{1,3}|[A-Z]\d{1,3}|(?:Vol\.? [\dIVXLC]+,? ?)?No\.? [\d,]+|Vol\.? [\dIVXLC]+)"
_PAPER = (
    r"(?:The )?(?:[A-Z]\w+ ){1,3}"
    r"(?:Times|Herald|Echo|Post|Gazette|Chronicle|Courier|Tribune|Mail|News|Journal|Star)"
)
_PART = rf"(?:{_DATE}|{_PAGE}|{_PAPER}|{_DAY})"
_HEADER = re.compile(rf"{_PART}(?:[\s,|·•—-]+{_PART})*", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,2}"
_OFFICE = (
    r"(?:(?:Managing |News |Night |Copy |Photo |Page |Sub-?)?[Ee]ditors?"
    r"|Design|Layout|Proofs?|(?:Edit|Design)ed by)"
)
_DESK = re.compile(rf"(?:{_OFFICE}:? {_NAME}[\s,;|]*)+")
_LABEL = r"(?:[A-Z][\w ]{0,20}(?:desk|room|line)|Tel(?:ephone)?|Phone|Fax|E-?mail|Letters|Subscriptions|Advertising)"
_HOT_LINE = re.compile(rf"(?:{_LABEL}[.:]* (?:[+\d][\d ()-]{{5,}}|\S+@\S+|www\.\S+)[\s,;|]*)+")


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every row of furniture."""
    for index, row in enumerate(rows):
        if row.text.isascii() or "·" in row.text or "—" in row.text or "’" in row.text:
            text = row.text
            if any(pattern.fullmatch(text) for pattern in (_HEADER, _DESK, _HOT_LINE)) and not text.isdigit():
                yield Finding(index, index, Mark.FURNITURE)
