"""The archive's own words, for a query that no article holds: to split it, and to offer what may have been meant.

Loaded only then, so it is one file, whose size is bounded whatever the archive's is: the most frequent topics and
names, the most frequent words, and how the characters are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.search.document import SearchEntry
from generator.search.folding import load_folding
from generator.search.reading import read

MOST_TERMS = 6_000
MOST_WORDS = 16_000
LONGEST = 12
"""Characters in a topic, name or word, at most."""
_WORD = re.compile(r"[^\W\d_]{2,}|\w*[^\W\d_]\w*[^\W_]")
"""More than one character, and a letter among them: of numbers there is no end."""


def make_vocabulary(counts: Mapping[str, int], entries: Iterable[SearchEntry]) -> dict[str, Any]:
    """Return the content of the vocabulary file.

    ``counts`` has the number of articles of each word, ``entries`` the topics and names. ``terms`` lists, by
    kind, ``[label, number of articles, address]``, the address only where it is not the kind's pattern with the
    label in the place of ``*``; ``words`` those with 1, with 2 and 3, with 4 to 7 articles and so on; ``sounds``
    the folded characters of each syllable, without its tone.
    """
    terms = _frequent_terms(entries)
    named = {read(entry.label).units for entry in terms}
    words = _frequent_words(counts, named)
    by_class: list[list[str]] = [[] for _ in range(max((n.bit_length() for n in words.values()), default=0))]
    for word, number in words.items():
        by_class[number.bit_length() - 1].append(word)
    return {
        "terms": {kind: _listed(kind, terms) for kind in dict.fromkeys(entry.kind for entry in terms)},
        "words": [" ".join(sorted(each)) for each in by_class],
        "sounds": _sounds([*named, *words]),
    }


def _frequent_terms(entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    usable = [e for e in entries if e.kind != "article" and len(e.label) <= LONGEST and read(e.label).units]
    return sorted(usable, key=lambda e: (-e.count, e.label, e.kind))[:MOST_TERMS]


def _frequent_words(counts: Mapping[str, int], named: set[str]) -> dict[str, int]:
    """Return the most frequent words that are no names, each in its most frequent form, with its articles."""
    fold = load_folding().fold
    best: dict[str, str] = {}
    total: Counter[str] = Counter()
    for word, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        folded = fold(word)
        if len(word) <= LONGEST and folded not in named and _WORD.fullmatch(word):
            best.setdefault(folded, word)
            total[folded] += number
    frequent = sorted(total, key=lambda folded: (-total[folded], folded))[:MOST_WORDS]
    return {best[folded]: total[folded] for folded in frequent}


def _listed(kind: str, terms: Iterable[SearchEntry]) -> dict[str, Any]:
    of_kind = [entry for entry in terms if entry.kind == kind]
    patterns = Counter(entry.url.replace(entry.label, "*", 1) for entry in of_kind)
    pattern = min(patterns, key=lambda each: (-patterns[each], each))
    rows = []
    for entry in of_kind:
        regular = pattern.replace("*", entry.label) == entry.url
        rows.append([entry.label, entry.count] if regular else [entry.label, entry.count, entry.url])
    return {"url": pattern, "terms": rows}


def _sounds(words: Iterable[str]) -> dict[str, str]:
    """Return syllable -> characters: each in its commonest reading, and in those it has in ``words``."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # long to load, and not for every build

    fold = load_folding().fold
    chars: dict[str, set[str]] = {}
    for text in (*_common_characters(), *sorted(words)):
        syllables = lazy_pinyin(text, style=Style.NORMAL, errors=_letter_by_letter)
        for char, syllable in zip(text, syllables, strict=False):
            if syllable != char and syllable.isascii() and syllable.isalpha():
                chars.setdefault(syllable, set()).add(fold(char))
    return {syllable: "".join(sorted(chars[syllable])) for syllable in sorted(chars)}


def _letter_by_letter(other: str) -> Any:
    """Keep what has no reading one to one; pypinyin's own way keeps a run of letters as one."""
    return list(other)


def _common_characters() -> Iterator[str]:
    """Yield the 6,763 Han characters of GB/T 2312: what a reader may type, whatever the archive holds."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            char = bytes((row, cell)).decode("gb2312", "ignore")
            if char:
                yield char
