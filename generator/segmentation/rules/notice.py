"""Classified notice (启事、声明): from its formula of opening to its formula of closing.

Notices follow the wording that registries ask for: who lost what, and that it is void (遗失……声明作废), or
which company does what and until when creditors may answer (减资公告：……申报债权). They are set in narrow
columns of a few rows, so that the formula itself may be broken anywhere: rows are joined before it is
looked for. Running text that reports a loss does not end in the formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

MOST_ROWS = 14
_HEADED = re.compile(r"[^，。：:“”]{0,16}(?:公告|启事|声明|通告|通知书)(?:[：:]|$)")
_LOST = re.compile(r"[^，。：:“”]{0,40}?(?:遗失|丢失|被盗)")
_CLOSING = re.compile(
    r"(?:声明作废|作废|声明无效|申报债权(?:登记)?|登报声明|特此(?:声明|公告|启事|通知|通告|登报)"
    r"|联系电话[：:]?[\d\-—、 ]{7,}|电话[：:]?[\d\-—、 ]{7,}|逾期[^。]{2,30})[。！]?$"
)


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every notice, one finding each."""
    index = 0
    while index < len(rows):
        last = _last_row(rows, index)
        if last is None:
            index += 1
        else:
            yield Finding(index, last, Mark.NOTICE)
            index = last + 1


def _last_row(rows: Sequence[Row], first: int) -> int | None:
    headed = bool(_HEADED.match(rows[first].text))
    if not headed and not _LOST.match(rows[first].text):
        return None
    joined = ""
    last: int | None = None
    for index in range(first, min(len(rows), first + MOST_ROWS)):
        if index > first and joined.endswith("。") and _opens(rows[index].text):
            break
        if last is not None and rows[index].text not in "。！":
            break
        joined += rows[index].text
        if _CLOSING.search(joined):
            last = index
            if joined.endswith(("。", "！")):
                break
        elif joined.endswith("。") and not headed:
            break
    return last


def _opens(text: str) -> bool:
    return bool(_HEADED.match(text) or _LOST.match(text))
