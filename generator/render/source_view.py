"""The source lines of an article, laid beside the paragraphs that were made of them."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
    source: SourceRef, files: Mapping[str, tuple[str, ...]], parts: Sequence[str], paragraphs: range
) -> tuple[SourceView, tuple[Origin | None, ...]]:
    """Return the lines of ``source``, and for each paragraph where it comes from, None where that is not found.

    ``files`` has all lines of each source file that is at hand; ``parts`` are the texts of the article in the
    order they are read in, and ``paragraphs`` says which of these are its paragraphs and crossheads.
    """
    views: list[SourceView] = []
    origins: tuple[Origin | None, ...] = (None,) * len(paragraphs)
    for file, ranges in source.by_file:
        numbered = sum(len(view.runs) for view in views)
        runs, found = _view_file(
            ranges, files.get(file, ()), parts, paragraphs, alone=not source.also, numbered=numbered
        )
        views.append(SourceView(file, ranges_text(ranges), f"{source.confidence:.0%}", runs))
        origins = tuple(known or new for known, new in zip(origins, found, strict=True))
    return (replace(views[0], also=tuple(views[1:])) if len(views) > 1 else views[0]), origins


def _view_file(
    ranges: LineRanges,
    lines: tuple[str, ...],
    parts: Sequence[str],
    paragraphs: range,
    *,
    alone: bool,
    numbered: int,
) -> tuple[tuple[SourceRunView, ...], tuple[Origin | None, ...]]:
    """Return the runs of lines in one file, and the paragraphs' origins there.

    ``alone`` says that the article is of no other file; ``numbered`` runs have their anchors already.
    """
    kept = [
        (number, lines[number - 1])
        for first, last in ranges
        for number in range(max(first, 1), min(last, len(lines)) + 1)
        if lines[number - 1].strip()
    ]
    if len(kept) == 1 and alone:  # a record of its own, or a text of one line: all of the article is of it
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
        runs.append(SourceRunView(f"s{numbered + len(runs) + 1}", number, _items(of_run)))
        run_at += [runs[-1]] * len(of_run)
    origins = (
        Origin(run_at[places[0]].anchor, _numbers_text([kept[place][0] for place in places], lines))
        if places
        else None
        for places in (places_of.get(part, []) for part in paragraphs)
    )
    return tuple(runs), tuple(origins)


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
