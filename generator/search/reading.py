"""How a search reads a text: the characters that count, in order, and where something was passed over.

``layouts/assets/search-reading.js`` does the same in the browser; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.search.folding import Folding, load_folding

BEFORE_WORD = frozenset(".,:/")
"""Marks that may be of the word character after them: ``.5G``, ``:80``, ``/km``."""
AFTER_DIGIT = frozenset(".:/-")
"""Marks that may be of the digit before them: ``3-``, ``12:``."""
DIGITS = frozenset("0123456789")


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
    units: list[str] = []
    typed: list[str] = []
    gaps: set[int] = set()
    passed: list[str] = []
    edges: set[str] = set()
    pending: list[str] = []
    pending_typed: list[str] = []
    for raw, char, kind in _visible(text, folding):
        if kind in {"blank", "punctuation"}:
            if not (kind == "blank" and pending and pending[-1] == " "):
                pending.append(char)
                pending_typed.append(raw)
            continue
        if pending:
            if kind == "word" and units and folding.char_class(units[-1]) == "word":
                units += pending
                typed += pending_typed
            else:
                gaps.update([len(units)] if units else [])
                passed += pending
                edges.update(_edges(units[-1:], pending, [char] if kind == "word" else []))
            pending, pending_typed = [], []
        units.append(char)
        typed.append(raw)
    edges.update(_edges(units[-1:], pending, []))
    return Reading(
        "".join(units), "".join(typed), frozenset(gaps), "".join(passed + pending), frozenset(edges)
    )


def _edges(before: Sequence[str], passed: Sequence[str], word_after: Sequence[str]) -> Iterator[str]:
    """Yield what touches: a digit and the first passed-over mark, the last one and a word character."""
    if before and passed and passed[0] in AFTER_DIGIT and before[0] in DIGITS:
        yield before[0] + passed[0]
    if word_after and passed and passed[-1] in BEFORE_WORD:
        yield passed[-1] + word_after[0]


def _visible(text: str, folding: Folding) -> Iterator[tuple[str, str, str]]:
    """Yield each character that is not invisible: as it is, folded, and its class."""
    classes = folding.classes
    for raw, char in zip(text, folding.fold(text), strict=True):
        kind = classes.get(ord(char), "sign")
        if kind != "invisible":
            yield raw, char, kind
