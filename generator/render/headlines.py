"""Headlines whose names and terms stay on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from generator.model import TERM_KINDS, Terms

SHORT = 10
"""Characters of a headline that fits into a line wherever it stands."""
_WORD = range(2, 9)
"""Characters of a term that is kept whole: a longer one would leave gaps in narrow columns."""


def keep_whole(title: str, terms: Terms) -> Markup:
    """Return ``title`` as HTML in which no line ends inside one of the article's own ``terms``.

    Chinese has no blanks between words, and a browser breaks a line after any character: 数据要|素. The
    article's terms are the words that are known without cutting the text again.
    """
    if len(title) <= SHORT:
        return escape(title)
    names = {
        name for kind in TERM_KINDS for name in getattr(terms, kind) if len(name) in _WORD and name in title
    }
    return escape("").join(_parts(title, names)) if names else escape(title)


def _parts(title: str, names: Iterable[str]) -> Iterable[Markup]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pieces = re.split(f"({'|'.join(map(re.escape, longest_first))})", title)
    for place, piece in enumerate(pieces):
        yield Markup('<span class="w">{}</span>').format(piece) if place % 2 else escape(piece)
