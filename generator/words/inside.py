"""The words inside a word: 北京 and 大学 in 北京大学."""

from __future__ import annotations

import functools
import math

from generator.words.dictionary import count, longest, total


@functools.lru_cache(maxsize=100_000)
def cut_inside(word: str) -> tuple[str, ...]:
    """Cut ``word`` into the most probable words it is made of, other than itself: 北京大学 into 北京, 大学.

    By jieba's dictionary and its way of weighing (the likeliest path, of two alike the one with the longer word
    first), its guesses of unknown words left out. A word of one character, or of Latin letters and digits, is
    returned as it is.
    """
    size = len(word)
    if size < 2 or word.isascii():
        return (word,)
    logarithm = math.log(total())
    best: list[tuple[float, int]] = [(0.0, 0)] * (size + 1)
    """For each place the likelihood of what follows it, and where the word there ends."""
    for start in range(size - 1, -1, -1):
        ends = [
            (end, found)
            for end in range(start + 1, min(size, start + longest()) + 1)
            if (found := count(word[start:end])) and end - start < size
        ]
        best[start] = max(
            (math.log(found) - logarithm + best[end][0], end) for end, found in ends or [(start + 1, 1)]
        )
    parts: list[str] = []
    start = 0
    while start < size:
        end = best[start][1]
        parts.append(word[start:end])
        start = end
    return tuple(parts)
