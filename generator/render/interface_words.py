"""The words of the interface: ``words/<language>.toml`` of the layouts, looked up by key."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.errors import error


class InterfaceWords:
    """The words of one language. Calling it with a key gives the word, its ``{fields}`` filled in."""

    def __init__(self, words: Mapping[str, str], language: str) -> None:
        """Take the words by key; ``language`` is named where one is missing."""
        self._words = words
        self._starting: dict[str, dict[str, str]] = {}
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return the word of ``key``. Raises BackfileError where there is none, or a field of it is not given."""
        word = self._words.get(key)
        if word is None:
            raise error(
                "word-missing",
                f"The interface has no word “{key}” in {self.language}.",
                remedy=f"Add it to layouts/words/{self.language}.toml.",
            )
        if not values:
            return word
        try:
            return word.format(**values)
        except (LookupError, ValueError, AttributeError) as problem:
            raise error(
                "word-fields",
                f"The word “{key}” in {self.language}, “{word}”, cannot be filled in with {', '.join(values)}.",
                remedy=f"Correct it in layouts/words/{self.language}.toml.",
            ) from problem

    @property
    def digest(self) -> str:
        """What tells these words apart from any others."""
        return hashlib.sha256(repr(sorted(self._words.items())).encode()).hexdigest()

    def starting(self, prefix: str) -> dict[str, str]:
        """Return the words whose key starts with ``prefix``, by the rest of the key (for scripts)."""
        words = self._starting.get(prefix)
        if words is None:
            words = {key[len(prefix) :]: word for key, word in self._words.items() if key.startswith(prefix)}
            self._starting[prefix] = words
        return words


def load_words(layouts: Sequence[Path], language: str) -> InterfaceWords:
    """Read the words of ``language`` from ``words/<language>.toml`` and ``words/*.<language>.toml``.

    The first of ``layouts`` wins, key by key. A key that the language lacks is taken from simplified Chinese
    for a Chinese language and from English for any other. Raises BackfileError where the language has no
    file at all, and for a file that is not TOML or holds anything but texts.
    """
    if not any(True for _ in _word_files(layouts, language)):
        files = (path for folder in layouts for path in (folder / "words").glob("*.toml"))
        known = sorted({path.stem for path in files if "." not in path.stem})
        raise error(
            "words-language",
            f"There are no interface words for the language “{language}”.",
            remedy=f"Write layouts/words/{language}.toml, or set one of these: {', '.join(known)}.",
        )
    words: dict[str, str] = {}
    for each in (language, "zh-Hans" if language.startswith("zh") else "en"):
        for path in _word_files(layouts, each):
            for key, word in _read(path):
                words.setdefault(key, word)
    return InterfaceWords(words, language)


def _word_files(layouts: Sequence[Path], language: str) -> Iterator[Path]:
    for folder in layouts:
        yield from sorted((folder / "words").glob(f"{language}.toml"))
        yield from sorted((folder / "words").glob(f"*.{language}.toml"))


def _read(path: Path) -> Iterator[tuple[str, str]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise error("words-toml", f"The file is not TOML: {problem}.", file=str(path)) from problem
    yield from _flatten(table, "", path)


def _flatten(table: Mapping[str, Any], prefix: str, path: Path) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield f"{prefix}{key}", value
        elif isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.", path)
        else:
            raise error("words-type", f"The word “{prefix}{key}” is {value!r}, not a text.", file=str(path))
