"""The source lines of an article, laid beside the paragraphs that were made of them."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.model import LineRanges, SourceRef
from generator.render.reading_views import SourceRunView, SourceView
from generator.render.tracing import Span, trace


@dataclass(frozen=True, slots=True)
class Origin:
    """The source lines of one paragraph."""

    anchor: str
    """Id of the first run of lines that has text of it."""
    lines: str
    """Their numbers, such as ``6–12, 31``."""


def view_source(
    source: SourceRef, lines: tuple[str, ...], parts: Sequence[str], paragraphs: range
) -> tuple[SourceView, tuple[Origin | None, ...]]:
    """Return the lines of ``source``, and for each paragraph where it comes from, None where that is not found.

    ``lines`` are those of the whole file, none where it is not at hand; ``parts`` the texts of the article in the
    order they are read in, and ``paragraphs`` says which of these are its paragraphs and crossheads.
    """
    kept = [
        (number, lines[number - 1])
        for first, last in source.lines
        for number in range(max(first, 1), min(last, len(lines)) + 1)
        if lines[number - 1].strip()
    ]
    if len(kept) == 1:  # a record of its own, or a text of one line: all of the article is of it
        spans: Sequence[Span | None] = [(paragraphs.start, paragraphs.stop - 1)]
    else:
        spans = trace(parts, [text for _, text in kept])
    places_of: dict[int, list[int]] = defaultdict(list)
    for place, span in enumerate(spans):
        for part in range(span[0], span[1] + 1) if span else ():
            places_of[part].append(place)
    runs: list[SourceRunView] = []
    run_at: list[SourceRunView] = []
    for part, group in groupby(range(len(kept)), key=[span[0] if span else -1 for span in spans].__getitem__):
        of_run = [kept[place] for place in group]
        number = part - paragraphs.start + 1 if part in paragraphs else 0
        runs.append(SourceRunView(f"s{len(runs) + 1}", number, _items(of_run)))
        run_at += [runs[-1]] * len(of_run)
    origins = (
        Origin(run_at[places[0]].anchor, _numbers_text([kept[place][0] for place in places], lines))
        if places
        else None
        for places in (places_of.get(part, []) for part in paragraphs)
    )
    confidence = f"{source.confidence:.0%}"
    return SourceView(source.file, ranges_text(source.lines), confidence, tuple(runs)), tuple(origins)


def _items(lines: list[tuple[int, str]]) -> Markup:
    """Return numbered ``lines`` as the items of a list. They are escaped together, as there are many of them."""
    texts = html.escape("\n".join(text for _, text in lines), quote=False).split("\n")
    numbers = (number for number, _ in lines)
    items = (f'<li value="{number}">{text}</li>' for number, text in zip(numbers, texts, strict=True))
    return Markup("\n".join(items))  # noqa: S704 - escaped above


def _numbers_text(numbers: Sequence[int], lines: tuple[str, ...]) -> str:
    """Return line ``numbers``, ascending or not; those with nothing but blank ``lines`` between them as a range."""
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        last = ranges[-1][1] if ranges else number
        if ranges and last < number and not any(map(str.strip, lines[last : number - 1])):
            ranges[-1] = ranges[-1][0], number
        else:
            ranges.append((number, number))
    return ranges_text(tuple(ranges))


def ranges_text(ranges: LineRanges) -> str:
    """Return ranges of lines as a reader writes them: ``1, 3, 6–215``."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)
