"""Section marker: a short row that opens with a typographic mark (``■科技``), or names a rubric of briefs (``简讯``).

Newspapers head a section with a mark that running text never begins a line with. The same mark on several rows
near one another heads the items of a list, and one before a writer's name that name. A rubric is one of
the few words that newspapers gather short stories under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.datelines import is_writers_line
from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

_MARKS = "■□◆◇●▲▼★☆◎"
_MARKER = re.compile(rf"[{_MARKS}]\s*([^。，；！？{_MARKS}]{{1,12}})\s*[{_MARKS}]?")
_RUBRIC = re.compile(
    r"(?:国际|国内|世界|环球|本市|本地|体育|科技|文化|教育|经济|财经|社会|新闻|要闻|时政|图片){0,2}"
    r"(?:简讯|短讯|简明新闻|短波|速览|速递|一句话新闻|零讯|新闻集锦|新闻点击|新闻扫描|快报|要闻)"
)
NEAR = 3
"""Rows within which the same mark heads items of one list."""


def section_name(text: str) -> str:
    """Return the section that a marker row names, without its mark."""
    match = _MARKER.fullmatch(text)
    if match:
        return match[1].strip()
    return text if _RUBRIC.fullmatch(text) else ""


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every section marker."""
    for index, row in enumerate(rows):
        if section_name(row.text) and not is_writers_line(row.text) and not _in_list(rows, index):
            yield Finding(index, index, Mark.SECTION)


def _in_list(rows: Sequence[Row], index: int) -> bool:
    mark = rows[index].text[0]
    near = (*rows[max(0, index - NEAR) : index], *rows[index + 1 : index + 1 + NEAR])
    return mark in _MARKS and any(row.text.startswith(mark) for row in near)
