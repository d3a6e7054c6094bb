"""Headlines that break where a reader pauses: between phrases, and never inside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from markupsafe import Markup, escape

from generator.model import TERM_KINDS, Terms

SHORT = 10
"""Characters of a headline that fits into a line wherever it stands."""
PHRASE = 12
"""Characters of a phrase that fits into a line of a column, or of an article's own headline."""
LONG_PHRASE = 20
"""Characters of a phrase that fits into a line across the page."""
_WORD = range(2, 9)
"""Characters of a term that is kept whole: a longer one would leave gaps in narrow columns."""
_MEASURES = "个個名位人元年月日期届屆次周家项項件岁歲米吨噸天条條种種号號集部篇"
_QUANTITY = re.compile(
    r"\d[\d.,]*[多余餘]?[万亿萬億]?"
    rf"(?:周年|世纪|世紀|公里|小时|小時|分钟|分鐘|公斤|[{_MEASURES}])?"
)
"""A number with its measure word: 3024个, 21世纪."""
_PAUSE = re.compile(r"\s+|(?<=[，。！？：；、”’》】）—…])(?=\w)|(?<=\w)(?=[“‘《【（])")


@lru_cache(maxsize=1024)  # a headline stands on its issue's pages and on those of its neighbours
def keep_whole(title: str, terms: Terms) -> Markup:
    """Return ``title`` as HTML in which no line ends inside one of the article's own ``terms``, or a number.

    Chinese has no blanks between words, and a browser breaks a line after any character: 数据要|素. The
    article's terms are the words that are known without cutting the text again. Headlines of several
    phrases are set so: where each fits into a line, lines end between them alone (class ``k``; ``kl`` where
    they fit into a line across the page only).
    """
    if len(title) <= SHORT:
        return escape(title)
    html = "".join(_parts(title, terms))
    phrases = [phrase for phrase in _PAUSE.split(title) if phrase]
    longest = max(map(len, phrases), default=0)
    if len(phrases) > 1 and longest <= LONG_PHRASE:
        html = f'<span class="{"k" if longest <= PHRASE else "kl"}">{html}</span>'
    return Markup(html)  # noqa: S704 - every piece of the title was escaped


def _parts(title: str, terms: Terms) -> Iterator[str]:
    place = 0
    for start, end in _whole(title, terms):
        if start > place:
            yield str(escape(title[place:start]))
        yield f'<span class="w">{escape(title[start:end])!s}</span>'
        place = end
    yield str(escape(title[place:]))


def _whole(title: str, terms: Terms) -> Iterator[tuple[int, int]]:
    """Yield where the terms and numbers in ``title`` begin and end; of two that begin at one place, the longest.

    A pattern of the terms would say the same, but to compile one for each headline takes a hundred times as long.
    """
    names = {
        name for kind in TERM_KINDS for name in getattr(terms, kind) if len(name) in _WORD and name in title
    }
    longest_first = sorted(names, key=len, reverse=True)
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
