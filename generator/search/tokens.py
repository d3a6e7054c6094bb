"""A document as Pagefind is given it: words that stand for pairs of characters.

Pagefind keeps, for each word, the documents and positions it stands at; what the words are is ours:

- ``abŧ``: characters *a* and *b* next to each other; ``abþ``: the same, where *ab* is a word of that text by
  jieba's cut; ``abŋ``: next to each other, but for blanks or punctuation between them. Its position is that of *a*.
  The last character of a run has no pair: ``aħ`` stands at its place, and a spacer after it keeps runs apart. A
  query of a single character looks up all words that begin with it.
- ``æa``: the blank or mark *a* was passed over somewhere in the zone, for queries of nothing but such.
- ``ðab``: *a* and *b* touch somewhere in the zone, one of them a mark that is passed over there but may be of
  the number or word beside it, for queries such as ``.5G`` and ``3-``.
- ``abþc…``: *abc…* is a word somewhere in the zone by jieba's cut, or a word inside one, to rank words before
  accidents. Of title, kicker, subtitle and lede also runs of words, and the article's topics and names: there it
  matters most. The same are words in ``abþ``.

What is told of a pair stands together in the order of words, and so in one file of the index.

Han characters, letters a-z and digits stand for themselves; any other character is written ``ø`` and four
digits of base 36, because Pagefind drops or splits at whatever is not a letter or digit to it. No character is
written as the beginning of another, so that the words beginning with what is written for one are its own.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.search.document import SearchDocument
from generator.search.reading import Reading, read

TOUCH = "ŧ"
GAP = "ŋ"
CHARACTER = "æ"
EDGE = "ð"
END = "ħ"
WORD = "þ"
ESCAPE = "ø"
SPACER = "-"
"""Not a letter: Pagefind counts its position and keeps no posting for it."""

LONGEST_WORD = 8
"""Characters: of a longer query nothing is an accident. The browser's search-part.js has the same."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class TokenText:
    """The words of one document, and where its zones end."""

    text: str
    """Words with a blank between."""
    zone_ends: tuple[int, ...]
    """Position after the last word of each zone; the last is the number of all words."""
    forms: tuple[tuple[str, int], ...] = ()
    """Each character that is not written as it folds (``M``, ``５``, ``臺``), with its position."""


@functools.cache
def encode_char(char: str) -> str:
    """Write one folded character in letters and digits."""
    code = ord(char)
    if char in _DIGITS or 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF:
        return char
    digits = ""
    for _ in range(4):
        code, rest = divmod(code, 36)
        digits = _DIGITS[rest] + digits
    return ESCAPE + digits


def write_tokens(
    document: SearchDocument,
    words_of: Callable[[str], Iterable[str]],
    phrases_of: Callable[[str], Iterable[str]],
) -> TokenText:
    """Write the words of ``document``; ``words_of`` cuts a text into Chinese words, ``phrases_of`` into runs of them.

    Marks passed over and words of three characters and more are given once a document, in the weightiest zone that
    has them; words of two wherever a text has them.
    """
    tokens: list[str] = []
    zone_ends: list[int] = []
    seen: set[str] = set()
    forms: list[tuple[str, int]] = []
    names = (*document.topics, *document.people, *document.organisations, *document.places)
    *headings, body = document.zones()
    for zone in (*headings, body):
        once: dict[str, None] = {}
        for text in zone:
            reading = read(text)
            forms += _forms(reading, len(tokens))
            whole = words_of(text) if zone is body else (*phrases_of(text), *(n for n in names if n in text))
            written = dict.fromkeys(map(_whole_word, whole))
            tokens += pairs_of(reading, written)
            once.update((CHARACTER + encode_char(char), None) for char in reading.passed)
            once.update((EDGE + "".join(map(encode_char, edge)), None) for edge in sorted(reading.edges))
            once.update((word, None) for word in written if word and word[-1] != WORD)
        tokens += [token for token in once if token not in seen]
        seen.update(once)
        zone_ends.append(len(tokens))
    return TokenText(" ".join(tokens), tuple(zone_ends), tuple(forms))


def _forms(reading: Reading, start: int) -> Iterator[tuple[str, int]]:
    """Yield what is written otherwise than it folds, where the run's first character has position ``start``."""
    if reading.typed != reading.units:
        for i, (raw, folded) in enumerate(zip(reading.typed, reading.units, strict=True)):
            # A blank of another kind is a blank to every reader.
            if folded not in {raw, " "}:
                yield raw, start + i


def pairs_of(reading: Reading, whole: Collection[str] = ()) -> list[str]:
    """Return the words of a run, one a character: pairs, its last character, and a spacer.

    ``whole`` has, as words of the index, the pairs that are words of the text.
    """
    if not reading.units:
        return []
    codes = [encode_char(char) for char in reading.units]
    words = [first + second + WORD for first, second in pairwise(codes)]
    words = [word if word in whole else word[:-1] + TOUCH for word in words]
    for i in reading.gaps:
        words[i - 1] = codes[i - 1] + codes[i] + GAP
    # The spacer has a place that no character has, so that no run goes on past it.
    return [*words, codes[-1] + END, SPACER]


@functools.lru_cache(maxsize=200_000)
def _whole_word(word: str) -> str:
    """Write ``word`` as a word of the index; empty where it is none to rank by."""
    units = read(word).units
    if not 1 < len(units) <= LONGEST_WORD:
        return ""
    first, second, *rest = map(encode_char, units)
    return first + second + WORD + "".join(rest)
