"""Terms into the letter they stand under, and their order: by pinyin for Han, by themselves for Latin."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from operator import add

OTHER = "#"
"""The letter of digits and of everything that has neither pinyin nor a Latin letter; it stands last."""

_SURNAME_READINGS = (
    "曾 zeng", "单 shan", "仇 qiu", "解 xie", "查 zha", "任 ren", "区 ou", "朴 piao", "覃 qin", "翟 zhai",
    "盖 ge", "乐 yue", "缪 miao", "尉迟 yuchi", "万俟 moqi", "种 chong", "冼 xian", "洗 xian", "燕 yan",
    "宓 mi", "黑 he", "员 yun", "折 she",
)  # fmt: skip
"""Characters that are read otherwise as a surname."""
_SURNAMES = dict(pair.split() for pair in _SURNAME_READINGS)
_HAN = re.compile("[\u4e00-\u9fa5]+")


@functools.lru_cache(maxsize=4096)
def reading(name: str, person: bool = False) -> str:
    """Return how ``name`` is read, in Latin letters without tones; a surname as surnames are read."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    if person and len(plain) < 5:
        for size in (2, 1):
            if plain[:size] in _SURNAMES and len(plain) > size:
                return " ".join([_SURNAMES[plain[:size]], *_syllables(plain[size:])])
    return unicodedata.normalize("NFD", " ".join(_syllables(plain)))


def _syllables(text: str) -> Iterator[str]:
    """Yield the syllables of ``text`` as ``lazy_pinyin`` gives them, which is slow, of each word but once."""
    from pypinyin.seg import mmseg, simpleseg  # noqa: PLC0415  # long to load; import makes no index and needs none

    # Where no two characters begin a phrase, each is a word: most names are told so without trying all lengths.
    by_itself = _HAN.fullmatch(text) and not any(map(mmseg.p_set.__contains__, map(add, text, text[1:])))
    split = mmseg.seg.cut if _HAN.fullmatch(text) else simpleseg.seg
    for word in text if by_itself else split(text):
        yield from _syllables_of_word(word)


@functools.lru_cache(maxsize=20_000)
def _syllables_of_word(word: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # likewise
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415  # likewise

    phrase = PHRASES_DICT.get(word)
    if phrase:  # what lazy_pinyin does with it, without copying it
        return tuple(_without_tone(readings[0]) for readings in phrase)
    return tuple(lazy_pinyin(word, style=Style.NORMAL))


@functools.cache
def _without_tone(read: str) -> str:
    """Return a syllable of Pinyin, of which there are few, without its tone."""
    from pypinyin.contrib.tone_convert import to_normal  # noqa: PLC0415  # likewise

    plain: str = to_normal(read)
    return plain


def letter(name: str, person: bool = False) -> str:
    """Return the letter of the index that ``name`` stands under: ``A`` to ``Z``, else ``#``."""
    return letter_of(reading(name, person))


def letter_of(read: str) -> str:
    """Return the letter that a name stands under which is ``read`` so."""
    initial = read[:1].upper()
    return initial if "A" <= initial <= "Z" else OTHER


def syllable(read: str, name: str) -> str:
    """Return the first syllable of ``name``, which is ``read`` so; of a Latin name, its first two letters."""
    if _HAN.fullmatch(name):
        return read.partition(" ")[0]
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold())
    latin = re.match("[a-z]{1,2}", plain)
    return latin[0] if latin else read.partition(" ")[0]


def order(name: str, person: bool = False) -> tuple[bool, str, str, str]:
    """Return the sort key of ``name``: by letter, ``#`` last, then by reading, then by the characters."""
    initial = letter(name, person)
    return (initial == OTHER, initial, reading(name, person), name)
