"""One character to one character: case, width, and simplified and traditional forms made equal.

The table is computed once, in Python, kept in the cache, and shipped with the index, so that the browser folds by
the same table whatever its own Unicode version is.
"""

from __future__ import annotations

import functools
import json
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby
from typing import Any, Literal

import opencc

CharClass = Literal["sign", "word", "punctuation", "blank", "invisible"]
"""What a folded character is to a search.

- ``word``: a letter or digit of a script that sets blanks between words (Latin, Greek, Hangul, digits).
- ``punctuation``, ``blank``: passed over, except between two ``word`` characters, where they count.
- ``invisible``: never counts (zero-width characters, controls, variation selectors).
- ``sign``: everything else, and always counts: Han characters, kana, symbols.
"""

WORD, PUNCTUATION, BLANK, INVISIBLE = "wpbi"
_LETTERS: Mapping[CharClass, str] = {
    "sign": "s",
    "word": WORD,
    "punctuation": PUNCTUATION,
    "blank": BLANK,
    "invisible": INVISIBLE,
}
"""One letter for each class, so that the classes of a text are a text as well."""

SCRIPTS_WITHOUT_BLANKS = ("CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC", "YI ")
COUNTING_PUNCTUATION = frozenset("%‰‱#&@*§†‡¶")
"""Punctuation by Unicode's book, but read as a word of the text: ``50%``, ``C#``, ``*ST``."""

RUN_CLASSES: tuple[CharClass, ...] = ("word", "punctuation", "blank", "invisible")
"""Those that are listed, in the order of the tables for the browser; all else is a ``sign``."""
_RULE = 1
"""Raised when the same characters would be folded otherwise."""
_kept: list[bytes] = []
"""The tables that this process was offered, if it was."""
_UNASSIGNED = frozenset({"Cn", "Cs", "Co"})
_CODE_POINTS = range(sys.maxunicode + 1)
_VARIATION_SELECTORS = frozenset([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])


@dataclass(frozen=True, slots=True)
class Folding:
    """The folding table and the class of every folded character."""

    table: Mapping[int, int]
    """Code point to folded code point, for those that change."""
    classes: Mapping[int, CharClass]
    """Class of every folded code point that is not a ``sign``."""
    kinds: Mapping[int, str]
    """The letter of the class of every folded code point, for ``str.translate``."""

    def fold(self, text: str) -> str:
        """Return ``text`` folded; as many code points out as in."""
        return text.translate(self.table)

    def char_class(self, folded: str) -> CharClass:
        """Return the class of one folded character."""
        return self.classes.get(ord(folded), "sign")

    @staticmethod
    def of(table: Mapping[int, int], classes: Mapping[int, CharClass]) -> Folding:
        """Return the folding of a table and classes."""
        return Folding(table, classes, _Kinds((code, _LETTERS[kind]) for code, kind in classes.items()))

    def as_asset(self) -> dict[str, Any]:
        """Return the tables as runs of numbers, each relative to the one before, for the browser."""
        return {
            "fold": _flatten(_fold_runs(self.table)),
            "classes": {name: _flatten(_class_runs(self, name)) for name in RUN_CLASSES},
        }


class _Kinds(dict[int, str]):
    """The letters of classes: of a code point that has none, that of a sign."""

    def __missing__(self, code: int) -> str:
        self[code] = _LETTERS["sign"]
        return self[code]


def made_from() -> list[str | int]:
    """Return what tells one folding from another: the rule, OpenCC's dictionary and Unicode's book."""
    return [_RULE, version("opencc"), unicodedata.unidata_version]


@functools.cache
def load_folding() -> Folding:
    """Return the folding: of the tables that were offered to this process, or computed."""
    return folding_of(json.loads(_kept[-1])) if _kept else compute_folding()


def offer_tables(asset: bytes) -> None:
    """Give this process tables that were computed before, as JSON, so that it need not do so itself."""
    _kept[:] = [asset]


def folding_of(asset: Mapping[str, Any]) -> Folding:
    """Return the folding that ``Folding.as_asset`` wrote."""
    table = {
        code: code + distance
        for first, count, distance in _unflatten(asset["fold"], 3)
        for code in range(first, first + count)
    }
    classes: dict[int, CharClass] = {
        code: name
        for name in RUN_CLASSES
        for first, count in _unflatten(asset["classes"][name], 2)
        for code in range(first, first + count)
        if code not in table
    }
    return Folding.of(table, classes)


def compute_folding() -> Folding:
    """Compute the tables from the Unicode database and OpenCC's character dictionary."""
    assigned = [char for char in map(chr, _CODE_POINTS) if unicodedata.category(char) not in _UNASSIGNED]
    simplified = _simplified(assigned)
    steps: tuple[Callable[[str], str], ...] = (
        lambda char: unicodedata.normalize("NFKC", char),
        str.lower,
        lambda char: simplified.get(char, char),
    )
    table: dict[int, int] = {}
    classes: dict[int, CharClass] = {}
    for char in assigned:
        # Most characters are what they fold to, and seen to be so without taking the steps.
        kept = unicodedata.is_normalized("NFKC", char) and char == char.lower() and char not in simplified
        folded = char if kept and not char.isspace() else _fold_char(char, steps)
        if folded != char:
            table[ord(char)] = ord(folded)
        elif (found := _classify(char)) != "sign":
            classes[ord(char)] = found
    return Folding.of(table, classes)


def _fold_char(char: str, steps: tuple[Callable[[str], str], ...]) -> str:
    """Apply the steps until nothing changes; a step that gives several characters is left out."""
    if char.isspace():
        return " "
    while True:
        folded = char
        for step in steps:
            changed = step(folded)
            folded = changed if len(changed) == 1 else folded
        if folded == char:
            return folded
        char = folded


def _simplified(chars: list[str]) -> dict[str, str]:
    """Map traditional characters to simplified ones, each by itself: a line end keeps phrases apart."""
    wide = [char for char in chars if ord(char) >= 0x2E80 and not char.isspace()]
    converted = opencc.OpenCC("t2s").convert("\n".join(wide)).split("\n")
    return {before: after for before, after in zip(wide, converted, strict=True) if before != after}


def _classify(char: str) -> CharClass:
    category = unicodedata.category(char)
    if char == " ":
        return "blank"
    if category in {"Cc", "Cf"} or ord(char) in _VARIATION_SELECTORS:
        return "invisible"
    if category[0] == "P" and char not in COUNTING_PUNCTUATION:
        return "punctuation"
    if category[0] in "LNM" and not unicodedata.name(char, "").startswith(SCRIPTS_WITHOUT_BLANKS):
        return "word"
    return "sign"


def _fold_runs(table: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yield (first code point, how many, distance to the folded one) for neighbours that move alike."""
    ordered = sorted(table)
    keys = {c: (c - i, table[c] - c) for i, c in enumerate(ordered)}
    for (_, distance), group in groupby(ordered, key=keys.__getitem__):
        run = list(group)
        yield run[0], len(run), distance


def _class_runs(folding: Folding, name: str) -> Iterator[tuple[int, int]]:
    """Yield (first code point, how many); code points that fold away may lie in any run."""
    start: int | None = None
    end = 0
    for c in sorted(c for c, found in folding.classes.items() if found == name):
        if start is None:
            start = c
        elif c > end + 1 and not all(between in folding.table for between in range(end + 1, c)):
            yield start, end - start + 1
            start = c
        end = c
    if start is not None:
        yield start, end - start + 1


def _flatten(runs: Iterator[tuple[int, ...]]) -> list[int]:
    """Write runs one after the other, each first code point as the distance from the last one."""
    numbers: list[int] = []
    last = 0
    for first, *rest in runs:
        numbers += [first - last, *rest]
        last = first
    return numbers


def _unflatten(numbers: Sequence[int], width: int) -> Iterator[tuple[int, ...]]:
    """Yield the runs that ``_flatten`` wrote, each of ``width`` numbers."""
    first = 0
    for at in range(0, len(numbers), width):
        first += numbers[at]
        yield first, *numbers[at + 1 : at + width]
