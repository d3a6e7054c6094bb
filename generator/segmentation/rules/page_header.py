"""Page header: page number and name, date and weekday, number of the issue, on rows of their own.

The header (报眉) is made of a few fixed parts in any order; a row that is nothing but such parts is one.
A bare page name is not taken, for it cannot be told from a headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

_NUMBER = r"[0-9０-９〇零一二三四五六七八九十]"
_DATE = rf"{_NUMBER}{{2,4}}\s*年\s*{_NUMBER}{{1,3}}\s*月\s*{_NUMBER}{{1,3}}\s*日"
_ISO_DATE = r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
_WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
_LUNAR = (
    r"(?:农历)?[\u4e00-\u9fff]{0,4}[正一二三四五六七八九十冬腊闰]{1,3}月[初十廿卅一二三四五六七八九]{2,3}"
)
_ISSUE = rf"(?:总?第\s*{_NUMBER}{{1,6}}\s*[期号]|今日\s*{_NUMBER}{{1,3}}\s*版|第\s*{_NUMBER}{{1,3}}\s*版)"
_LABEL = r"[A-Z]?\d{1,3}\s*版?"
_NAME = r"[\u4e00-\u9fffA-Z·]{2,8}"
_PAPER = r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|时报|晨报|商报|快报)"
_DATED = rf"(?:{_DATE}|{_ISO_DATE})"
_REST = rf"(?:{_WEEKDAY}|{_LUNAR}|{_ISSUE}|{_PAPER}|{_DATED})"
_GAP = r"[\s|｜/／·,，（）()]*"
_HEADER = re.compile(
    rf"(?:(?:{_LABEL}\s*[{{·|｜/ ]?\s*)?(?:{_NAME}\s+)?{_GAP}(?:{_DATED}|{_ISSUE})(?:{_GAP}{_REST})*{_GAP}"
    rf"(?:{_NAME}\s*)?(?:{_LABEL})?)"
    rf"|(?:[A-Z]\d{{1,3}}|\d{{2}}|第{_NUMBER}{{1,3}}版|{_NUMBER}{{1,2}}版)\s*[·|｜/：: ]?\s*(?:{_NAME})?"
    rf"|{_NAME}\s+(?:[A-Z]\d{{1,3}}|\d{{2}}|{_NUMBER}{{1,2}}版)"
    rf"|{_WEEKDAY}"
)


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every row that is nothing but parts of a page header."""
    for index, row in enumerate(rows):
        if row.width <= 40 and _HEADER.fullmatch(row.text):
            yield Finding(index, index, Mark.FURNITURE)
