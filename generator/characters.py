"""Characters that do harm where they stand: those that no page can hold, and a formula's first in a table."""

from __future__ import annotations

import re
import unicodedata

# Control characters but tab and line feed, lone surrogates, noncharacters: neither YAML nor HTML has a place
# for them.
_UNUSABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
# Nearly every text is of these alone, which takes a twentieth of the time to see.
_USABLE = re.compile("[\t\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*+")
# They turn the direction of the text after them, on every page that shows it.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CLOSES = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
"""What ends each of them: Unicode Standard Annex 9, section 2."""
_ORDINARY = re.compile(
    r"[\t\n -~、-〃《-】“”‘’—…·，。；：？！（）％\u3000\u3400-\u4dbf\u4e00-\u9fa5０-９Ａ-Ｚａ-ｚ]*"
)


def replace_unusable(text: str) -> str:
    """Return ``text`` with each character that no page can hold replaced by U+FFFD."""
    return text if _USABLE.fullmatch(text) else _UNUSABLE.sub("\ufffd", text)


def odd_characters(text: str) -> tuple[str, ...]:
    """Return the names (``U+FFFD``) of the characters of ``text`` that a person should look at, in order.

    Those that no page can hold, replacement characters, private use, what Unicode has not assigned, and marks that
    turn the direction of the text.
    """
    if _ORDINARY.fullmatch(text):
        return ()
    odd = {
        char
        for char in text
        if char == "\ufffd"
        or _UNUSABLE.match(char)
        or _TURNING.match(char)
        or unicodedata.category(char) in ("Cn", "Co")
    }
    return tuple(f"U+{ord(char):04X}" for char in sorted(odd))


def close_turns(text: str) -> str:
    """Return ``text`` with an end for each mark in it that turns the direction of what follows and has none.

    For where a text stands in one line with others and no element keeps it apart: the title of a page, a citation.
    """
    if not _TURNING.search(text):
        return text
    ends: list[str] = []
    for char in text:
        if char in _CLOSES:
            ends.append(_CLOSES[char])
        elif char == "\u202c" and ends and ends[-1] == char:
            ends.pop()
        elif char == "\u2069" and char in ends:
            while ends.pop() != char:  # the end of an isolate ends what began in it
                pass
    return text + "".join(reversed(ends))


def harmless_cell(text: str) -> str:
    """Return ``text`` as a cell of a CSV file: an apostrophe in front keeps a spreadsheet from running a formula.

    The signs that begin one are those of OWASP's "CSV Injection", full-width ones included.
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")) else text
