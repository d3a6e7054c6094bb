"""Terms that stay whole, set apart in a text from what is still to be cut."""

from __future__ import annotations

from collections.abc import Collection, Iterator


def set_apart(text: str, terms: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of ``text`` in order, and whether each is one of ``terms``: from left to right the longest.

    Looked for one by one: to compile a pattern of what a single text quotes takes longer.
    """
    at = 0
    while places := [(place, -len(term)) for term in terms if (place := text.find(term, at)) >= 0]:
        place, size = min(places)
        if place > at:
            yield text[at:place], False
        at = place - size
        yield text[place:at], True
    if at < len(text):
        yield text[at:], False
