"""Words cut by jieba, kept by the hash of the text: cutting costs more than all else in making an index."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator import words

LONGEST_PHRASE = 4
"""In words."""
_RULE = 3
"""Raised when the words of a text are chosen otherwise."""


class KeptCuts:
    """The words of texts, cut once and kept in a file; only what is asked for is kept on."""

    def __init__(self, path: Path) -> None:
        """Read what an earlier build kept in ``path``, if it is there, whole, and of the same version of jieba."""
        self._path = path
        self._used: dict[str, list[str]] = {}
        self._version = f"{version('jieba')}/{_RULE}"
        try:
            self._known = _checked(json.loads(path.read_bytes()), self._version)
        except (OSError, ValueError):
            self._known = {}

    def words_of(self, text: str) -> list[str]:
        """Return the distinct words of ``text`` that have more than one character, in order.

        After a long word come the words inside it (北京大学, 北京, 大学): a reader who asks for one of them
        has not hit it by accident. So do two neighbouring characters that are words by themselves: to jieba,
        that is what many a word is that it does not know.
        """
        return self._kept("", text, lambda: _words(words.cut(text)))

    def phrases_of(self, text: str) -> list[str]:
        """Return the words of ``text``, as ``words_of`` does, and runs of up to four neighbouring words."""
        return self._kept("phrases ", text, lambda: _phrases(words.cut(text)))

    def _kept(self, kind: str, text: str, find: Callable[[], Iterable[str]]) -> list[str]:
        key = hashlib.blake2b((kind + text).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        found = self._used.get(key) or self._known.get(key)
        if found is None:
            found = list(dict.fromkeys(find()))
        self._used[key] = found
        return found

    def save(self) -> None:
        """Write what was asked for, replacing the file whole, unless it is there already."""
        if self._used.keys() == self._known.keys():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        partial = self._path.with_suffix(".part")
        partial.write_bytes(
            json.dumps({"jieba": self._version, "words": self._used}, ensure_ascii=False).encode()
        )
        partial.replace(self._path)


def _words(cuts: Sequence[str]) -> Iterator[str]:
    for cut in dict.fromkeys(cuts):
        # Most words have one character or two.
        if len(cut) == 2:
            yield cut
        elif len(cut) > 2:
            yield from _with_inner(cut)
    for first, second in pairwise(cuts):
        if len(first) == len(second) == 1:
            yield first + second


def _phrases(cuts: Sequence[str]) -> Iterator[str]:
    for start, first in enumerate(cuts):
        yield from _with_inner(first)
        for end in range(start + 2, min(start + LONGEST_PHRASE, len(cuts)) + 1):
            yield "".join(cuts[start:end])


def _with_inner(word: str) -> tuple[str, ...]:
    """Return ``word`` and the words inside it, but for single characters."""
    return _long_with_inner(word) if len(word) > 2 else (word,) if len(word) == 2 else ()


@functools.lru_cache(maxsize=100_000)
def _long_with_inner(word: str) -> tuple[str, ...]:
    parts = (part for part in words.cut_inside(word) if part != word)
    return (word, *(inner for part in parts for inner in _with_inner(part)))


def _checked(kept: Any, jieba: str) -> dict[str, list[str]]:
    """Return the words of what was kept; nothing where it has another form or another jieba cut them."""
    if not isinstance(kept, dict) or kept.get("jieba") != jieba or not isinstance(kept.get("words"), dict):
        return {}
    return {
        key: words
        for key, words in kept["words"].items()
        if isinstance(words, list) and all(isinstance(word, str) for word in words)
    }
