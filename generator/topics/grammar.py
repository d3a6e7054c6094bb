"""What part a word may play in a term: its head, a modifier, an affix, or none.

By the tag of jieba's dictionary for the word alone, so that any cutter that gives the same words gives
the same terms. The dictionary is generous with ``nr`` and ``ns`` (智慧, 深度); here both count as nouns.
"""

from __future__ import annotations

import functools
import re

from generator import words
from generator.topics.lists import read_list
from generator.topics.reading import HAN, LATIN, NUMBER, ORGANISATION, PERSON, PLACE, QUOTED
from generator.topics.stopwords import ENGLISH, NEVER, PARTS, UNITS

NOTHING = 0
ALONE, FIRST, MIDDLE, LAST = 1, 2, 4, 8
"""The places in a term that a word may take, as bits of an int: sets of them are asked for at every word."""
AFFIX = 16
"""One character that leans on its neighbour (多模态, 算力网) and does not count as a word."""
VERB = 32
"""Makes a phrase as often as a term (算力提升, 深度学习): only where it is repeated."""
GENERAL = 64
"""May be any part of a compound, but any article may use it: the compound counts only where it is repeated."""
COMPOUND = FIRST | MIDDLE | LAST
ANYWHERE = ALONE | COMPOUND
VERBS = frozenset({"v", "vd", "vi"})
_BY_TAG: dict[str, int] = (
    dict.fromkeys(["n", "nz", "nt", "nr", "nrt", "nrfg", "ns", "vn", "an", "j", "s", "g"], ANYWHERE)
    | dict.fromkeys([QUOTED, words.UNKNOWN_TAG], ANYWHERE)
    | dict.fromkeys(VERBS, COMPOUND | VERB)
    | dict.fromkeys(["a", "b", "z"], FIRST | MIDDLE)
)
_NAMES = {
    PERSON: NOTHING,
    ORGANISATION: ALONE | FIRST,
    PLACE: FIRST,
}
"""Names have indexes of their own; a term may begin with one (长江经济带), and an organisation may be a topic."""
_PHRASES = frozenset({"l", "nl"})
"""Set phrases, which are a term when they end in a noun (远程教育, not 无处不在)."""
_NOUN_HEADS = frozenset({"n", "nz", "vn", "an"})
_GENERAL_HEADS = frozenset({"n", "vn"})
"""Nouns that are too general for a term alone may be part of one (预防措施, 发展倡议)."""
_SHORT_NOUNS = frozenset({"n", "ng", "b"})
"""A noun of one character opens a term that the dictionary lacks (海水稻), if the text repeats it."""
PREFIXES = frozenset("多大超非无自微跨全云低软智热预亚泛元类准反绿碳光量核冷")
_SUFFIXES = frozenset(
    "化性率器机网院型力板所界法学层区局部厅署站港城镇村路桥河湖山岛海江馆园厂店业链带场线车船舰艇弹药病癌症炎"
    "体物品料油气电水煤钢铁铜铝锂棉粮米麦豆茶酒肉菜果林树花草鱼虾蟹牛羊猪鸡剂膜液管泵阀塔炉箱柜架床片管盘卡"
    "库云端屏芯仪具件组团队会社党军师派族族语文字史剧戏曲歌舞画书刊报展节奖赛杯权税费金债股券险案罪刑令条约"
    "论观义圈群星弹箭舱堆田井矿洞窟寺庙塔宫陵墓碑器"
)
_AMOUNT = re.compile(r"\d[\d.]*([A-Za-z]+)")
_COUNTING = re.compile("[一二三四五六七八九十百千万亿两几第半数每各某该此这那其]")
_FUNCTION = (
    "愿同再其从将已正被把为更最又也还均对与和或以并但而且各该此这那等所于在向由让使给到是有不没未应需可能会要"
    "了着过的据"
)
_SLIP = re.compile(f"[{_FUNCTION}时]|.*[{_FUNCTION}时后前中上下一二三四五六七八九十]$")
"""A guessed word with a function word at its edge is a slip of the cutter."""
_PARTY = re.compile(f"[{HAN}]{{1,3}}方")
_PLURAL = re.compile(f"[{HAN}]+们")
"""圣普方, 队员们: who speaks, not about what."""
_TITLES = read_list("offices") | read_list("media")
_ORDINAL = re.compile(rf"第?[一二三四五六七八九十百千万亿零〇两几\d]+[{HAN}]?")


@functools.lru_cache(maxsize=200_000)
def part(text: str, tag: str) -> int:
    """Return the places that a word may take in a term."""
    if tag in _NAMES:
        return _NAMES[tag]
    if tag == LATIN:
        return _latin(text)
    if tag == NUMBER or not text[0].isalpha() or _ORDINAL.fullmatch(text):
        return NOTHING
    return _single(text, tag) if len(text) == 1 else _han(text, tag)


def _han(text: str, tag: str) -> int:
    """Return the part of a word of two Han characters or more."""
    if text in _TITLES or _PLURAL.fullmatch(text):
        return NOTHING
    if text in NEVER:
        if text in PARTS:
            return COMPOUND
        return MIDDLE | LAST | GENERAL if tag in _GENERAL_HEADS else NOTHING
    if tag == words.UNKNOWN_TAG and (_COUNTING.match(text) or _SLIP.match(text) or _PARTY.fullmatch(text)):
        return NOTHING
    if tag in _PHRASES:
        ending = text[-2:]
        return ANYWHERE if words.tag(ending) in _NOUN_HEADS and ending not in NEVER - PARTS else NOTHING
    return _BY_TAG.get(tag, NOTHING)


def _latin(text: str) -> int:
    if text.lower() in ENGLISH or len(text) < 2:
        return NOTHING
    amount = _AMOUNT.fullmatch(text)
    if amount and amount[1] in UNITS:
        return NOTHING
    return ANYWHERE


def _single(text: str, tag: str) -> int:
    places = NOTHING
    if text in PREFIXES or tag in _SHORT_NOUNS:
        places |= FIRST | MIDDLE | AFFIX
    if text in _SUFFIXES:
        places |= LAST | MIDDLE | AFFIX
    return places
