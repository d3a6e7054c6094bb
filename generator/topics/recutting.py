"""Words that the dictionary lacks, cut the same way wherever a story has them.

The cutter guesses such words one sentence at a time: 换电 | 项目 in one place, 其换 | 电重 | 卡车 | 型 in another. A
guess that stands on its own elsewhere in the story is tried in every run of Han characters that holds it, and
kept where the whole run becomes likelier: 其 | 换电 | 重卡 | 车型.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import words
from generator.topics.reading import HAN, Reading, Word, cut_han

_HAN_WORD = re.compile(f"[{HAN}]{{2,3}}")
_HAN_CHARACTER = re.compile(f"[{HAN}]")
_GUESS = 14.0
"""Cost of a guessed word seen elsewhere, as minus the logarithm of its share: that of a rare word."""
_LONE_GUESS = 20.0
"""Cost of one not seen elsewhere."""


def recut(reading: Reading) -> Reading:
    """Return ``reading`` with guessed words cut alike; the texts stay as they are."""
    passages = reading.passages
    guesses = Counter(w.text for passage in passages for w in passage.words if _is_guess(w))
    if not guesses:
        return reading
    return replace(
        reading,
        passages=tuple(
            replace(p, words=tuple(_recut(p.words, guesses))) if any(map(_is_guess, p.words)) else p
            for p in passages
        ),
    )


def _is_guess(word: Word) -> bool:
    return word.tag == words.UNKNOWN_TAG and _HAN_WORD.fullmatch(word.text) is not None


def _recut(tokens: tuple[Word, ...], guesses: Counter[str]) -> Iterator[Word]:
    for run in _runs(tokens):
        own = Counter(word.text for word in run if _is_guess(word))
        # Only a run with a guess that nothing else supports is worth another look.
        if all(guesses[guess] > count for guess, count in own.items()):
            yield from run
            continue
        text = "".join(word.text for word in run)
        elsewhere = {guess for guess in guesses if guess in text and guesses[guess] > own[guess]}
        other = list(_split(text, elsewhere, run[0].start)) if elsewhere else run
        yield from min(run, other, key=lambda cut: _cost(cut, elsewhere))


def _runs(tokens: tuple[Word, ...]) -> Iterator[list[Word]]:
    """Yield the stretches of words of Han characters, and each other word alone."""
    run: list[Word] = []
    for word in tokens:
        touches = bool(run) and run[-1].start + len(run[-1].text) == word.start
        if run and not (touches and _is_han(word) and _is_han(run[-1])):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_han(word: Word) -> bool:
    return _HAN_CHARACTER.match(word.text) is not None


def _split(text: str, whole: set[str], start: int) -> Iterator[Word]:
    pieces = re.split("(" + "|".join(sorted(whole, key=lambda guess: (-len(guess), guess))) + ")", text)
    for index, piece in enumerate(pieces):
        for word in [piece] if index % 2 else cut_han(piece):
            yield Word(word, words.tag(word), start)
            start += len(word)


def _cost(cut: Sequence[Word], elsewhere: set[str]) -> float:
    return sum(
        _GUESS if w.text in elsewhere else _LONE_GUESS if _is_guess(w) else words.rarity(w.text) for w in cut
    )
