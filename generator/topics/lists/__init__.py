"""Lists of words beside this file, one subject each: blanks between words, ``#`` opens a comment line."""

from __future__ import annotations

from pathlib import Path


def read_list(name: str) -> frozenset[str]:
    """Return the words of ``<name>.txt``."""
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
