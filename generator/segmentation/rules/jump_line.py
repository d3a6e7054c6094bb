"""Jump line: where a story goes on, or where it comes from (``（下转第三版）``, ``Continued from page A1``).

A story too long for its page is set on with a line that names the other page. As a row of its own the line tells
readers where to turn, as a page header does, and is furniture; set solid with the last or the first sentence it
stays where it is. ``详见`` and ``See page 4`` name another story, not the rest of this one, and are no jumps.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.identifiers import printed_label
from generator.model import Jump
from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

_HAN_LABEL = r"第?\s*(?P<{0}>[A-Z]{{0,2}}\d{{1,3}}|[一二三四五六七八九十]{{1,3}})"
_NAME = r"(?:\s*[·《]?\s*[\u4e00-\u9fff]{2,6}》?)?"
_OUT = rf"(?:下[转轉]|(?P<weak_out>[转轉]接?))\s*{_HAN_LABEL.format('out')}\s*(?P<out_mark>版)?{_NAME}"
_IN = rf"(?:上接|[紧緊]接|(?P<weak_in>接))\s*{_HAN_LABEL.format('into')}\s*(?P<in_mark>版)?{_NAME}"
_PAGE = r"(?:page|pg\.?|p\.)?\s*(?P<{0}>[A-Z]{{0,2}}-?\d{{1,3}})(?:,?\s*col(?:umn|\.)?\s*\d)?"
_SLUG = r"(?-i:[A-Z][A-Z0-9’' -]{1,30})"
_ON = (
    rf"(?:(?:please\s+)?(?:(?:story\s+)?(?:continued|continues|cont[’']?d\.?)\s+(?:on|at)|turn\s+to|jump\s+to)"
    rf"|see\s+{_SLUG}(?:,|\s+on)|{_SLUG}[,:/]?\s+(?:continued|continues)\s+on)\s*{_PAGE.format('on')}"
)
_FROM = rf"(?:{_SLUG}\s*[,:/|]?\s+)?(?:(?:continued|cont[’']?d\.?)\s+)?from\s+{_PAGE.format('from_')}"
_SAID = rf"(?:{_OUT}|{_IN}|{_ON}|{_FROM})"
_MARKS = r"[\s▲▼◆◇●■□→←▶▷☞>＞*]*"
_WHOLE = re.compile(rf"{_MARKS}(?P<open>[(（\[【〔]?)\s*{_SAID}\s*[.。]?[)）\]】〕]?{_MARKS}", re.IGNORECASE)
_AT_END = re.compile(r"[(（【〔][^()（）【】〔〕]{3,40}[)）】〕]$")
_AT_START = re.compile(r"^[(（【〔][^()（）【】〔〕]{3,40}[)）】〕]")
_CIRCLED = re.compile("[\u2460-\u2473]")
WIDEST = 24.0
"""Em: a longer row is a sentence that speaks of a page."""


@dataclass(frozen=True, slots=True)
class JumpLine:
    """What a jump line says: the other page, and whether the story goes on there or comes from there."""

    jump: Jump
    onward: bool


def read_jump(text: str) -> JumpLine | None:
    """Return what ``text`` says if it is a jump line and nothing else, else None."""
    folded = unicodedata.normalize("NFKC", _CIRCLED.sub("", text))
    match = _WHOLE.fullmatch(folded)
    if not match:
        return None
    said = match.groupdict()
    printed = said["out"] or said["into"] or said["on"] or said["from_"] or ""
    label = printed_label(printed)
    marked = bool(said["out_mark"] or said["in_mark"])
    han = bool(said["out"] or said["into"])
    # 转 and 接 alone, and a Han numeral without 版, are words of any sentence: a jump puts them in brackets.
    if (said["weak_out"] or said["weak_in"]) and not (match["open"] and marked):
        return None
    if not label or (han and not printed[-1].isdigit() and not marked):
        return None
    return JumpLine(Jump(page=label, stated=text.strip()), bool(said["out"] or said["on"]))


def glued_jumps(text: str) -> Iterator[JumpLine]:
    """Yield the jumps set solid with the text of a row: at its end where it goes on, at its start whence."""
    for pattern, onward in ((_AT_END, True), (_AT_START, False)):
        match = pattern.search(text)
        line = read_jump(match[0]) if match and match[0] != text else None
        if line and line.onward is onward:
            yield line


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every row that is a jump line."""
    for index, row in enumerate(rows):
        if row.width <= WIDEST and read_jump(row.text):
            yield Finding(index, index, Mark.JUMP)
