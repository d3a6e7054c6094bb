"""Traditional characters: read as simplified ones, which the dictionary knows, and given back as printed."""

from __future__ import annotations

import functools

import opencc


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """Return ``text`` in simplified characters, one for one; unchanged where that cannot be."""
    converted: str = _converter().convert(text)
    return converted if len(converted) == len(text) else text


def as_printed(terms: tuple[str, ...], text: str, printed: str) -> tuple[str, ...]:
    """Return ``terms`` of ``text`` in the characters of ``printed``, which is the same text as it was printed."""
    if text == printed:
        return terms
    places = ((term, text.find(term)) for term in terms)
    return tuple(term if at < 0 else printed[at : at + len(term)] for term, at in places)
