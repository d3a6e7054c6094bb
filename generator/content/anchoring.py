"""Which source lines a passage was made from: found by their text, since files record lines of whole articles."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from generator.content.passages import ALIKE, LineKey, Passage, letters, pairs, passages_of
from generator.model import Article


def claimed(article: Article, lines: Mapping[str, Sequence[str]]) -> tuple[LineKey, ...]:
    """Return the non-blank source lines that ``article`` claims, in order.

    ``lines`` has the lines of each source file. A line that a form feed divides belongs to two pages; its key
    says which.
    """
    if article.source is None:
        return ()
    keys = []
    for file, ranges in article.source.by_file:
        texts = lines.get(file, ())
        for first, last in ranges:
            for number in range(first, min(last, len(texts)) + 1):
                text = texts[number - 1]
                if text.strip():
                    keys.append((file, number, article.page_label if "\f" in text else ""))
    return tuple(keys)


def line_text(key: LineKey, lines: Mapping[str, Sequence[str]]) -> str:
    """Return the letters of the source line ``key``."""
    return letters(lines[key[0]][key[1] - 1].replace("\f", ""))


def anchored(article: Article, lines: Mapping[str, Sequence[str]]) -> tuple[Passage, ...]:
    """Return the passages of ``article``, each with those of the article's source lines that hold its text.

    A line whose text is in several passages goes to the one of the line before it, or else to the shortest; a line
    that is in none (its characters are read otherwise, or it is the end of one passage and the beginning of another)
    goes to the one that it shares most with, or else with the line before it. Where no line is in any passage, as
    with JSON Lines, none has lines.
    """
    return _anchor(passages_of(article), claimed(article, lines), lines)


def _anchor(
    passages: Sequence[Passage], keys: Iterable[LineKey], lines: Mapping[str, Sequence[str]]
) -> tuple[Passage, ...]:
    texts = [letters(passage.text) for passage in passages]
    homes: list[tuple[LineKey, int | None]] = []
    last: int | None = None
    for key in keys:
        sought = line_text(key, lines)
        inside = [place for place, text in enumerate(texts) if sought and sought in text]
        if inside:
            whole = [place for place in inside if texts[place] == sought]
            if last not in inside or whole:
                last = (whole or sorted(inside, key=lambda place: len(texts[place])))[0]
            homes.append((key, last))
        else:
            near = _nearest(sought, texts)
            last = near if near is not None else last
            homes.append((key, near))
    if last is None:
        return tuple(passages)
    first = next(place for _, place in homes if place is not None)
    gathered: dict[int, set[LineKey]] = {}
    current = first
    for key, place in homes:
        current = current if place is None else place
        gathered.setdefault(current, set()).add(key)
    return tuple(
        dataclasses.replace(passage, lines=frozenset(gathered.get(place, ())))
        for place, passage in enumerate(passages)
    )


def _nearest(sought: str, texts: Sequence[str]) -> int | None:
    """Return the place of the text that has most of the pairs of characters of ``sought``, if it has half of them."""
    wanted = pairs(sought)
    shares = [(len(wanted & pairs(text)), -place) for place, text in enumerate(texts)]
    most, place = max(shares, default=(0, 0))
    return -place if wanted and most >= ALIKE * len(wanted) else None
