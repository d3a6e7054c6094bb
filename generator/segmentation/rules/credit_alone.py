"""Credit on a row of its own, below the story: ``据新华社北京9月19日电``.

It counts only below a finished sentence, else it may be the middle of one. A writer's name in brackets may
also open a story, under the headline: so it does at the head of a page, below a row that is no running text
or below another credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row, finished
from generator.segmentation.rules.credit_glued import find as find_glued
from generator.segmentation.wording import BARE, BRACKETED, OPENING_BYLINE


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield the rows that are nothing but a credit and stand below a finished sentence."""
    closed = {finding.first for finding in find_glued(rows)}
    for index, row in enumerate(rows):
        if row.width > 30 or not (BARE.fullmatch(row.text) or BRACKETED.fullmatch(row.text)):
            continue
        if (
            index == 0
            or index - 1 in closed
            or not stands_below_end(rows, index)
            or _opens_story(rows, index)
        ):
            continue
        if OPENING_BYLINE.fullmatch(row.text) and not ends_text(rows, index):
            continue
        closed.add(index)
        yield Finding(index, index, Mark.CREDIT)


def stands_below_end(rows: Sequence[Row], index: int) -> bool:
    """Tell whether the text above ends here; a writer's name in brackets may be broken over two rows."""
    above = rows[index - 1].text
    return (
        finished(above)
        or above[-1] in "）)"
        or finished(rows[index - 2].text + above if index > 1 else above)
    )


def _opens_story(rows: Sequence[Row], index: int) -> bool:
    """Tell whether the row is a dateline, which the reporters' names follow in the next row."""
    below = rows[index + 1].text if index + 1 < len(rows) else ""
    return rows[index].text[-1] in "电讯" and below.startswith(("（记者", "(记者", "（通讯员", "记者"))


def ends_text(rows: Sequence[Row], index: int) -> bool:
    """Tell whether what follows cannot be the story that a byline opens: the page's end, or a headline."""
    following = rows[index + 1 : index + 5]
    return not any(len(row.text) > 1 and re.search("[，。]", row.text) for row in following)
