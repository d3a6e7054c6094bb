"""Where characters are not written as they fold: capitals, full width, traditional forms.

A search folds them all alike; this says, afterwards, which of the places found are written as the reader typed.
Files hold some thousand places each, by character, so that a search loads those of its own characters alone, and
an archive that is in one form throughout has next to none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.search.packing import SUFFIX, write_pack

FOLDER = "forms"
PLACES = 4_000
"""In one file, but for a single character that has more."""


def write_forms(rows: Sequence[Sequence[tuple[str, int]]], folder: Path) -> list[str]:
    """Write the places of ``rows`` (a character and its position, each), and return the characters of each file.

    A file is ``{character: [[row, position, …], …]}``, each position but the first of a row given as the
    distance from the one before.
    """
    places: dict[str, list[list[int]]] = {}
    for row, found in enumerate(rows):
        for char, positions in _by_character(found).items():
            places.setdefault(char, []).append([row, *_steps(positions)])
    listed: list[str] = []
    for number, chars in enumerate(_files(places)):
        write_pack(folder / f"{number}{SUFFIX}", {char: places[char] for char in chars})
        listed.append(chars)
    return listed


def _by_character(found: Sequence[tuple[str, int]]) -> Mapping[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for char, position in found:
        positions.setdefault(char, []).append(position)
    return positions


def _steps(positions: Sequence[int]) -> Iterator[int]:
    last = 0
    for position in positions:
        yield position - last
        last = position


def _files(places: Mapping[str, Sequence[Sequence[int]]]) -> Iterator[str]:
    """Yield the characters of one file after another, by code point."""
    chars, size = "", 0
    for char in sorted(places):
        number = sum(len(row) - 1 for row in places[char])
        if chars and size + number > PLACES:
            yield chars
            chars, size = "", 0
        chars, size = chars + char, size + number
    if chars:
        yield chars
