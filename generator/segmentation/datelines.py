"""Datelines and bylines: how a story opens (``本报北京7月15日讯 记者某某报道：``), and who wrote it."""

from __future__ import annotations

import re

_AGENCY = r"(?:据?新华社|本报|本刊|中新社|据?中新网|本台|据?央视|据?本报)"
_DATELINE = re.compile(
    rf"[（(]?{_AGENCY}(?:[\u4e00-\u9fff]{{2,10}}?(?:\d{{1,2}}月)?\d{{1,2}}日|[\u4e00-\u9fff]{{2,8}})?(?:专?电|讯|消息)"
)


def opens_story(text: str) -> bool:
    """Tell whether ``text`` begins with a dateline; a story has one at its very beginning only."""
    return bool(_DATELINE.match(text))
