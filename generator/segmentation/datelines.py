"""Datelines and bylines: how a story opens (``本报北京7月15日讯 记者某某报道：``), and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator import words
from generator.segmentation.measure import is_han
from generator.segmentation.script import simplified
from generator.segmentation.wording import WRITERS

_FOREIGN = (
    r"(?:法新|路透|美联|合众国际|共同|时事|塔斯|俄塔|俄通|国际文传|俄新|安莎|埃菲|德新|韩联|朝中|越通|中通)"
)
_AGENCY = rf"(?:据?新华社|本报|本刊|中新社|据?中新网|本台|据?央视|据?本报|据?{_FOREIGN}社)"
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
_MARKED_WRITER = re.compile(r"□\s*([\u4e00-\u9fff]{2,3})(?:[、\s]+([\u4e00-\u9fff]{2,3}))?")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_LONGEST_WRITERS_LINE = 30
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


def is_writers_line(text: str) -> bool:
    """Tell whether ``text`` is a row of the writers' names alone: ``本报记者 某某 通讯员 某某``, ``□ 某某``.

    Such a row stands under the headline, where it opens the story, or at the end.
    """
    if len(text) > _LONGEST_WRITERS_LINE:
        return False
    text = simplified(text)
    marked = _MARKED_WRITER.fullmatch(text)
    if marked:
        return not any(words.count(name) for name in marked.groups() if name)
    return _is_name(text) or bool(WRITERS.fullmatch(text))


def _is_name(text: str) -> bool:
    """Tell whether ``text`` is one person's name: a surname, and no word of the dictionary but a name."""
    if not 2 <= len(text) <= 3 or text[0] not in _SURNAMES or not all(map(is_han, text)):
        return False
    return not words.count(text) or words.tag(text) == "nr"


def opening_rows(rows: Sequence[str]) -> bool:
    """Tell whether ``rows``, the first two of a text, open a story: one may be too narrow to hold how."""
    return opens_story("".join(rows)) or (bool(rows) and is_writers_line(rows[0]))


def says_when(text: str) -> bool:
    """Tell whether the beginning of ``text`` says when something was, as a story's lead does."""
    return bool(_TIME.search(simplified(text[:_LEAD])))
