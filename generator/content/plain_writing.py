"""Front matter whose every text stands on one line, written without an emitter: what PyYAML writes, sooner.

Most texts are written as they are. How YAML writes any other value is asked of it once: names, topics and keys come
again and again.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_AS_IT_IS = re.compile(
    r"[㐀-䶵一-龥《「【“][㐀-䶵一-龥《》「」【】“”、。，！？（）0-9A-Za-z]*|[a-z]+(?:[/.-][0-9a-z]+)*/[0-9a-z./-]*[0-9a-z]"
)
"""Texts that YAML writes without quotation marks wherever they stand, and takes for nothing else: that begin with a
Chinese character and have no sign of YAML's, or that are ids and paths, with a slash."""
_KEY = re.compile("[a-z_]{1,40}")
_KEPT = 1 << 15
_LONGEST_KEPT = 40
_PLAIN_TYPES = (str, int, float, dt.date, type(None))

Write = Callable[[Any], str]
"""Writes one value in front matter of the one key ``a``, by YAML's emitter; raises ``NotPlainError`` for a text that
may take more than a line."""


class NotPlainError(ValueError):
    """The values have what only an emitter can write."""


class Flow(list[Any]):
    """A list written on one line, between brackets."""


class PlainWriter:
    """Writes values; what is not the plainest of texts, as ``write`` does."""

    def __init__(self, write: Write) -> None:
        """Keep what ``write`` gives for short values."""
        self._write = write
        self._kept = functools.lru_cache(maxsize=_KEPT, typed=True)(self._asked)

    def front_matter(self, values: Mapping[str, Any]) -> str:
        """Return ``values``, keys in their order.

        Raises ``NotPlainError`` where they are nested otherwise than an article's are, or a text takes several lines.
        """
        return "".join(self._lines(values, "")) or "{}\n"

    def _lines(self, values: Mapping[str, Any], indent: str) -> Iterator[str]:
        for key, value in values.items():
            if not isinstance(key, str) or not _KEY.fullmatch(key) or self._scalar(key, False) != key:
                raise NotPlainError
            if isinstance(value, dict) and value:
                yield f"{indent}{key}:\n"
                yield from self._lines(value, f"{indent}  ")
            elif isinstance(value, list) and value and not isinstance(value, Flow):
                yield f"{indent}{key}:\n"
                for item in value:
                    yield f"{indent}- {self._scalar(item, False)}\n"
            else:
                yield f"{indent}{key}: {self._inline(value)}\n"

    def _inline(self, value: Any) -> str:
        if isinstance(value, Flow):
            parts = [
                self._inline(each) if isinstance(each, Flow) else self._scalar(each, True) for each in value
            ]
            return f"[{', '.join(parts)}]"
        if isinstance(value, (list, dict)):  # an empty one, which is written on its key's line
            return "[]" if isinstance(value, list) else "{}"
        return self._scalar(value, False)

    def _scalar(self, value: Any, in_list: bool) -> str:
        if isinstance(value, str):
            if _AS_IT_IS.fullmatch(value):
                return value
            return self._kept(value, in_list) if len(value) <= _LONGEST_KEPT else self._asked(value, in_list)
        if not isinstance(value, _PLAIN_TYPES):
            raise NotPlainError
        return self._kept(value, in_list)

    def _asked(self, value: Any, in_list: bool) -> str:
        written = self._write(Flow([value]) if in_list else value).rstrip("\n")
        return written.removeprefix("a: [").removesuffix("]") if in_list else written.removeprefix("a: ")
