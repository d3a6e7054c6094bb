"""Bylines: the names of a story's writers, copied from where newspapers put them.

``本报北京7月15日讯 记者某某、某某报道：`` at the beginning, ``（记者 某某）`` or ``本报记者 某某`` at
the end, and a bare name in brackets as the last words (``（某某）``). A name is two to four Han
characters, of which a two-character name is often spread by a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator import words
from generator.segmentation.latin import byline_names
from generator.segmentation.script import simplified

_OFFICE = r"(?:特约记者|特派记者|见习记者|实习记者|实习生|通讯员|记者|评论员|作者)"
_NO_NAME = r"(?![从在近今昨日前对就向由赴为和与到了的获走来])"
"""``记者从…获悉``: what a reporter did, not who it was."""
_NAME = rf"{_NO_NAME}(?:[\u4e00-\u9fff]\s[\u4e00-\u9fff]|[\u4e00-\u9fff]{{2,4}}?(?:·[\u4e00-\u9fff]{{1,6}})?)"
_BOUNDARY = rf"(?=[、，\s）):：]|报道|报导|摄|文|$|{_OFFICE})"
_LIST = re.compile(rf"{_OFFICE}[：:/\s]*({_NAME}{_BOUNDARY}(?:[、，\s]+{_NAME}{_BOUNDARY})*)")
_BARE = re.compile(r"[（(]([\u4e00-\u9fff、\s]{2,24})[）)]$")
_AFTER = re.compile(r"(?:报道|报导|摄影|摄|文|图|综合)$")
_SPLIT = re.compile(r"[、，]|\s(?=\S{2})")
_HEAD = 60
"""A byline stands within so many characters of the story's beginning."""


def find_authors(opening: str, ending: str, attribution: str) -> tuple[str, ...]:
    """Return the writers named in the first paragraph, the end of the last one and the attribution, in order."""
    found = byline_names(opening) or byline_names(attribution)
    for text in (opening[:_HEAD], attribution):
        for match in _LIST.finditer(simplified(text)):
            found.extend(_as_printed(_names(match[1]), text))
    bare = _BARE.search(simplified(ending))
    if not found and bare:
        found.extend(_as_printed(_bare_names(bare[1]), ending))
    return tuple(dict.fromkeys(found))


def _as_printed(names: Iterable[str], text: str) -> Iterator[str]:
    """Yield ``names``, found in simplified characters, in those of ``text``."""
    printed = re.sub(r"\s", "", text)
    read = simplified(printed)
    for name in names:
        at = read.find(name)
        yield name if at < 0 else printed[at : at + len(name)]


def _names(listed: str) -> Iterator[str]:
    for part in _SPLIT.split(listed):
        name = _AFTER.sub("", re.sub(r"\s", "", part))
        office = re.search(_OFFICE, name)
        name = name[: office.start()] if office else name
        if 2 <= len(name) <= 10:
            yield name


def _bare_names(text: str) -> Iterator[str]:
    """Yield the names of a bracket that may also hold where the writer is from."""
    for part in re.split(r"[、\s]+", text):
        cut = words.cut(part)
        people = [
            word
            for word in cut
            if words.tag(word) == "nr" or (words.count(word) == 0 and 2 <= len(word) <= 4)
        ]
        yield from people
