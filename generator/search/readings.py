"""How characters are read: pinyin, without tones, of each word looked up once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from generator.search.folding import load_folding
from generator.search.packing import to_json


class Readings:
    """The syllables of words, kept in a file; only what is asked for is kept on."""

    def __init__(self, path: Path) -> None:
        """Read what an earlier build kept in ``path``, if it is there, whole, and of the same version of pypinyin."""
        self._path = path
        self._version = version("pypinyin")
        try:
            kept = json.loads(path.read_bytes())
            self._known = dict(kept["syllables"]) if kept["pypinyin"] == self._version else {}
        except (OSError, ValueError, KeyError, TypeError):
            self._known = {}

    def by_syllable(self, words: Iterable[str]) -> dict[str, str]:
        """Return syllable -> characters, folded: each in its commonest reading, and in those it has in ``words``."""
        fold = load_folding().fold
        used = {text: self._known.get(text) or _syllables(text) for text in (*_common_characters(), *words)}
        # Of each word its characters with their syllables; most of these are the same in many words.
        read = set(chain.from_iterable(zip(text, used[text].split(" "), strict=False) for text in used))
        chars: dict[str, set[str]] = {}
        for char, syllable in read:
            if syllable:
                chars.setdefault(syllable, set()).add(char)
        if used.keys() != self._known.keys():
            self._path.write_bytes(to_json({"pypinyin": self._version, "syllables": used}))
            self._known = used
        return {syllable: "".join(sorted(set(fold("".join(chars[syllable]))))) for syllable in sorted(chars)}


def _syllables(text: str) -> str:
    """Return the syllable of each character, empty where it has none, with a blank between."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # its tables take long to load

    found = lazy_pinyin(text, style=Style.NORMAL, errors=_letter_by_letter)
    return " ".join(
        syllable if syllable != char and syllable.isascii() and syllable.isalpha() else ""
        for char, syllable in zip(text, found, strict=False)
    )


def _letter_by_letter(other: str) -> Any:
    """Keep what has no reading one to one; pypinyin's own way keeps a run of letters as one."""
    return list(other)


def _common_characters() -> Iterator[str]:
    """Yield the 6,763 Han characters of GB/T 2312: what a reader may type, whatever the archive holds."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            char = bytes((row, cell)).decode("gb2312", "ignore")
            if char:
                yield char
