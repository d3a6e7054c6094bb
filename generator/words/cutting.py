"""Texts into words, by jieba, or by the compiled rjieba where it is installed (the extra ``fast``): the same words.

rjieba has jieba's dictionary and its way of guessing, and differs in two things, both mended here: it takes more
characters for Chinese ones (extension A, compatibility forms), and joins Latin letters and digits over any
character between them (S-300), where jieba does over a decimal point alone.
"""

from __future__ import annotations

import functools
import importlib.metadata
import re
from collections.abc import Callable, Iterable, Iterator

from generator.words import dictionary

FAST = "0.2.2"
"""The version of rjieba that was compared with jieba; another one may cut otherwise, so jieba cuts then."""
_BLOCK = re.compile(r"([一-\u9fd5a-zA-Z0-9+#&._%\-]+)")
"""What jieba cuts by its dictionary; all else is characters one by one."""
_LINE_END_OR_CHARACTER = re.compile(r"\r\n|.", re.DOTALL)
_NUMBER_OR_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
"""How jieba divides what is neither Chinese nor in the dictionary."""
_NOT_CHINESE = re.compile(r"[a-zA-Z0-9+#&._%\-]+")
_CUT_OTHERWISE = re.compile(
    r"[a-zA-Z0-9][+#&._%\-]|[+#&._%\-][a-zA-Z0-9]"
    r"|[\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\ud800-\udfff\U00020000-\U0003ffff]"
)
"""Where rjieba may differ from jieba, generously; surrogates it refuses."""


@functools.cache
def _cutter() -> Callable[[str], list[str]]:
    return _compiled() or _interpreted()


def load() -> None:
    """Load what cutting needs now: processes that are forked later share it."""
    _cutter()


def cut(text: str) -> list[str]:
    """Cut ``text`` into words, in order; joined they give ``text`` back."""
    return _cutter()(text)


def _compiled() -> Callable[[str], list[str]] | None:
    """Return rjieba's cut, made to give jieba's words; None where rjieba is not there in the version compared."""
    try:
        import rjieba

        if importlib.metadata.version("rjieba") != FAST:
            return None
    except ImportError:
        return None

    def cut_as_jieba(text: str) -> list[str]:
        if not _CUT_OTHERWISE.search(text):
            words: list[str] = rjieba.cut(text)
            return words
        return [word for block in _BLOCK.split(text) for word in cut_block(block)]

    def cut_block(block: str) -> Iterable[str]:
        if _BLOCK.match(block):
            return _mended(rjieba.cut(block), rjieba.has_word)
        return _LINE_END_OR_CHARACTER.findall(block)

    return cut_as_jieba


def _mended(words: Iterable[str], is_known: Callable[[str], bool]) -> Iterator[str]:
    """Yield ``words``, the Latin letters, digits and marks that stand between two others divided as jieba does."""
    run = ""
    for word in words:
        if _NOT_CHINESE.fullmatch(word) and not (len(word) > 1 and is_known(word)):
            run += word
            continue
        yield from filter(None, _NUMBER_OR_LATIN.split(run))
        run = ""
        yield word
    yield from filter(None, _NUMBER_OR_LATIN.split(run))


def _interpreted() -> Callable[[str], list[str]]:
    import jieba

    # Made here, jieba's table takes half the time that its own cache takes, and leaves no file behind.
    known = dictionary.counts()
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = {**dict.fromkeys(_beginnings(set(known)), 0), **known}
    tokenizer.total = dictionary.total()
    tokenizer.initialized = True
    cut: Callable[[str], list[str]] = tokenizer.lcut
    return cut


def _beginnings(words: set[str]) -> set[str]:
    """Return what ``words`` begin with: jieba looks for longer words only behind these."""
    found: set[str] = set()
    while words:
        words = {word[:-1] for word in words if len(word) > 1}
        found |= words
    return found
