"""Front matter as import writes it, read without a YAML parser; anything else is left to one.

Nearly every article of an archive has front matter of one line a key: a text, a text between single quotes, a list
between brackets, with two levels at most. To read that takes a tenth of the time of libyaml and PyYAML, which is most
of the time of reading an article. The tests hold it to them: it gives their values or none.
"""

from __future__ import annotations

import re
from typing import Any

# What YAML 1.1 takes for no character of a line: controls, line ends of any kind, the mark of byte order, and what is
# no character at all.
_NO_TEXT = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
# A text without quotes begins with no sign of YAML's, no colon of it ends a key, and no # begins a comment.
_FIRST = rf"[^{_NO_TEXT} -'*-/:-@\[-`{{-~]"
_PLAIN = re.compile(rf"{_FIRST}(?:[^{_NO_TEXT}:#]|:(?![ \n]|\Z))*+(?<! )")
_QUOTED = re.compile(rf"'((?:[^{_NO_TEXT}']|'')*+)'")
# In a list, commas, brackets, colons and question marks are signs as well.
_ITEM = rf"{_FIRST}(?:[^{_NO_TEXT}#,:?\[\]{{}}]*+(?<! ))?"
_LIST = re.compile(rf"\[({_ITEM}(?:, {_ITEM})*+)?\]")
_RANGES = re.compile(r"\[(\[\d+, \d+\](?:, \[\d+, \d+\])*+)?\]", re.ASCII)
_KEY = re.compile(r"(?!null:)([a-z_]+):(?: (.+))?")


class _OtherwiseError(Exception):
    """The front matter is written in some other way."""


def read_plain(head: str) -> dict[str, Any] | None:
    """Return the keys and values of front matter that is written as import writes it; None for any other.

    Every scalar is text or None, as ``frontmatter.load`` has it. ``head`` ends in a line end.
    """
    lines = head.split("\n")
    if lines.pop():
        return None
    try:
        values, end = _mapping(lines, 0, "")
    except _OtherwiseError:
        return None
    return values if values and end == len(lines) else None


def _mapping(lines: list[str], place: int, indent: str) -> tuple[dict[str, Any], int]:
    """Return the mapping whose lines begin with ``indent``, from line ``place`` on, and where it ends."""
    values: dict[str, Any] = {}
    depth = len(indent)
    while place < len(lines) and lines[place].startswith(indent):
        match = _KEY.fullmatch(lines[place], depth)
        if match is None or match[1] in values:
            raise _OtherwiseError
        place += 1
        if match[2] is not None:
            values[match[1]] = _value(match[2])
        else:
            values[match[1]], place = _block(lines, place, indent)
    return values, place


def _block(lines: list[str], place: int, indent: str) -> tuple[Any, int]:
    """Return what stands below a key without a value: a list of texts, a mapping, or nothing."""
    item = f"{indent}- "
    items = []
    while place < len(lines) and lines[place].startswith(item):
        items.append(_text(lines[place][len(item) :]))
        place += 1
    if items:
        return items, place
    deeper = f"{indent}  "
    if not indent and place < len(lines) and lines[place].startswith(deeper):
        return _mapping(lines, place, deeper)
    return None, place


def _value(written: str) -> Any:
    if written[0] != "[":
        return _text(written)
    if match := _LIST.fullmatch(written):
        items = match[1].split(", ") if match[1] else ()
        return [None if item == "null" else item for item in items]
    if _RANGES.fullmatch(written):
        return [pair.split(", ") for pair in written[2:-2].split("], [")]
    raise _OtherwiseError


def _text(written: str) -> str | None:
    if _PLAIN.fullmatch(written):
        return None if written == "null" else written
    if match := _QUOTED.fullmatch(written):
        return match[1].replace("''", "'")
    raise _OtherwiseError
