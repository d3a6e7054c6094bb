"""Headlines that break where a reader pauses: between phrases, and never inside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

SHORT = 10
"""Characters of a headline that fits into a line wherever it stands."""
PHRASE = 12
"""Characters of a phrase that fits into a line of a column, or of an article's own headline."""
LONG_PHRASE = 20
"""Characters of a phrase that fits into a line across the page."""
_PAUSE = re.compile(r"\s+|(?<=[，。！？：；、”’》】）—…])(?=\w)|(?<=\w)(?=[“‘《【（])")


TitleWords = tuple[tuple[int, int], ...]
"""Where the known words in a title begin and end, in their order."""


def keep_whole(title: str, words: TitleWords) -> Markup:
    """Return ``title`` as HTML in which no line ends inside one of ``words``, which stand there.

    Chinese has no blanks between words, and a browser breaks a line after any character: 数据要|素. Headlines of
    several phrases are set so: where each fits into a line, lines end between them alone (class ``k``; ``kl`` where
    they fit into a line across the page only).
    """
    if len(title) <= SHORT:
        return escape(title)
    html = "".join(_parts(title, words))
    phrases = [phrase for phrase in _PAUSE.split(title) if phrase]
    longest = max(map(len, phrases), default=0)
    if len(phrases) > 1 and longest <= LONG_PHRASE:
        html = f'<span class="{"k" if longest <= PHRASE else "kl"}">{html}</span>'
    return Markup(html)  # noqa: S704 - every piece of the title was escaped


def _parts(title: str, words: TitleWords) -> Iterator[str]:
    place = 0
    for start, end in words:
        if start > place:
            yield str(escape(title[place:start]))
        yield f'<span class="w">{escape(title[start:end])!s}</span>'
        place = end
    yield str(escape(title[place:]))
