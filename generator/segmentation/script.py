"""Script: traditional characters read as simplified ones, so that each rule is written once.

What is read is never what is written: stories keep the characters of their page.
"""

from __future__ import annotations

import functools

import opencc


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@functools.cache
def _simplified(char: str) -> str:
    converted: str = _converter().convert(char)
    return converted if len(converted) == 1 else char


def simplified(text: str) -> str:
    """Return ``text`` with each traditional character simplified by itself: places in it stay what they are."""
    return text if text.isascii() else "".join(map(_simplified, text))
