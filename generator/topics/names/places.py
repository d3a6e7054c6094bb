"""Names of places: known ones (lists), and what the dictionary calls a place where its form or its context agrees."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from generator.topics.lists import read_list
from generator.topics.names.mentions import Mention
from generator.topics.reading import Passage, Reading, Word

HOME = "中国"
_COUNTRIES = read_list("countries")
_PROVINCES = read_list("provinces")
_CITIES = read_list("cities")
_OTHERS = read_list("cities_abroad") | read_list("waters_and_mountains")
_KNOWN = _COUNTRIES | _PROVINCES | _CITIES | _OTHERS
_DIVISIONS = read_list("divisions")
_SUFFIXES = tuple(sorted(_DIVISIONS))
_NOT_PLACES = read_list("places_in_general")
_FOREIGN = read_list("transliteration")
_NO_TOWN = frozenset("站路街口门桥")
_ANY = frozenset("各该本全某多下")
_GENERAL = re.compile(".*(?:周边|[东西南北]方|沿线|沿海|沿岸|中下游)地区")
_TITLE = "苏丹"
"""A country, and behind the name of another the title of its ruler (文莱苏丹)."""
_AMBIGUOUS = frozenset({"吉林"})
_KINDS = ("地区", "自治区", "省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区")
_LISTED = _KNOWN | {name + kind for name in _KNOWN - _AMBIGUOUS for kind in _KINDS}
"""What the lists have, also with the word for its kind."""


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
    until = 0
    for at, (name, tag, start) in enumerate(tokens):
        if (tag != "ns" and name not in _LISTED) or at < until or not _is_place(tokens, at):
            continue
        whole, stop = name, start + len(name)
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after and after.text in _DIVISIONS and after.start == stop and name not in _COUNTRIES:
            whole, stop = name + after.text, stop + len(after.text)
            until = at + 2
        yield Mention(_short(whole), number, start, stop)


def _is_place(tokens: tuple[Word, ...], at: int) -> bool:
    """Tell whether a word that the dictionary calls a place, or the lists have, is one."""
    word = tokens[at]
    text = word.text
    if text in _NOT_PLACES or len(text) < 2 or text[0] in _ANY or _GENERAL.fullmatch(text):
        return False
    if text == _TITLE and at and tokens[at - 1].text in _COUNTRIES:
        return False
    if text in _KNOWN:
        return len(text) > 2 or text not in _CITIES or word.tag == "ns"
    return text in _LISTED or _is_local(tokens, at)


def _is_local(tokens: tuple[Word, ...], at: int) -> bool:
    """Tell a lesser place by its form (巩留县, 赫尔松), or by the province or city right before it (新疆伊犁)."""
    text = tokens[at].text
    if len(text) > 2:
        return text.endswith(_SUFFIXES) or _FOREIGN.issuperset(text)
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = follows is None or follows.tag[0] not in "nxj" or follows.text in _DIVISIONS
    return ends and at > 0 and text[-1] not in _NO_TOWN and tokens[at - 1].text in _PROVINCES | _CITIES


@functools.lru_cache(maxsize=1 << 16)
def _short(name: str) -> str:
    """Return a province or city without the word for its kind; other names as they are."""
    for kind in _KINDS:
        short = name.removesuffix(kind)
        if short != name and short in _KNOWN and short not in _AMBIGUOUS:
            return short
    return name
