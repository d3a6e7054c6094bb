"""GB/T 7714-2015, the Chinese standard for references."""

from __future__ import annotations

from generator.characters import close_turns
from generator.render.citations.reference import Reference

_AUTHORS = 3  # 8.1.2: three authors, then 等


def gbt7714(reference: Reference, accessed: str) -> str:
    """Return ``reference`` as ``作者. 题名[N/OL]. 报名, YYYY-MM-DD(版次)[引用日期]. URL.``

    ``accessed`` stands for the day the reader looks at it, which only the reader knows. Without a URL the
    document is cited as printed: ``[N]``.
    """
    authors = ", ".join(map(close_turns, reference.authors[:_AUTHORS]))
    if len(reference.authors) > _AUTHORS:
        authors += ", 等"
    online = f"[{accessed}]. {reference.url}" if reference.url else ""
    where = f"{reference.newspaper}, {reference.date.isoformat()}({reference.page})"
    text = f"{close_turns(reference.title)}[{'N/OL' if online else 'N'}]. {where}{online}."
    return f"{authors}. {text}" if authors else text
