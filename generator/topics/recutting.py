"""Words that the dictionary lacks, cut the same way wherever a story has them.

The cutter guesses such words one sentence at a time: 换电 | 项目 in one place, 其换 | 电重 | 卡车 | 型 in another. A
guess that stands on its own elsewhere in the story is tried in every run of Han characters that holds it, and
kept where the whole run becomes likelier: 其 | 换电 | 重卡 | 车型.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import words
from generator.topics.reading import HAN, Reading, Word, cut_han
from generator.topics.setting_apart import set_apart

_HAN_WORD = re.compile(f"[{HAN}]{{2,3}}")
_HAN_CHARACTER = re.compile(f"[{HAN}]")
_GUESS = 14.0
"""Cost of a guessed word seen elsewhere, as minus the logarithm of its share: that of a rare word."""
_LONE_GUESS = 20.0
"""Cost of one not seen elsewhere."""


def recut(reading: Reading) -> Reading:
    """Return ``reading`` with guessed words cut alike; the texts stay as they are."""
    guessed = [_guessed(passage.words) for passage in reading.passages]
    guesses = Counter(
        passage.words[place].text
        for passage, places in zip(reading.passages, guessed, strict=True)
        for place in places
    )
    if not guesses:
        return reading
    return replace(
        reading,
        passages=tuple(
            passage._replace(words=_recut(passage.words, places, guesses)) if places else passage
            for passage, places in zip(reading.passages, guessed, strict=True)
        ),
    )


def _guessed(tokens: Sequence[Word]) -> list[int]:
    """Return the places of the guessed words among ``tokens``."""
    return [
        place
        for place, (text, tag, _) in enumerate(tokens)
        if tag == words.UNKNOWN_TAG and _HAN_WORD.fullmatch(text)
    ]


def _recut(tokens: tuple[Word, ...], places: list[int], guesses: Counter[str]) -> tuple[Word, ...]:
    kept: list[Word] = []
    until = 0
    for begin, end in _runs(tokens, places):
        kept += tokens[until:begin]
        kept += _likelier(tokens[begin:end], guesses)
        until = end
    return (*kept, *tokens[until:])


def _likelier(run: tuple[Word, ...], guesses: Counter[str]) -> Sequence[Word]:
    """Return ``run`` as it is, or cut by the guesses that stand elsewhere in the story, whichever is likelier."""
    own = Counter(run[place].text for place in _guessed(run))
    # Only a run with a guess that nothing else supports is worth another look.
    if all(guesses[guess] > count for guess, count in own.items()):
        return run
    text = "".join(word.text for word in run)
    elsewhere = {guess for guess in guesses if guess in text and guesses[guess] > own[guess]}
    if not elsewhere:
        return run
    other = tuple(_split(text, elsewhere, run[0].start))
    return min(run, other, key=lambda cut: _cost(cut, elsewhere))


def _runs(tokens: tuple[Word, ...], places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of the stretches of words of Han characters that hold the words at ``places``."""
    end = 0
    for place in places:
        if place < end:
            continue
        begin, end = place, place + 1
        while begin and _go_together(tokens[begin - 1], tokens[begin]):
            begin -= 1
        while end < len(tokens) and _go_together(tokens[end - 1], tokens[end]):
            end += 1
        yield begin, end


def _go_together(left: Word, right: Word) -> bool:
    """Tell whether two words are of Han characters, and touch."""
    return left.start + len(left.text) == right.start and _is_han(left.text) and _is_han(right.text)


@functools.lru_cache(maxsize=1 << 16)
def _is_han(text: str) -> bool:
    return _HAN_CHARACTER.match(text) is not None


def _split(text: str, whole: set[str], start: int) -> Iterator[Word]:
    for piece, is_whole in set_apart(text, whole):
        if is_whole:
            yield Word(piece, words.tag(piece), start)
        else:
            yield from cut_han(piece, start)
        start += len(piece)


def _cost(cut: Sequence[Word], elsewhere: set[str]) -> float:
    lone = {cut[place].text for place in _guessed(cut)} - elsewhere
    return sum(
        _GUESS if text in elsewhere else _LONE_GUESS if text in lone else words.rarity(text)
        for text, _, _ in cut
    )
