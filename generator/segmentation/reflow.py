"""Reflow: the rows of a paragraph joined into one text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.segmentation.measure import is_han
from generator.segmentation.rows import Row

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_BROKEN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}-$")


def join_rows(rows: Sequence[Row]) -> str:
    """Return the text of ``rows``: nothing between Han characters, a blank between Latin words.

    A Latin word broken at a row's end loses its hyphen (``Web-``, ``face``); a hyphen before a capital or a
    digit, or behind a digit, is the writer's own (``2021-``, ``2022``), and so is that of a compound (``self-``,
    ``reliant``) by what the page has elsewhere.
    """
    text = ""
    keeps_hyphen = False
    for row in rows:
        text = _join(text, row.text, keeps_hyphen=keeps_hyphen)
        keeps_hyphen = row.keeps_hyphen
    return text


def _join(text: str, more: str, *, keeps_hyphen: bool) -> str:
    if not text or not more:
        return text + more
    before, after = text[-1], more[0]
    if before == "-":
        if _BROKEN_WORD.search(text) and after.islower() and not keeps_hyphen:
            return text[:-1] + more
        return text + more
    if _needs_blank(before, after):
        return f"{text} {more}"
    return text + more


def _needs_blank(before: str, after: str) -> bool:
    """Tell whether a blank stood at the break: both sides are of a script with blanks between words."""
    if is_han(before) or is_han(after) or not before.isascii() or not after.isascii():
        return bool(_LATIN.match(before) and _LATIN.match(after))
    if before.isdigit() and after.isdigit():
        return False
    return before not in "([{/" and after not in ")]},.;:!?%/"


def join_phrases(texts: Sequence[str]) -> str:
    """Return the rows of one title as one text: its phrases stay parted by a blank."""
    return " ".join(texts)
