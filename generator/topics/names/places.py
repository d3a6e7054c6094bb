"""Names of places: known ones (lists), and what the dictionary calls a place where its form or its context agrees."""

from __future__ import annotations

from collections.abc import Iterator

from generator.topics.lists import read_list
from generator.topics.names.mentions import Mention
from generator.topics.reading import MARK, Passage, Reading, Word

HOME = "中国"
_COUNTRIES = read_list("countries")
_PROVINCES = read_list("provinces")
_CITIES = read_list("cities")
_OTHERS = read_list("cities_abroad") | read_list("waters_and_mountains")
_KNOWN = _COUNTRIES | _PROVINCES | _CITIES | _OTHERS
_DIVISIONS = frozenset(
    "省 市 县 区 州 镇 乡 村 旗 盟 岛 山 河 江 湖 湾 港 海 峡 沟 寺 自治区 自治州 自治县 新区 开发区 半岛 群岛 高原 盆地 海峡 水库".split()
)
_SUFFIXES = tuple(sorted(_DIVISIONS))
_LOCATING = frozenset("在 到 赴 从 自 抵达 抵 前往 位于 来自 驻 飞往 途经 地处 访问 落户".split())
_NOT_PLACES = frozenset(
    "地区 社区 市区 灾区 园区 山区 景区 郊区 小区 城区 农村 乡村 全省 全市 全县 全区 该市 该县 我市 我省 本市 县市 城市 都市 特区".split()
)
_AMBIGUOUS = frozenset({"吉林"})


def find_places(reading: Reading, covered: frozenset[tuple[int, int]]) -> tuple[Mention, ...]:
    """Return every mention of a place outside the names that ``covered`` holds.

    Provinces and cities go under their short name (山东省 is 山东). The home country says little in its own papers:
    it counts only beside other countries.
    """
    found = [
        mention
        for number, passage in enumerate(reading.passages)
        for mention in _places(number, passage)
        if (number, mention.start) not in covered
    ]
    if not any(mention.name in _COUNTRIES - {HOME} for mention in found):
        found = [mention for mention in found if mention.name != HOME]
    return tuple(found)


def _places(number: int, passage: Passage) -> Iterator[Mention]:
    tokens = passage.words
    at = 0
    while at < len(tokens):
        word, size = tokens[at], 1
        name = word.text
        if word.tag != MARK and _is_place(tokens, at):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if (
                after
                and after.text in _DIVISIONS
                and after.start == word.start + len(name)
                and name not in _COUNTRIES
            ):
                name, size = name + after.text, 2
            end = tokens[at + size - 1]
            yield Mention(_short(name), number, word.start, end.start + len(end.text))
        at += size


def _is_place(tokens: tuple[Word, ...], at: int) -> bool:
    word = tokens[at]
    text = word.text
    if text in _NOT_PLACES or len(text) < 2:
        return False
    if text in _KNOWN:
        return len(text) > 2 or text not in _CITIES or word.tag == "ns"
    if _short(text) in _KNOWN:
        return True
    if word.tag != "ns":
        return False
    if len(text) > 2:
        return text.endswith(_SUFFIXES)
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    open_end = follows is None or follows.tag[0] not in "nxj" or follows.text in _DIVISIONS
    return at > 0 and tokens[at - 1].text in _PROVINCES | _CITIES and open_end


def _short(name: str) -> str:
    """Return a province or city without the word for its kind; other names as they are."""
    for suffix in ("地区", "自治区", "省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区"):
        short = name.removesuffix(suffix)
        if short != name and short in _KNOWN and short not in _AMBIGUOUS:
            return short
    return name
