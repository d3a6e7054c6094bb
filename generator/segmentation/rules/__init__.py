"""Recognition by wording: one rule a file, tried in the order of ``RULES``.

The first rule that claims a row has it. Notices come before furniture, for they hold telephone numbers and
dates of their own; credits come last, for a row that is anything else closes no story.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.segmentation.findings import Finding, Mark, Rule
from generator.segmentation.rows import Row
from generator.segmentation.rules import (
    credit_alone,
    credit_glued,
    credit_over_rows,
    editors_line,
    hot_line,
    jump_line,
    latin_furniture,
    latin_notice,
    notice,
    page_header,
    section_marker,
    small_furniture,
)
from generator.segmentation.script import simplified

RULES: tuple[Rule, ...] = (
    section_marker.find,
    notice.find,
    latin_notice.find,
    editors_line.find,
    hot_line.find,
    jump_line.find,
    page_header.find,
    latin_furniture.find,
    small_furniture.find,
    credit_over_rows.find,
    credit_glued.find,
    credit_alone.find,
)


def recognise(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Return ``rows`` with glued credits cut off, and what was found, in the order of the page.

    Rows that no finding covers are running text or headlines. The rules are given simplified characters.
    """
    found: list[Finding] = []
    cut = list(rows)
    rows = [replace(row, text=simplified(row.text)) for row in rows]
    claimed: set[int] = set()
    for rule in RULES:
        for finding in rule(rows):
            span = range(finding.first, finding.last + 1)
            if not claimed.isdisjoint(span):
                continue
            claimed.update(span)
            if finding.mark is Mark.TEXT:
                row = cut[finding.first]
                end = len(row.text) - len(finding.credit)
                cut[finding.first] = row.with_credit(row.text[:end].rstrip(), row.text[end:])
            else:
                found.append(finding)
    return tuple(cut), tuple(sorted(found, key=lambda f: f.first))
