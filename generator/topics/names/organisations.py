"""Names of organisations: a word that names a kind (大学, 集团), with what stands before it back to a proper name.

Besides, those known by a short name (lists/organisations.txt), and short names that the text itself explains
(``中国信息通信研究院（以下简称“中国信通院”）``).
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator

from generator import words
from generator.topics.grammar import NOTHING, part
from generator.topics.lists import read_list
from generator.topics.names.mentions import Mention
from generator.topics.reading import LATIN, MARK, NUMBER, QUOTED, Passage, Reading, Word
from generator.topics.stopwords import NEVER, PARTS

MOST_CHARACTERS = 20
_ENDS = read_list("organisation_ends")
_SHORT_ENDS = frozenset(end for end in _ENDS if len(end) == 1)
_LONG_ENDS = tuple(sorted(_ENDS - _SHORT_ENDS))
_LAST_CHARACTERS = frozenset(end[-1] for end in _ENDS if end[-1] not in "行队团") | frozenset(
    "会院所局部署厅社党校馆厂"
)
_LAST_OF_ENDS = frozenset(end[-1] for end in _ENDS) | _LAST_CHARACTERS
_KINDS = read_list("kinds_of_organisation")
_KNOWN = read_list("organisations")
_NONE = tuple(sorted(read_list("not_organisations")))
_REGION = re.compile("[东西南北中]部$")
"""内蒙古中东部 is a part of a region, no ministry."""
_MEDIA = read_list("media")
_OFFICES = read_list("offices")
_OFFICE_ENDS = tuple(sorted(office for office in _OFFICES if len(office) > 1 and office not in _ENDS))
_PROPER_WORDS = read_list("organisation_beginnings")
_PLACES = read_list("provinces") | read_list("cities") | read_list("countries") | read_list("cities_abroad")
_INNER_TAGS = frozenset(
    {"n", "ns", "nz", "nt", "nr", "nrt", "j", "vn", "an", "b", "s", "ng", LATIN, QUOTED, words.UNKNOWN_TAG}
)
_NAMED_TAGS = frozenset({"ns", "nt", "nz", words.UNKNOWN_TAG})
_INNER_VERBS = read_list("organisation_verbs")
_NUMBERED = re.compile("第[一二三四五六七八九十百]+")
_ATTRIBUTED = re.compile(r"^(?:报道|记者|消息|讯|发布|援引|客户端|[^，。；]{0,12}?电)")


def _longest_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches the longest of ``names`` at a place.

    Names of one first character stand together: a pattern tries its alternatives one by one.
    """
    by_first: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_first.setdefault(name[0], []).append(re.escape(name[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items()))


_KNOWN_PATTERN = _longest_of(_KNOWN | _MEDIA)
_SHORT_FOR = re.compile(
    r"[（(](?:英文)?(?:(?:以下|下)?(?:简称|称)(?:为)?[“「\"：:]?([^”」\"）)，。]{2,10})[”」\"]?|([A-Z][A-Za-z&-]{1,9}))[）)]"
)


def find_organisations(reading: Reading) -> tuple[Mention, ...]:
    """Return every mention of an organisation, under the full name where the text explains a short one."""
    mentions: list[Mention] = []
    full: dict[str, str] = {}
    for number, passage in enumerate(reading.passages):
        here = _apart([*_by_end(number, passage), *_by_list(number, passage)])
        mentions += here
        full |= _explained(passage, here)
    for number, passage in enumerate(reading.passages) if full else ():
        for short, name in full.items():
            whole = rf"(?<![A-Za-z]){re.escape(short)}(?![A-Za-z])" if short.isascii() else re.escape(short)
            found = re.finditer(whole, passage.text)
            mentions = _apart([*mentions, *(Mention(name, number, m.start(), m.end()) for m in found)])
    return tuple(mention._replace(name=full.get(mention.name, mention.name)) for mention in mentions)


def _by_list(number: int, passage: Passage) -> Iterator[Mention]:
    """Yield organisations known by name. Two characters count only as a word of their own (华为, not 认为)."""
    for match in _KNOWN_PATTERN.finditer(passage.text):
        if not _is_whole(passage, match):
            continue
        if match[0] in _MEDIA and _is_attribution(passage.text, match.start(), match.end()):
            continue
        yield Mention(match[0], number, match.start(), match.end())


def _is_whole(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether the words of ``passage`` leave a known name whole.

    It may not be part of one longer word (民主党派, 中国银行间市场), but two characters across its end are a slip of
    the cutter (部副 in 工信部副部长). A name of two characters has to be a word, and not one of daily use (小米).
    """
    first = bisect.bisect_left(passage.words, match.start() + 1, key=_start) - 1
    until = bisect.bisect_left(passage.words, match.end(), key=_start)
    inside = [word for word in passage.words[max(0, first) : until] if _stop(word) > match.start()]
    if len(match[0]) == 2:
        return inside[0].text == match[0] and inside[0].tag in {"nr", "nt", "nz", "j", words.UNKNOWN_TAG}
    return inside[0].start == match.start() and (
        inside[0].text == match[0]
        or (
            len(inside) > 1
            and (
                _stop(inside[-1]) == match.end()
                or not words.count(inside[-1].text)
                or len(inside[-1].text) == 2
            )
        )
    )


def _start(word: Word) -> int:
    return word.start


def _stop(word: Word) -> int:
    return word.start + len(word.text)


def _is_attribution(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start] in {"据", "《", "（"} or bool(_ATTRIBUTED.match(text[end:]))


def _by_end(number: int, passage: Passage) -> Iterator[Mention]:
    tokens = passage.words
    for last, word in enumerate(tokens):
        if word.text[-1] not in _LAST_OF_ENDS or not _is_end(tokens, last):
            continue
        first = _beginning(tokens, last)
        if first is None:
            continue
        start, end = tokens[first].start, word.start + len(word.text)
        name = passage.text[start:end]
        if 3 < len(name) <= MOST_CHARACTERS and name not in _KINDS and not _is_no_body(name):
            yield Mention(name.replace(" ", "") if not name.isascii() else name, number, start, end)


def _is_no_body(name: str) -> bool:
    return name.endswith(_NONE) or _REGION.search(name) is not None


def _is_end(tokens: tuple[Word, ...], at: int) -> bool:
    """Tell whether the word names a kind of organisation, and is not itself followed by more of the name."""
    text, tag, _ = tokens[at]
    if len(text) == 1:
        return text in _SHORT_ENDS and at > 0 and tokens[at - 1].tag in _NAMED_TAGS
    return _names_kind(text, tag)


@functools.lru_cache(maxsize=1 << 16)
def _names_kind(text: str, tag: str) -> bool:
    """Tell whether a word of several characters names a kind of organisation."""
    if tag == "nt" and len(text) > 2:
        return text[-1] in _LAST_CHARACTERS and not text.endswith(_OFFICE_ENDS)
    return text in _ENDS or (len(text) > 2 and text.endswith(_LONG_ENDS))


def _beginning(tokens: tuple[Word, ...], last: int) -> int | None:
    """Return where the name that ends with word ``last`` begins: at the first proper name before it; else None."""
    first = last if _is_proper(tokens[last]) or tokens[last].tag == "nt" else None
    length = len(tokens[last].text)
    for at in range(last - 1, -1, -1):
        word = tokens[at]
        length += len(word.text)
        if (
            not _is_inner(word)
            or word.start + len(word.text) != tokens[at + 1].start
            or length > MOST_CHARACTERS
        ):
            break
        if _is_proper(word):
            first = at
    return first


def _is_inner(word: Word) -> bool:
    if _NUMBERED.fullmatch(word.text):
        return True
    if word.tag in {MARK, NUMBER} or word.text in _OFFICES:
        return False
    if word.text in NEVER and word.text not in PARTS and word.text not in _PROPER_WORDS:
        return False
    if word.tag == words.UNKNOWN_TAG and part(word.text, word.tag) == NOTHING:
        return False
    return word.tag in _INNER_TAGS or word.text in _INNER_VERBS


def _is_proper(word: Word) -> bool:
    if word.text in _PROPER_WORDS or word.text in _PLACES or word.text in _KNOWN:
        return True
    if word.text in _ENDS:
        return False
    return word.tag in {"nt", "nz", LATIN, QUOTED} or (
        word.tag in {"ns", words.UNKNOWN_TAG} and len(word.text) > 1
    )


def _explained(passage: Passage, mentions: list[Mention]) -> dict[str, str]:
    """Return the short names that ``passage`` explains, with the organisation each stands for."""
    ends = {mention.end: mention.name for mention in mentions}
    return {m[1] or m[2]: ends[m.start()] for m in _SHORT_FOR.finditer(passage.text) if m.start() in ends}


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that do not overlap a longer one."""
    kept: list[Mention] = []
    taken: set[tuple[int, int]] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.passage, m.start)):
        place = {(mention.passage, at) for at in range(mention.start, mention.end)}
        if not place & taken:
            kept.append(mention)
            taken |= place
    return sorted(kept, key=lambda m: m[1:])
