"""How a search reads a text: the characters that count, in order, and where something was passed over.

``layouts/assets/reading.js`` does the same in the browser; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.search.folding import Folding, load_folding


@dataclass(frozen=True, slots=True)
class Reading:
    """The counting characters of one run of text."""

    units: str
    """Folded, one code point each."""
    gaps: frozenset[int]
    """Indexes of units before which blanks or punctuation were passed over."""
    passed: str
    """The passed-over characters themselves, folded, in order."""


def read(text: str, folding: Folding | None = None) -> Reading:
    """Read ``text``: fold it, drop what is invisible, pass over blanks and punctuation.

    Between two word characters a run of blanks and punctuation counts (``5.5G`` is not ``55G``, and
    ``10 20`` is not ``1020``), with neighbouring blanks as one.
    """
    folding = folding or load_folding()
    units: list[str] = []
    gaps: set[int] = set()
    passed: list[str] = []
    pending: list[str] = []
    for char, kind in _visible(folding.fold(text), folding):
        if kind in {"blank", "punctuation"}:
            if not (kind == "blank" and pending and pending[-1] == " "):
                pending.append(char)
            continue
        if pending:
            if kind == "word" and units and folding.char_class(units[-1]) == "word":
                units += pending
            else:
                gaps.update([len(units)] if units else [])
                passed += pending
            pending = []
        units.append(char)
    return Reading("".join(units), frozenset(gaps), "".join(passed + pending))


def _visible(folded: str, folding: Folding) -> Iterator[tuple[str, str]]:
    classes = folding.classes
    for char in folded:
        kind = classes.get(ord(char), "sign")
        if kind != "invisible":
            yield char, kind
