"""Text in Latin letters: what English newspapers mark by case, by function words and by a writer's line."""

from __future__ import annotations

import re
from enum import IntEnum

from generator.segmentation.measure import is_han

_FUNCTION_WORDS = """
    a about after again all also am an and any are as at be been before being between both but by can could did do
    does down during each even every few first for from further get had has have he her here him his how i if in into
    is it its just last like made make many may me might more most much must my near new no not now of off on once one
    only or other our out over own said same say says she should since so some still such than that the their them
    then there these they this those three through to today told too two under until up upon us was we were what when
    where which while who whom whose why will with within without would year years yet you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that every English text has, whatever it is about."""

_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*")
_SUFFIX = re.compile(r"(?:'s|’s|ing|ies|ied|es|ed|s|y|e|er|ers)$")
_NAME = r"(?:(?:de|van|von|al|bin) )?[A-ZÀ-Þ][\w.'’-]*"
_OFFICE = r"(?:Staff|Chief|Political|Foreign|Our|STAFF|OUR)"
_WRITERS = rf"(?!{_OFFICE}\b){_NAME}(?: {_NAME}){{1,3}}"
_BYLINE = re.compile(
    rf"(?:By|BY|From|FROM) (?P<names>{_WRITERS}(?:(?:,? and |, | AND ){_WRITERS})*)"
    rf"(?:,? (?:in [A-Z]\w+|{_OFFICE}[\w ]{{0,40}}))?"
)


_LEADING_WORDS = "a an and as at by for from in into of on or that the to with"
_LEADING = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "with",
    ]
)
"""Function words that something must follow."""

_DATED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30},? ?(?:[A-Z][a-z]{2,8}\.? \d|\([A-Z]\w+\)|—|–)")
"""``LONDON, July 3``, ``LONDON (Reuters)``, ``LONDON —``."""


class Case(IntEnum):
    """How the words of a line are capitalised."""

    SENTENCE = 0
    TITLE = 1
    CAPITALS = 2


def is_latin(text: str) -> bool:
    """Tell whether ``text`` has Latin letters and no Chinese character."""
    return bool(_WORD.search(text)) and not any(map(is_han, text))


def case_of(text: str) -> Case:
    """Return how ``text`` is capitalised; in title case all words are but the function words."""
    words = _WORD.findall(text)
    if sum(map(len, words)) >= 4 and all(word.isupper() for word in words):
        return Case.CAPITALS
    weighty = [word for word in words if word.lower() not in FUNCTION_WORDS and len(word) > 3]
    titled = len(weighty) >= 2 and all(word[0].isupper() for word in weighty)
    return Case.TITLE if titled else Case.SENTENCE


def is_titled(text: str) -> bool:
    """Tell whether ``text`` is capitalised as headlines are, and opens no story with where it comes from."""
    return case_of(text) is not Case.SENTENCE and text[-1:] not in ".,;:—-" and not opens_text(text)


def opens_text(text: str) -> bool:
    """Tell whether ``text`` is a writer's line or begins with the place and the day of a dateline."""
    return bool(_DATED.match(text) or _BYLINE.fullmatch(text))


def breaks_off(text: str) -> bool:
    """Tell whether ``text`` ends with a function word, so that it cannot be a whole headline."""
    words = _WORD.findall(text)
    return bool(words) and words[-1].lower() in {
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "or",
        "the",
        "to",
        "with",
    }


def stem(word: str) -> str:
    """Return ``word``, in small letters, without its ending: enough to know a word of one text in another."""
    return _SUFFIX.sub("", word) if len(word) > 4 else word.removesuffix("s")


def is_byline(text: str) -> bool:
    """Tell whether ``text`` is a writer's line and nothing else (``By A. Writer``)."""
    return bool(_BYLINE.fullmatch(text))


def byline_names(text: str) -> list[str]:
    """Return the names of the writer's line that ``text`` is, in order; none if it is not one."""
    match = _BYLINE.fullmatch(text)
    return re.split(r",? and |, | AND ", match["names"]) if match else []
