"""Every character of the source lines that an article claims stands in that article as import wrote it.

Import sets lines anew: it joins rows to paragraphs, takes out the hyphen of a Latin word broken at the end of a row,
and puts headlines, ledes and attributions in places of their own. So the proof asks two things of each article: that
each line stands in its text as one run, or as runs that end where a passage ends and begin where one begins; and that
text and lines have the same characters, each as many times.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.characters import replace_unusable
from generator.check.letters import letters, texts_of
from generator.check.record_text import record_texts
from generator.content.listing import IMPORTED
from generator.errors import Diagnostic
from generator.model import Article, IssueRecord
from generator.sources.reading import JSON_LINES

_BROKEN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}-$")
_REMEDY = (
    "Bring back source and .imported/ from a copy; if both are as they were, import the source again, and if that "
    "does not help, report it: import has left something out."
)

Lines = Mapping[str, Sequence[str]]
_Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _SourceLine:
    """A claimed line: where it is, and the texts that it has."""

    file: str
    number: int
    texts: tuple[str, ...]


def check_source_text(
    folder: Path,
    record: IssueRecord,
    imported: Mapping[str, Article],
    present: Iterable[Article],
    lines: Lines,
) -> Iterator[Diagnostic]:
    """Yield a finding for each article of the issue in ``folder`` whose text is not that of its source lines.

    ``imported`` has the articles as import wrote them, by id, ``present`` those there are now; ``lines`` those of the
    source files, superseded ones blank. A line that no article of ``imported`` claims must be in the present one.
    """
    records = {source.file for source in record.sources if Path(source.file).suffix.lower() in JSON_LINES}
    covered: set[_Key] = set()
    for group in _groups(imported.values(), lines):
        claimed = tuple(_claimed(group, lines, records))
        covered |= {(line.file, line.number) for line in claimed}
        yield from _compare(folder, group, claimed, records)
    for article in present:
        rest = [
            line
            for line in _claimed((article,), lines, records)
            if (line.file, line.number) not in covered and any(line.texts)
        ]
        lost = _first_lost(rest, _texts(article, records)) if rest else None
        if lost:
            yield Diagnostic(
                "error",
                "imported-missing",
                f"{article.id} claims this line, but its text is not there, and what import wrote is not kept.",
                str(folder / lost.file),
                lost.number,
                "Bring back .imported/ from a copy; without it nobody can tell a correction from a loss.",
            )


def _groups(articles: Iterable[Article], lines: Lines) -> list[tuple[Article, ...]]:
    """Return the articles, those together that share a line which a form feed divides between two pages."""
    groups: list[tuple[Article, ...]] = []
    by_line: dict[_Key, int] = {}
    for article in articles:
        divided = [key for key in _keys(article, lines) if "\f" in lines[key[0]][key[1] - 1]]
        place = next((by_line[key] for key in divided if key in by_line), len(groups))
        if place == len(groups):
            groups.append(())
        groups[place] += (article,)
        by_line |= dict.fromkeys(divided, place)
    return groups


def _keys(article: Article, lines: Lines) -> Iterator[_Key]:
    if article.source is None:
        return
    for file, ranges in ((article.source.file, article.source.lines), *article.source.also):
        for first, last in ranges:
            yield from ((file, number) for number in range(first, min(last, len(lines.get(file, ()))) + 1))


def _claimed(group: Sequence[Article], lines: Lines, records: set[str]) -> Iterator[_SourceLine]:
    for file, number in dict.fromkeys(key for article in group for key in _keys(article, lines)):
        text = lines[file][number - 1]
        pieces = record_texts(text) if file in records else text.split("\f")
        yield _SourceLine(file, number, tuple(letters(replace_unusable(piece)) for piece in pieces))


def _texts(article: Article, records: set[str]) -> tuple[str, ...]:
    """Return the letters of what ``article`` says; of one from JSON Lines, its fields too."""
    texts = texts_of(article)
    if article.source and article.source.file in records:
        texts += tuple(map(letters, (article.section, article.url, *article.authors)))
    return texts


def _compare(
    folder: Path, group: Sequence[Article], claimed: Sequence[_SourceLine], records: set[str]
) -> Iterator[Diagnostic]:
    texts = tuple(text for article in group for text in _texts(article, records))
    had = Counter("".join(text for line in claimed for text in line.texts))
    has = Counter("".join(texts))
    hyphens = sum(bool(_BROKEN_WORD.search(text)) for line in claimed for text in line.texts)
    lost, added = had - has, has - had
    if lost["-"] <= hyphens:
        del lost["-"]
    astray = _first_lost(claimed, texts) or next(
        (line for line in claimed if any(char in text for text in line.texts for char in lost)), None
    )
    if lost or (astray and not added):
        line = astray or claimed[0]
        yield Diagnostic(
            "error",
            "text-lost",
            f"the text of this line is not in {group[0].id} as import wrote it{_shown('missing', lost)}.",
            str(folder / line.file),
            line.number,
            _REMEDY,
        )
    elif added:
        page, number = group[0].id.split("/")[-2:]
        yield Diagnostic(
            "error",
            "text-added",
            f"it has text that none of its source lines has{_shown('added', added)}.",
            str(folder / IMPORTED / page / f"{number}.txt"),
            0,
            _REMEDY,
        )


def _shown(word: str, chars: Counter[str]) -> str:
    return f" ({word}: {''.join(sorted(chars.elements()))[:20]})" if chars else ""


def _first_lost(claimed: Iterable[_SourceLine], texts: Sequence[str]) -> _SourceLine | None:
    """Return the first line that is not in ``texts``."""
    whole = "\n".join(texts)
    for line in claimed:
        for text in line.texts:
            # The hyphen of a word broken at the end of the row may have gone.
            readings = (text, text[:-1]) if _BROKEN_WORD.search(text) else (text,)
            if not any(each in whole or _in_pieces(each, texts) for each in readings):
                return line
    return None


def _in_pieces(sought: str, texts: Sequence[str]) -> bool:
    """Tell whether ``sought`` is the end of one text and the beginning of another, or whole ones between."""
    ends = {
        place
        for text in texts
        for place in range(1, min(len(text) + 1, len(sought)))
        if text[-place] == sought[0] and text.endswith(sought[:place])
    }
    reached = set(ends)
    while ends:
        place = ends.pop()
        rest = sought[place:]
        if any(text.startswith(rest) for text in texts):
            return True
        further = {place + len(text) for text in texts if text and rest.startswith(text)} - reached
        ends |= further
        reached |= further
    return False
