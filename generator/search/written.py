"""An index as it was written, read back: which parts there are, the texts of each, and where its words lead."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator.search.build import FOLDER, MANIFEST
from generator.search.chunks import read_chunk
from generator.search.forms import FOLDER as FORMS
from generator.search.packing import SUFFIX
from generator.search.reading import read
from generator.search.tokens import CHARACTER, END, GAP, SPACER, TOUCH, WORD, encode_char, pairs_of


class DamagedError(Exception):
    """A file of the index that is missing or not what it should be; ``args``: its path, and what is wrong."""


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part as the manifest lists it."""

    folder: Path
    first: dt.date
    last: dt.date
    count: int
    facets: Mapping[str, int]
    """Sizes, in bytes, of the files of its facets."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One row of a part: the texts that a hit shows, and that its words are of."""

    url: str
    zones: tuple[tuple[str, ...], ...]
    """Title; kicker, subtitle and lede; paragraphs and attribution."""
    starts: tuple[int, ...]
    """Position of the first word of each zone."""


def read_parts(site: Path) -> tuple[WrittenPart, ...]:
    """Return the parts of the index of ``site``, none where it has no index; raises ``DamagedError``.

    The files that all parts share must be there too.
    """
    folder = site / FOLDER
    if not folder.is_dir():
        return ()
    manifest = _loaded(folder / MANIFEST, json.loads)
    try:
        for name in (manifest["folding"], manifest["vocabulary"], f"suggest/{manifest['suggest']}"):
            read_pack(folder / name)
        return tuple(
            WrittenPart(
                folder / part["folder"],
                dt.date.fromisoformat(part["from"]),
                dt.date.fromisoformat(part["to"]),
                part["count"],
                part["facetBytes"],
            )
            for part in manifest["parts"]
        )
    except (KeyError, TypeError) as problem:
        raise DamagedError(folder / MANIFEST, f"is of another form ({problem})") from problem


def read_texts(part: WrittenPart) -> Iterator[WrittenText]:
    """Yield the rows of ``part`` in their order; raises ``DamagedError``, for a file beside them too."""
    rows = read_pack(part.folder / f"rows{SUFFIX}")
    for name, size in part.facets.items():
        path = part.folder / f"{name}{SUFFIX}"
        read_pack(path)
        if path.stat().st_size != size:
            raise DamagedError(path, f"does not have its {size} bytes")
    for number in range(len(rows["forms"])):
        read_pack(part.folder / FORMS / f"{number}{SUFFIX}")
    row = 0
    for number in range(len(rows["blocks"])):
        path = part.folder / "text" / f"{number}{SUFFIX}"
        for url, title, kicker, subtitle, lede, paragraphs, attribution in read_pack(path):
            if row >= part.count:
                raise DamagedError(path, f"has more than the part's {part.count} texts")
            ends = list(accumulate(zone[row] for zone in rows["zones"]))
            row += 1
            zones = ((title,), (kicker, subtitle, *lede), (*paragraphs, attribution))
            yield WrittenText(url, zones, (0, *ends[:-1]))
    if row != part.count:
        raise DamagedError(part.folder / "text", f"has {row} texts instead of {part.count}")


def misled_words(part: WrittenPart, texts: Sequence[WrittenText]) -> Iterator[tuple[Path, int]]:
    """Yield the files of words of ``part`` that do not lead to where the words of ``texts`` are, with a row for each.

    ``texts`` are all rows of the part. Every pair of neighbouring characters must lead to each of its places and to
    no other, be it a word there or not, and every mark passed over to its rows. Raises ``DamagedError`` for a file
    that cannot be read.
    """
    firsts = read_pack(part.folder / f"rows{SUFFIX}")["words"]
    places = _places_of(texts)
    for number in range(len(firsts)):
        path = part.folder / "index" / f"{number}.pf_index"
        try:
            words = {word: list(found) for word, found in read_chunk(_bytes(path))}
        except (OSError, EOFError, ValueError, TypeError) as problem:
            raise DamagedError(path, f"cannot be read ({problem})") from problem
        for word, found in words.items():
            if differ := _take_off(places, word, found):
                yield path, min(differ) >> 32
    for word, wanted in places.items():
        number = max((n for n, first in enumerate(firsts) if first <= word), default=0)
        yield part.folder / "index" / f"{number}.pf_index", wanted[0] >> 32


def _take_off(places: dict[str, array[int]], word: str, found: Iterable[tuple[int, int]]) -> set[int]:
    """Take the places of ``word`` off ``places``, and return those that are not in both.

    A pair comes first where it is a word, as Pagefind orders them; of its places the others are left for where it is
    none.
    """
    if word[-1] == WORD:
        known, has = set(places.pop(word[:-1] + TOUCH, ())), set(map(_place, found))
        if known - has:
            places[word[:-1] + TOUCH] = array("Q", sorted(known - has))
        return has - known
    if word[-1] in (TOUCH, GAP, END) and word != GAP:
        return set(map(_place, found)).symmetric_difference(places.pop(word, ()))
    if word in places:
        return {row << 32 for row, _ in found}.symmetric_difference(places.pop(word))
    return set()  # words that order hits alone, and what stands for a text without a word


def _places_of(texts: Sequence[WrittenText]) -> dict[str, array[int]]:
    """Return the places of each pair (row and position in one number), and the rows of each mark passed over."""
    places: dict[str, array[int]] = {}
    for row, text in enumerate(texts):
        chars: set[str] = set()
        for zone, start in zip(text.zones, text.starts, strict=True):
            at = start
            for each in zone:
                reading = read(each)
                chars.update(reading.passed)
                for word in pairs_of(reading):
                    if word != SPACER:
                        places.setdefault(word, array("Q")).append(_place((row, at)))
                    at += 1
        for char in sorted(chars):
            places.setdefault(CHARACTER + encode_char(char), array("Q")).append(row << 32)
    return places


def _place(place: tuple[int, int]) -> int:
    return place[0] << 32 | place[1]


def read_pack(path: Path) -> Any:
    """Return what a ``.pack`` file holds; raises ``DamagedError``."""
    return _loaded(path, lambda data: json.loads(gzip.decompress(data)))


def _loaded(path: Path, load: Callable[[bytes], Any]) -> Any:
    try:
        return load(_bytes(path))
    except (OSError, EOFError, ValueError) as problem:
        raise DamagedError(path, f"cannot be read ({problem})") from problem


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise DamagedError(path, "is missing" if not path.exists() else "cannot be read") from problem
