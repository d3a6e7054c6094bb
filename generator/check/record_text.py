"""The texts of one line of a JSON Lines source: read apart from import, so that each proves the other."""

from __future__ import annotations

import json
from typing import Any

_TEXTS = (
    "kicker",
    "title",
    "subtitle",
    "lede",
    "paragraphs",
    "text",
    "attribution",
    "section",
    "authors",
    "url",
)
"""The keys whose values import keeps word for word; the others say where and what the article is."""
_CROSSHEAD = "## "


def record_texts(line: str) -> tuple[str, ...]:
    """Return the texts that the record on ``line`` gives its article, of a repeated key all; else the line itself."""
    try:
        record = json.loads(line, object_pairs_hook=tuple) if line.strip() else ()
    except (ValueError, RecursionError):
        return (line,)
    if not isinstance(record, tuple):
        return (line,)
    return tuple(
        text for key in _TEXTS for name, value in record if name == key for text in _texts(key, value)
    )


def _texts(key: str, value: Any) -> list[str]:
    """Return the texts of ``value``; a paragraph without the mark of a crosshead, which is no text."""
    if isinstance(value, list):
        return [text for item in value for text in _texts(key, item)]
    if not isinstance(value, str):
        return []
    lines = value.split("\n") if key == "text" else [value]
    marked = key in ("paragraphs", "text")
    return [line.strip().removeprefix(_CROSSHEAD) if marked else line for line in lines]
