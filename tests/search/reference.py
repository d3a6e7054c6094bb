"""What a search should find, said in the plainest way: a folded text contains a folded query, or not."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from generator.search import SearchDocument
from generator.search.folding import load_folding

FOLDING = load_folding()


@dataclass(frozen=True)
class Term:
    """One term of a query."""

    text: str
    literal: bool = False
    excluded: bool = False

    def __str__(self) -> str:
        quoted = f'"{self.text}"' if self.literal else self.text
        return f"-{quoted}" if self.excluded else quoted


def _has_class(char: str, *names: str) -> bool:
    return bool(char) and FOLDING.char_class(char) in names


@functools.cache
def fold(text: str) -> str:
    """Fold ``text``, leave out what is invisible, and make blanks one."""
    visible = "".join(c for c in FOLDING.fold(text) if not _has_class(c, "invisible"))
    return re.sub(" +", " ", visible)


@functools.cache
def passed_over(text: str) -> str:
    """Fold ``text`` and take away blanks and punctuation that do not stand between two word characters."""
    folded = fold(text)
    marks = "".join(sorted({re.escape(c) for c in folded if _has_class(c, "blank", "punctuation")}))
    if not marks:
        return folded

    def kept(match: re.Match[str]) -> str:
        before, after = folded[: match.start()][-1:], folded[match.end() :][:1]
        return match.group() if _has_class(before, "word") and _has_class(after, "word") else ""

    return re.sub(f"[{marks}]+", kept, folded)


def with_edges(text: str) -> str:
    """As ``passed_over``, but a mark at the edge that may be the inside of a number or word stays."""
    folded, wanted = fold(text.strip()), passed_over(text)
    start = folded.find(wanted[0])
    end = len(folded) - folded[::-1].find(wanted[-1])
    before, after = folded[:start][-1:], folded[end:][:1]
    if before and before in ".,:/" and _has_class(wanted[0], "word"):
        wanted = before + wanted
    if after and after in ".:/-" and unicodedata.category(wanted[-1]) == "Nd":
        wanted += after
    return wanted


def contains(document: SearchDocument, term: Term) -> bool:
    """Tell whether any text of ``document`` contains ``term``."""
    if term.literal:
        wanted = fold(term.text)
        return any(wanted in fold(text) for text in document.texts())
    wanted = with_edges(term.text)
    return any(wanted in passed_over(text) for text in document.texts())


def matches(document: SearchDocument, terms: tuple[Term, ...]) -> bool:
    """Tell whether ``document`` has all required terms and none of the excluded."""
    return all(contains(document, term) != term.excluded for term in terms)
