"""The header or footer of a page -> the label and the name (版名) that it states: ``A03版：要闻``, ``METRO A3``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.identifiers import printed_label
from generator.model import Line

_HEADER_LINES = 6
"""How far from the head or foot of the page its own header may stand."""
_LONGEST = 60
"""Half-width columns of a header line, a Han character two: more is a sentence."""
_NUMBER = r"[A-Z]{0,2}-?\d{1,3}"
_MARK = re.compile(
    rf"(?P<han>第?\s?(?:{_NUMBER}|[一二三四五六七八九十]{{1,3}})\s?版)"
    rf"|(?P<word>\b[Pp](?:age|AGE)\s{_NUMBER}(?![\w-]))"
    r"|(?P<bare>(?<![\w-])[A-Z]\d{1,3}(?![\w-]))"
)
_EDGE = re.compile(r"[\s|·:/,、—–-]+")
"""What parts a page's number from its name and the date; a sentence has none of it beside the number."""
_SENTENCE = re.compile(r"[，。；！？“”;!?]|,\S|\.\s*$")
_JUMP = re.compile(r"[转轉接见見至]|\b(?:on|from|to|see|at)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\d{2,4}年|\d{1,2}月|星期|周[一二三四五六日]|[农農][历曆]|\d|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[\u4e00-\u9fff·&]{2,10}|[A-Za-z][A-Za-z&' ]{1,23}")
_PAPER = re.compile(r"[报報刊]$|^the\b|\b(?:daily|times|news|post|herald|gazette)$", re.IGNORECASE)
"""The newspaper's own name, which stands in headers as well."""
_SPACED = re.compile(r"(?<![^\s|·:/])[\u4e00-\u9fff](?:\s[\u4e00-\u9fff])+(?![^\s|·:/])")
_PARTING = re.compile(r"[|:/,、—–]+|\s·|·\s|(?<=[\u4e00-\u9fff\d])\s+|\s+(?=[\u4e00-\u9fff\d])|\s{2,}")
_OTHER = re.compile(
    r"[责責][编編任]|美[编編]|[编編][辑輯]|[审審][读讀]|校[对對]|[热熱][线線]|[电電][话話]|[网網]址"
)
"""Editors and their lines: what follows is no name of the page."""


@dataclass(frozen=True, slots=True)
class PageHeader:
    """What a page says of itself; empty texts where it does not."""

    label: str = ""
    """Its label as ids have it: ``03``, ``A03``."""
    name: str = ""


def read_page_header(lines: Sequence[Line]) -> PageHeader:
    """Return what the head or foot of a page states.

    Only a line that is nothing but a header counts: the page's number stands by itself in it, parted from whatever
    else there is, so that a sentence that speaks of a page does not count (``根据第十版防控方案``), and no jump line
    (``下转第三版``, ``continued from page A1``), which names another page than the one it stands on.
    """
    full = [line.text.strip() for line in lines if line.text.strip()]
    for text in full[:_HEADER_LINES] + full[-_HEADER_LINES:]:
        header = _read_line(unicodedata.normalize("NFKC", text).strip(), text)
        if header:
            return header
    return PageHeader()


def _read_line(folded: str, text: str) -> PageHeader | None:
    width = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in folded)
    marks = list(_MARK.finditer(folded))
    if len(marks) != 1 or width > _LONGEST or _SENTENCE.search(text) or _JUMP.search(folded):
        return None
    mark = marks[0]
    before, after = folded[: mark.start()], folded[mark.end() :]
    if not _parted(before, at_end=True) or not _parted(after, at_end=False):
        return None
    number = re.sub(r"^第|版$|^[Pp](?:age|AGE)\b|\s", "", mark[0])
    label = printed_label(number)
    if mark["bare"] and not _is_header_rest([*_parts(before), *_parts(after)]):
        return None
    return PageHeader(label, _name(after) or ("" if mark["word"] else _name(before))) if label else None


def _parted(rest: str, *, at_end: bool) -> bool:
    """Tell whether ``rest`` is parted from the page's number, at its end or its beginning."""
    edge = rest[-1:] if at_end else rest[:1]
    return (
        not edge
        or bool(_EDGE.match(edge))
        or (at_end and bool(re.search(r"日$|星期[一二三四五六日]$", rest)))
    )


def _is_header_rest(parts: Sequence[str]) -> bool:
    """Tell whether ``parts`` are dates, the newspaper and one name: beside a number without 版 more is a headline."""
    other = [part for part in parts if not _DAY.search(part) and not _PAPER.search(part)]
    return len(other) <= 1 and all(_NAME.fullmatch(part) for part in other)


def _name(rest: str) -> str:
    """Return the page's name in what stands on one side of its number: neither date, newspaper nor editors."""
    for part in _parts(rest):
        if _OTHER.search(part):
            break
        if _NAME.fullmatch(part) and not (_DAY.search(part) or _PAPER.search(part)):
            return part
    return ""


def _parts(rest: str) -> list[str]:
    # The characters of a name are often set with blanks between them: 综 合 新 闻.
    joined = _SPACED.sub(lambda match: re.sub(r"\s", "", match[0]), rest.strip())
    return [part for piece in _PARTING.split(joined) if (part := piece.strip(" ·-"))]
