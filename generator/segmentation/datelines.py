"""Datelines and bylines: how a story opens (``本报北京7月15日讯 记者某某报道：``), and who wrote it."""

from __future__ import annotations

import re

from generator.segmentation.script import simplified

_AGENCY = r"(?:据?新华社|本报|本刊|中新社|据?中新网|本台|据?央视|据?本报)"
_DATELINE = re.compile(
    rf"[（(]?{_AGENCY}(?:[\u4e00-\u9fff]{{2,10}}?(?:\d{{1,2}}月)?\d{{1,2}}日|[\u4e00-\u9fff]{{2,8}})?(?:专?电|讯|消息)"
)
_BYLINE = re.compile(rf"[（(]\s*{_AGENCY}?(?:特约|特派|见习|实习)?(?:记者|通讯员)[^（）()。]{{2,20}}[)）]")
_LATIN_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:, [A-Z][a-z.]+(?: [A-Z][a-z]+)?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: \((?:AP|Reuters|AFP|UPI|PA|Xinhua|[A-Z]{2,5})\))? ?(?:—|–|--?) ?(?=[A-Z“\"])"
)
"""``LONDON, July 3 (Reuters) —``."""
_WRITER = re.compile(r"(?:By|BY) [A-ZÀ-Þ][\w.'’-]* [A-ZÀ-Þ]")
_TIME = re.compile(
    r"今[天日晨晚年]|昨[天日晚]|[近日]日|日前|本[周月]|\d日|\d月份?|当地时间|目前|连日来|正在|最新"
    r"|\b(?:yesterday|today|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year))\b"
)
_OPENING = 60
"""Characters within which a dateline or byline ends."""
_LEAD = 30
"""Characters of a lead within which it says when."""


def opens_story(text: str) -> bool:
    """Tell whether ``text`` begins with a dateline or a byline; a story has one at its very beginning only."""
    text = simplified(text[:_OPENING])
    return any(form.match(text) for form in (_DATELINE, _BYLINE, _LATIN_DATELINE, _WRITER))


def says_when(text: str) -> bool:
    """Tell whether the beginning of ``text`` says when something was, as a story's lead does."""
    return bool(_TIME.search(simplified(text[:_LEAD])))
