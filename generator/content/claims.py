"""Whose a source line is after a merge: of the article that its text is in now."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.content.anchoring import claimed, line_text
from generator.content.passages import LineKey, letters
from generator.content.settling import Settled
from generator.content.units import Unit
from generator.model import Article, LineRanges, SourceRef


@dataclass(frozen=True, slots=True)
class Versions:
    """The three versions of an issue, each by the ids of its articles."""

    base: Mapping[str, Article]
    """What import last wrote."""
    mine: Mapping[str, Article]
    """What is there now."""
    theirs: Mapping[str, Article]
    """What import makes now."""


def settle_claims(
    units: Sequence[Unit],
    settled: Sequence[Settled],
    versions: Versions,
    kept: Iterable[str],
    lines: Mapping[str, Sequence[str]],
) -> tuple[dict[LineKey, str], dict[LineKey, str]]:
    """Return the article of each source line, and those lines that are in none, each with the article it was of.

    A line goes with its text. Where its text is nowhere, or is not told from its line, as with JSON Lines, it goes
    where a person alone claims it, else it stays with its article; if a person took that away, it goes to the one
    that holds most of its text. ``kept`` are the ids of the articles there are after the merge.
    """
    there = frozenset(kept)
    origins = [_claims(versions.theirs, lines), _claims(versions.base, lines)]
    stated = _claims(versions.mine, lines)
    homes = {line: n for n, unit in enumerate(units) for line in _lines(unit)}
    heirs = heirs_of(units, settled)
    placed, lost = {}, {}
    for line in dict.fromkeys(line for origin in origins for line in origin):
        made = [owners[0] for origin in origins if (owners := origin.get(line))]
        owners = [
            *(_in_text(line, settled[homes[line]], lines) if line in homes else ()),
            *(each for each in stated.get(line, ()) if len(stated[line]) == 1 and each != made[-1]),
            *made,
            *(heirs[each] for each in made if each in heirs),
        ]
        owner = next((each for each in owners if each in there), None)
        if owner is None:
            lost[line] = made[-1]
        else:
            placed[line] = owner
    return placed, lost


def _claims(articles: Mapping[str, Article], lines: Mapping[str, Sequence[str]]) -> dict[LineKey, list[str]]:
    claims = defaultdict(list)
    for article in articles.values():
        for line in claimed(article, lines):
            claims[line].append(article.id)
    return claims


def _lines(unit: Unit) -> Iterator[LineKey]:
    for passage in (*unit.base, *(passage for _, passage in unit.theirs)):
        yield from passage.lines


def _in_text(line: LineKey, settled: Settled, lines: Mapping[str, Sequence[str]]) -> list[str]:
    articles = list(dict.fromkeys(piece.article for piece in settled.pieces))
    if len(articles) < 2:
        return articles
    sought = line_text(line, lines)
    return [piece.article for piece in settled.pieces if sought in letters(piece.text)] + articles


def heirs_of(units: Sequence[Unit], settled: Sequence[Settled]) -> dict[str, str]:
    """Return for each article the other one that now holds most of what was its text."""
    moved: dict[str, Counter[str]] = defaultdict(Counter)
    for unit, each in zip(units, settled, strict=True):
        for origin in {passage.article for passage in (*unit.base, *(each for _, each in unit.theirs))}:
            for piece in each.pieces:
                if piece.article != origin:
                    moved[origin][piece.article] += len(piece.text)
    return {origin: counted.most_common(1)[0][0] for origin, counted in moved.items()}


def with_lines(
    article: Article, owned: Iterable[LineKey], alike: Iterable[Article], lines: Mapping[str, Sequence[str]]
) -> Article:
    """Return ``article`` with the lines ``owned`` as its source; written as one of ``alike`` has the same lines.

    Its file is the one it has most lines of; those of others go to ``also``.
    """
    owned = sorted(owned)
    for other in alike:
        if sorted(claimed(other, lines)) == owned and other.source and article.source:
            source = dataclasses.replace(
                article.source, file=other.source.file, lines=other.source.lines, also=other.source.also
            )
            return dataclasses.replace(article, source=source)
    numbers = defaultdict(list)
    for file, number, _ in owned:
        numbers[file].append(number)
    if not numbers:
        return dataclasses.replace(article, source=None)
    first, *others = sorted(numbers, key=lambda file: (-len(numbers[file]), file))
    source = dataclasses.replace(
        article.source or SourceRef(first, ()),
        file=first,
        lines=line_ranges(numbers[first], lines[first]),
        also=tuple((file, line_ranges(numbers[file], lines[file])) for file in others),
    )
    return dataclasses.replace(article, source=source)


def line_ranges(numbers: Iterable[int], texts: Sequence[str]) -> LineRanges:
    """Return ``numbers`` as ranges; blank lines of ``texts`` between two of them do not part a range."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if ranges and not any(text.strip() for text in texts[ranges[-1][1] : number - 1]):
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return tuple(ranges)
