"""What has the form of a person's name: a surname with one or two characters, or transliteration throughout."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator import words
from generator.topics.lists import read_list
from generator.topics.names.mentions import Mention
from generator.topics.reading import HAN, Passage

SURNAMES = read_list("surnames")
NAME_TAGS = frozenset({"nr", "nrt", "nrfg"})
DOT = re.compile("[·•・‧]")
_NO_NAMES = (
    read_list("countries")
    | read_list("cities_abroad")
    | read_list("provinces")
    | read_list("cities")
    | read_list("not_names")
    | read_list("offices")
    | read_list("never")
)
"""What has the form of a name in the dictionary or by its characters, and is a word or a place."""
_FOREIGN = "".join(sorted(read_list("transliteration")))
_DOTTED = re.compile(rf"[{_FOREIGN}]{{1,8}}(?:[·•・‧][{_FOREIGN}]{{1,8}}|[·•・‧][A-Z]\.?){{1,4}}")
_ALL_FOREIGN = re.compile(rf"[{_FOREIGN}]{{2,8}}")
_IS_HAN = re.compile(f"[{HAN}]")
_OPEN_TAGS = NAME_TAGS | {words.UNKNOWN_TAG}
_INITIALS = frozenset(surname[0] for surname in SURNAMES) | frozenset(_FOREIGN)
_HARDLY = 30
"""Count in the dictionary below which a word may as well be half a name (守义, 7)."""
_NOT_GIVEN = re.compile("[的了是说称他她我它你您们这那]|[局部省市县区州镇乡村节奖率]$")
_JOINING = re.compile("[在和与及等也都不有个着过同对将从]|[向作就还兼为已于并又使仍即让到给以被把]$")


class Form(NamedTuple):
    """A stretch of words that has the form of a name: where it stands, and its words."""

    mention: Mention
    first: int
    """Number of its first word in the passage."""
    size: int
    """How many words."""


def dotted(number: int, passage: Passage) -> Iterator[Mention]:
    """Yield foreign names with a dot between their parts: the dot alone proves them.

    The characters of transliteration are also those of words, and not all that are in use are listed: so the edges
    of a name are brought to those of the words that it begins and ends in.
    """
    if not DOT.search(passage.text):
        return
    starts = {word.start: word for word in passage.words}
    edges = sorted(starts)
    for match in _DOTTED.finditer(passage.text):
        start, end = match.span()
        first = starts[edges[bisect.bisect_right(edges, start) - 1]] if edges else None
        if first and first.start < start < first.start + len(first.text):
            # 总理 before 阿马杜·巴 is a word of its own; of 侯赛因 the list may lack the first character.
            known = words.count(first.text) and first.tag not in _OPEN_TAGS and first.tag != "ns"
            start = first.start + len(first.text) if known else first.start
        last = starts[edges[bisect.bisect_right(edges, end - 1) - 1]] if edges else None
        if last and last.start < end < last.start + len(last.text) and last.tag in _OPEN_TAGS:
            more = passage.text[end : last.start + len(last.text)]
            end += 0 if _JOINING.search(more) else len(more)
        name = passage.text[start:end]
        if DOT.search(name) and not DOT.match(name):
            yield Mention(name, number, start, end)


def forms(number: int, passage: Passage) -> Iterator[Form]:
    """Yield what has the form of a name, in one word or in up to three that the cutter has taken apart."""
    tokens = passage.words
    for index, (text, tag, start) in enumerate(tokens):
        if text[0] not in _INITIALS:
            continue
        whole, opens = _beginning(text, tag)
        if whole:
            yield _form(text, number, start, index, 1)
        if not opens:
            continue
        joined, short = text, len(text) == 1
        for size, last in enumerate(tokens[index + 1 : index + 3], 2):
            if last.start != start + len(joined) or not _is_part(last.text, last.tag):
                break
            joined += last.text
            short = short and len(last.text) == 1
            if _is_joined(joined, short):
                yield _form(joined, number, start, index, size)


def _form(text: str, number: int, start: int, index: int, size: int) -> Form:
    return Form(Mention(text, number, start, start + len(text)), index, size)


@functools.lru_cache(maxsize=1 << 16)
def _beginning(text: str, tag: str) -> tuple[bool, bool]:
    """Tell whether a word has the form of a name, and whether a name of several words may begin with it."""
    return _is_chinese(text, tag) or _is_transliterated(text, tag), _is_open(text, tag)


@functools.lru_cache(maxsize=1 << 16)
def _is_part(text: str, tag: str) -> bool:
    """Tell whether a word may go on with a name that another begins."""
    return _IS_HAN.match(text) is not None and _is_open(text, tag)


def _is_no_name(text: str) -> bool:
    """Tell whether the lists have ``text`` as something else, or the dictionary a place of that name (施甸县)."""
    return text in _NO_NAMES or any(words.count(text + kind) for kind in "县市州镇")


def _is_chinese(text: str, tag: str) -> bool:
    given = text[len(surname(text)) :]
    if len(given) not in (1, 2) or len(given) == len(text) or _NOT_GIVEN.search(given) or _is_no_name(text):
        return False
    return tag in NAME_TAGS or (tag == words.UNKNOWN_TAG and words.count(text) == 0)


def _is_transliterated(text: str, tag: str) -> bool:
    if _is_no_name(text) or not _ALL_FOREIGN.fullmatch(text):
        return False
    # The dictionary has 普京 as a place: what stands beside the form decides.
    return tag in _OPEN_TAGS or tag == "ns"


def _is_joined(text: str, short: bool) -> bool:
    """Tell whether words that were cut apart make one name: 胡厚 and 崑, 普拉 and 博沃.

    ``short``: each of them has one character.
    """
    if words.count(text):
        return False
    if not short and _ALL_FOREIGN.fullmatch(text):
        return len(text) > 2
    family = surname(text)
    given = text[len(family) :]
    if not family or len(given) not in (1, 2):
        return False
    return not _NOT_GIVEN.search(given) and not _JOINING.search(given)


def _is_open(text: str, tag: str) -> bool:
    """Tell whether a word may be part of a name: one character, a name, a guess, or a word that hardly occurs."""
    return len(text) == 1 or tag in _OPEN_TAGS or text in SURNAMES or words.count(text) < _HARDLY


def surname(text: str) -> str:
    """Return the surname that ``text`` begins with, two characters before one; empty where it has none."""
    if len(text) > 2 and text[:2] in SURNAMES:
        return text[:2]
    return text[:1] if text[:1] in SURNAMES else ""
