"""How a search reads a text: the characters that count, in order, and where something was passed over.

``layouts/assets/search-reading.js`` does the same in the browser; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.search.folding import BLANK, INVISIBLE, PUNCTUATION, WORD, Folding, load_folding

BEFORE_WORD = frozenset(".,:/")
"""Marks that may be of the word character after them: ``.5G``, ``:80``, ``/km``."""
AFTER_DIGIT = frozenset(".:/-")
"""Marks that may be of the digit before them: ``3-``, ``12:``."""
DIGITS = frozenset("0123456789")
_PASSED_OVER = re.compile(f"[{BLANK}{PUNCTUATION}]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """The counting characters of one run of text."""

    units: str
    """Folded, one code point each."""
    typed: str
    """The same, as the text has them."""
    gaps: frozenset[int]
    """Indexes of units before which blanks or punctuation were passed over."""
    passed: str
    """The passed-over characters themselves, folded, in order."""
    edges: frozenset[str]
    """Two characters each: a passed-over mark and the unit it touches, where it may belong to a number
    or word (``.5`` of ``：.5元``, ``1.`` of ``1.发展``)."""


def read(text: str, folding: Folding | None = None) -> Reading:
    """Read ``text``: fold it, drop what is invisible, pass over blanks and punctuation.

    Between two word characters a run of blanks and punctuation counts (``5.5G`` is not ``55G``, and
    ``10 20`` is not ``1020``), with neighbouring blanks as one.
    """
    folding = folding or load_folding()
    raw, folded = text, folding.fold(text)
    kinds = folded.translate(folding.kinds)
    if INVISIBLE in kinds:
        raw, folded, kinds = _without_invisible(raw, folded, kinds)
    runs = list(_PASSED_OVER.finditer(kinds))
    if not runs:
        return Reading(folded, raw, frozenset(), "", frozenset())
    units: list[str] = []
    typed: list[str] = []
    gaps: set[int] = set()
    passed: list[str] = []
    edges: set[str] = set()
    at = count = 0
    for run in runs:
        start, end = run.span()
        units.append(folded[at:start])
        typed.append(raw[at:start])
        count += start - at
        marks, as_typed = _without_blanks(folded[start:end], raw[start:end])
        after = folded[end] if kinds[end : end + 1] == WORD else ""
        if after and count and kinds[start - 1] == WORD:
            units.append(marks)
            typed.append(as_typed)
            count += len(marks)
        else:
            if count and end < len(kinds):
                gaps.add(count)
            passed.append(marks)
            edges.update(_edges(folded[start - 1] if count else "", marks, after))
        at = end
    units.append(folded[at:])
    typed.append(raw[at:])
    return Reading("".join(units), "".join(typed), frozenset(gaps), "".join(passed), frozenset(edges))


def _edges(before: str, passed: str, word_after: str) -> Iterator[str]:
    """Yield what touches: a digit and the first passed-over mark, the last one and a word character."""
    if before and passed[0] in AFTER_DIGIT and before in DIGITS:
        yield before + passed[0]
    if word_after and passed[-1] in BEFORE_WORD:
        yield passed[-1] + word_after


def _without_invisible(raw: str, folded: str, kinds: str) -> tuple[str, str, str]:
    kept = [i for i, kind in enumerate(kinds) if kind != INVISIBLE]
    return "".join(raw[i] for i in kept), "".join(folded[i] for i in kept), "".join(kinds[i] for i in kept)


def _without_blanks(marks: str, typed: str) -> tuple[str, str]:
    """Return what was passed over, of neighbouring blanks the first alone."""
    if "  " not in marks:
        return marks, typed
    kept = [i for i in range(len(marks)) if not (i and marks[i - 1 : i + 1] == "  ")]
    return "".join(marks[i] for i in kept), "".join(typed[i] for i in kept)
