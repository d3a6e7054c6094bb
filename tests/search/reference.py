"""What a search should find, said in the plainest way: a folded text contains a folded query, or not."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from generator.search import SearchDocument
from generator.search.folding import load_folding

FOLDING = load_folding()
_ALL_MARKS = "".join(
    re.escape(chr(c)) for c, kind in FOLDING.classes.items() if kind in {"blank", "punctuation"}
)


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


@functools.cache
def _pattern(text: str) -> re.Pattern[str]:
    """Say a plain term as a pattern for folded text; marks typed in ASCII at its edge may be of a number."""
    typed, wanted = text.strip(), passed_over(text)
    kinds = [FOLDING.char_class(char) for char in wanted]
    pattern = re.escape(wanted[0])
    for i in range(1, len(wanted)):
        pattern += (f"[{_ALL_MARKS}]*" if "sign" in kinds[i - 1 : i + 1] else "") + re.escape(wanted[i])
    visible = "".join(char for char in typed if not _has_class(FOLDING.fold(char), "invisible"))
    folded = FOLDING.fold(visible)
    before = visible[: folded.find(wanted[0])][-1:]
    after = visible[len(folded) - folded[::-1].find(wanted[-1]) :][:1]
    if before and before in ".,:/" and kinds[0] == "word":
        pattern = re.escape(before) + pattern
    if after and after in ".:/-" and wanted[-1] in "0123456789":
        pattern += re.escape(after)
    return re.compile(pattern)


def contains(document: SearchDocument, term: Term) -> bool:
    """Tell whether any text of ``document`` contains ``term``."""
    if term.literal:
        wanted = fold(term.text)
        return any(wanted in fold(text) for text in document.texts())
    return any(_pattern(term.text).search(fold(text)) for text in document.texts())


def matches(document: SearchDocument, terms: tuple[Term, ...]) -> bool:
    """Tell whether ``document`` has all required terms and none of the excluded."""
    return all(contains(document, term) != term.excluded for term in terms)


def contains_at(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return where a plain term stands in ``fold(text)``, as start and end; places may overlap."""
    folded = fold(text)
    found = (_pattern(wanted).match(folded, start) for start in range(len(folded)))
    return [match.span() for match in found if match]
