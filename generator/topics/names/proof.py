"""What stands beside a form and proves that it is a person's name."""

from __future__ import annotations

import functools

from generator import words
from generator.topics.lists import read_list
from generator.topics.names.forms import NAME_TAGS, Form, surname
from generator.topics.reading import Word

ENOUGH = 2
_OFFICES = read_list("offices")
_OFFICE_ENDS = tuple(sorted(office for office in _OFFICES if len(office) > 1))
_HONORIFICS = read_list("honorifics")
_SPEECH = read_list("speech")
_STRONG_SPEECH = frozenset(word for word in _SPEECH if len(word) > 1) | frozenset("说称")
"""Verbs of one character are mostly also something else (同, 任, 在): they only add to another sign."""
_REPORTERS = read_list("reporters")
_ADVERBS = read_list("adverbs_before_speech")


def proof(form: Form, tokens: tuple[Word, ...]) -> int:
    """Return how well ``tokens``, the words of its passage, prove ``form`` a name: ``ENOUGH`` or more is enough.

    An office before it, an office or honorific after it, or a reporting verb after it is enough; a weak verb and
    the dictionary's word that it is a name of three characters are each half of it.
    """
    tag = tokens[form.first].tag if form.size == 1 else words.UNKNOWN_TAG
    if tag == "nrfg":
        return ENOUGH
    found = int(tag in NAME_TAGS and len(form.mention.name) > 2)
    if form.first and _is_office(tokens[form.first - 1].text):
        found += 2
    after = tokens[form.first + form.size : form.first + form.size + 3]
    if after and (after[0].text in _HONORIFICS or _is_office(after[0].text)):
        found += 2
    return found + _speaks(after)


def reports(form: Form, tokens: tuple[Word, ...]) -> bool:
    """Tell whether ``form`` stands after 记者 or the like, or in a list of names that does."""
    at = form.first
    while at > 1 and tokens[at - 1].text in {"、", "，"} and surname(tokens[at - 2].text):
        at -= 2
    return at > 0 and tokens[at - 1].text in _REPORTERS


@functools.lru_cache(maxsize=1 << 16)
def _is_office(text: str) -> bool:
    return text in _OFFICES or (len(text) > 2 and text.endswith(_OFFICE_ENDS))


def _speaks(after: tuple[Word, ...]) -> int:
    """Return 2 where a reporting verb follows, an adverb or two between, and 1 where a weaker verb does."""
    for word in after:
        if word.text in _STRONG_SPEECH:
            return 2
        if word.text not in _ADVERBS:
            break
    return int(bool(after) and after[0].text in _SPEECH)
