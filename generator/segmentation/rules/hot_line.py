"""Hot line: where readers reach the newspaper (telephone, mail, web address), on a row of its own.

A label of the trade, then a number or an address and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.segmentation.findings import Finding, Mark
from generator.segmentation.rows import Row

_LABEL = (
    r"[^，。！？]{0,8}(?:热线|电话|传真|邮箱|信箱|电子信箱|邮编|网址|网站|投稿|QQ|QQ群|微信|微博|公众号|E-?mail|"
    r"Email|广告部|发行部|订阅|地址|Tel|国内统一刊号|国内统一连续出版物号|邮发代号|零售价|定价)"
)
_VALUE = r"[^，。！？\u4e00-\u9fff]*(?:[0-9]|@|www\.|http)[^，。！？]{0,40}"
_LINE = re.compile(rf"(?:{_LABEL}\s*[：:]?\s*{_VALUE}[；;、\s]*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w.-]+\.\w+", re.ASCII)


def find(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield every hot line."""
    for index, row in enumerate(rows):
        if row.width <= 40 and (_LINE.fullmatch(row.text) or _ADDRESS.fullmatch(row.text)):
            yield Finding(index, index, Mark.FURNITURE)
