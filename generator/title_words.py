"""The words of a title that are known without cutting it: the article's own terms, and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from generator.model import TERM_KINDS, Terms

_LENGTHS = range(2, 9)
"""Characters of a term that is kept whole: a longer one would leave gaps in narrow columns."""
_MEASURES = "个個名位人元年月日期届屆次周家项項件岁歲米吨噸天条條种種号號集部篇"
_QUANTITY = re.compile(
    r"\d[\d.,]*[多余餘]?[万亿萬億]?"
    rf"(?:周年|世纪|世紀|公里|小时|小時|分钟|分鐘|公斤|[{_MEASURES}])?"
)
"""A number with its measure word: 3024个, 21世纪."""


def find_title_words(title: str, terms: Terms) -> tuple[tuple[int, int], ...]:
    """Return where the ``terms`` and numbers in ``title`` begin and end; of two that begin at one place, the longest.

    A pattern of the terms would say the same, but to compile one for each title takes a hundred times as long.
    """
    names = {
        name
        for kind in TERM_KINDS
        for name in getattr(terms, kind)
        if len(name) in _LENGTHS and name in title
    }
    return tuple(_spans(title, sorted(names, key=len, reverse=True)))


def _spans(title: str, longest_first: list[str]) -> Iterator[tuple[int, int]]:
    end = 0
    while True:
        found = ((title.find(name, end), len(name)) for name in longest_first)
        # Of equals, min takes the first: the longest term, and a number only where no term begins.
        spans = [(start, start + length) for start, length in found if start >= 0]
        if number := _QUANTITY.search(title, end):
            spans.append(number.span())
        if not spans:
            return
        start, end = min(spans, key=itemgetter(0))
        yield start, end
