"""Which lines of the source each part of an article was made of, found by the text itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_SURE = 4
"""Characters from which on a line is looked for anywhere; a shorter one only where the line before it ends."""

Span = tuple[int, int]
"""The first and the last part, counted from 0, that a line has text in."""


def trace(parts: Sequence[str], lines: Sequence[str]) -> list[Span | None]:
    """Return for each of ``lines`` the ``parts`` it gave its text to; None where it is in none of them.

    ``parts`` are the texts of the article as it reads: kicker, title, subtitle, paragraphs, attribution. Line and
    part are compared without blanks. A line that was corrected since is not found by its text; where the lines
    before and after it are of one part, it is of that part too.
    """
    bare = _bare(parts)
    starts = [0, *accumulate(map(len, bare))]
    text = "".join(bare)
    spans: list[Span | None] = []
    part = end = 0
    for line in _bare(lines):
        # Most lines go on where the one before ended, in the same part.
        start, length = end, len(line)
        if not line or not text.startswith(line, end):
            start, length = _find(line, text, end)
        if start < 0:
            spans.append(None)
            continue
        end = start + length
        if not starts[part] <= start < starts[part + 1]:
            part = bisect_right(starts, start) - 1
        first = part
        if end > starts[part + 1]:
            part = bisect_right(starts, end - 1) - 1
        spans.append((first, part))
    return _filled(spans)


def _bare(texts: Sequence[str]) -> list[str]:
    """Return ``texts``, which are of one line each, without their blanks."""
    joined = "\n".join(" ".join(text.split("\n")) for text in texts)
    for blank in " \u3000\t\xa0\r":
        joined = joined.replace(blank, "")
    return joined.split("\n")


def _find(line: str, text: str, cursor: int) -> tuple[int, int]:
    """Return where ``line`` is in ``text``, best behind ``cursor``, and how long; -1 where that is not known."""
    # A word broken at the end of a line has lost its hyphen in the article.
    if len(line) > 1 and line.endswith("-") and text.startswith(line[:-1], cursor):
        return cursor, len(line) - 1
    if len(line) < _SURE:
        return -1, 0
    start = text.find(line, cursor)
    return start if start >= 0 else text.find(line, 0, cursor), len(line)


def _filled(spans: list[Span | None]) -> list[Span | None]:
    last: Span | None = None
    gap = 0
    for index, span in enumerate(spans):
        if span is None:
            gap += 1
            continue
        if gap and last and last[1] == span[0]:
            spans[index - gap : index] = [(span[0], span[0])] * gap
        last, gap = span, 0
    return spans
