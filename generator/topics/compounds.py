"""Which stretches of adjacent words may be one term: a word, or a compound of up to three."""

from __future__ import annotations

from collections.abc import Iterator

from generator.topics.grammar import AFFIX, ALONE, FIRST, GENERAL, LAST, MIDDLE, VERB, part
from generator.topics.reading import LATIN, NUMBER, ORGANISATION, PLACE, Word

MOST_WORDS = 3
"""Words in a compound, affixes of one character apart: longer ones are sentences."""
MOST_CHARACTERS = 12


_NAMES = frozenset({ORGANISATION, PLACE})


_NUMBERS = frozenset({NUMBER, "m"})

Stretch = tuple[int, int, str, bool, bool]
"""Adjacent words: where they begin and end (end excluded), their text as one term, whether it holds a verb (a phrase
as often as a term), and whether it holds a word that any article may use before its last. A plain tuple: an article
has hundreds."""


def stretches(words: tuple[Word, ...]) -> Iterator[Stretch]:
    """Yield each stretch of ``words`` that may be a term, from left to right, shorter ones first."""
    parts = [part(text, tag) for text, tag, _ in words]
    for begin, first in enumerate(parts):
        if first & (FIRST | ALONE) and not (begin and _is_counted(words[begin - 1], words[begin])):
            if first & ALONE:
                yield begin, begin + 1, words[begin].text, bool(first & VERB), False
            if first & FIRST and not (begin and _leans(words[begin - 1], words[begin])):
                yield from _compounds(words, parts, begin)


def _compounds(words: tuple[Word, ...], parts: list[int], begin: int) -> Iterator[Stretch]:
    """Yield the compounds that begin with the word at ``begin``."""
    text, seen = words[begin].text, parts[begin]
    size = 0 if parts[begin] & AFFIX else 1
    for end in range(begin + 1, min(len(words), begin + MOST_WORDS + 2)):
        here = parts[end]
        if not here & (MIDDLE | LAST):
            return
        size += not here & AFFIX
        if size > MOST_WORDS or not _touch(words[end - 1], words[end]):
            return
        text += _joint(words[end - 1], words[end]) + words[end].text
        general = bool(seen & GENERAL)
        seen |= here
        if len(text) > MOST_CHARACTERS and not text.isascii():
            return
        # A name and one general word (中国国际, 哈工大研究) is no term yet.
        if here & LAST and size and (here & ALONE or end > begin + 1 or words[begin].tag not in _NAMES):
            yield begin, end + 1, text, bool(seen & VERB), general
        if not here & MIDDLE:
            return


def _joint(left: Word, right: Word) -> str:
    """Return what stands between two words in a term: a blank between Latin words, else nothing."""
    parted = right.start > left.start + len(left.text)
    return " " if parted and left.tag == right.tag == LATIN else ""


def _touch(left: Word, right: Word) -> bool:
    """Tell whether two words stand together; a single blank beside Latin letters does not part them."""
    gap = right.start - left.start - len(left.text)
    return gap == 0 or (gap == 1 and LATIN in (left.tag, right.tag))


def _leans(left: Word, word: Word) -> bool:
    """Tell whether ``word`` has a prefix before it, without which a compound is a fragment (多 before 模态数据)."""
    return (
        len(left.text) == 1
        and _touch(left, word)
        and bool(left.tag == "m" or part(left.text, left.tag) & AFFIX)
    )


def _is_counted(number: Word, word: Word) -> bool:
    """Tell whether ``word`` belongs to an amount: the 亿元 of 8亿元, the 届 of 20届."""
    return number.tag in _NUMBERS and _touch(number, word) and (len(word.text) == 1 or word.tag in {"m", "q"})
