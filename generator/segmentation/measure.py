"""Widths in em: how much room a text takes in a column.

A full-width character is 1 em, a half-width one 0.5 em (Unicode Standard Annex 11; ambiguous characters,
such as curly quotation marks and the dash, are full-width in Chinese composition, and in a text of Latin letters
alone half-width).
"""

from __future__ import annotations

import re
import unicodedata

CLOSING = "，。、；：！？…—”’）】》〉」』〕］｝,.;:!?)]}%‰℃·"
"""Characters that never stand at the head of a line if it can be helped (the rules called kinsoku)."""

OPENING = "“‘（【《〈「『〔［｛([{"
"""Characters that never stand at the end of a line if it can be helped."""

SQUEEZABLE = re.compile(r"[，。、；：！？“”‘’（）《》「」『』〈〉【】]")
"""Punctuation that gives way when a line is justified: half of its em is blank."""

_WORD = re.compile(
    r"""["'$£€]?[A-Za-zÀ-ɏ]{2,}-(?=[A-Za-zÀ-ɏ]{2})|["'$£€]?[0-9A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ.,'’&/:;!?%‰+\-]*["”)]?"""
)
"""A Latin word or number with the marks that it carries; behind the hyphen of a compound a line may end."""
_LETTER = re.compile("[A-Za-zÀ-ɏ]")


def em(text: str) -> float:
    """Return the width of ``text`` in em."""
    if text.isascii():
        return len(text) * 0.5
    widths = [unicodedata.east_asian_width(char) for char in text]
    wide = "WFA" if "W" in widths or "F" in widths or not _LETTER.search(text) else "WF"
    return sum(1.0 if width in wide else 0.5 for width in widths)


def is_han(char: str) -> bool:
    """Tell whether ``char`` is a Chinese character."""
    return (
        "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\U00020000" <= char <= "\U0003ffff"
    )


def first_unit(text: str) -> float:
    """Return the width in em of what cannot be parted from the head of ``text`` by a line break.

    A Latin word or a number stays whole; opening brackets stay with what they open. A closing mark may
    hang outside the column, so it takes no room of its own.
    """
    if text[:1] and text[0] in CLOSING and text[0] != "—":
        return 0.0
    return em(text[: _unit_end(text)])


def marks_behind(text: str) -> float:
    """Return the width in em of the closing marks just behind the first unit of ``text``."""
    end = _unit_end(text)
    rest = text[end:]
    return em(rest[: len(rest) - len(rest.lstrip(CLOSING.replace("—", "")))]) if end else 0.0


def _unit_end(text: str) -> int:
    opened = len(text) - len(text.lstrip(OPENING))
    word = _WORD.match(text, opened)
    return word.end() if word else min(len(text), opened + 1)


def hanging(text: str) -> float:
    """Return by how much, in em, the end of ``text`` may hang outside its column: one closing mark."""
    return em(text[-1]) if text and text[-1] in CLOSING else 0.0


def squeeze(text: str) -> float:
    """Return by how much, in em, a justified line of ``text`` can be tightened.

    Half of every mark, and half an em of all the rest together: measured on rows of a real page, where a row
    with one mark holds a character more than a row with none.
    """
    marks = len(SQUEEZABLE.findall(text))
    return 0.5 + 0.5 * marks if marks else 0.0
