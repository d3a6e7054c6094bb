"""Numbers for the stories of a page: the same story keeps its number, and no number is used twice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.content.article_file import parse_article
from generator.content.files import read_text
from generator.content.listing import IMPORTED
from generator.errors import BackfileError
from generator.model import LineRanges, PageRecord, Story


@dataclass(frozen=True, slots=True)
class Numbered:
    """Numbers for stories, and the articles that the page has from the same source already."""

    numbers: tuple[str, ...]
    """For each story its number, as file names have it."""
    earlier: tuple[str, ...]
    """Names (``p01/03``) of what the last import of this source wrote."""
    present: tuple[str, ...]
    """Names of the article files of this source that are there now."""


def number_stories(folder: Path, page: PageRecord, file: str, stories: tuple[Story, ...]) -> Numbered:
    """Return numbers for ``stories``, which ``file`` gave for ``page`` of the issue in ``folder``.

    A story takes the number of the earlier one it shares most lines with, most shared first; the others follow
    the highest number ever used on the page.
    """
    earlier = _of_source(folder / IMPORTED / f"p{page.label}", ".txt", file)
    present = _of_source(folder / f"p{page.label}", ".md", file)
    pairs = sorted(
        (-_shared(story.lines, lines), place, number)
        for place, story in enumerate(stories)
        for number, lines in earlier.items()
        if _shared(story.lines, lines)
    )
    given: dict[int, str] = {}
    for _, place, number in pairs:
        if place not in given and number not in given.values():
            given[place] = number
    following = max([page.last_number, *_used(folder, page.label)], default=0) + 1
    for place in range(len(stories)):
        if place not in given:
            given[place] = f"{following:02d}"
            following += 1
    return Numbered(
        numbers=tuple(given[place] for place in range(len(stories))),
        earlier=tuple(f"p{page.label}/{number}" for number in earlier),
        present=tuple(f"p{page.label}/{number}" for number in present),
    )


def _of_source(folder: Path, suffix: str, file: str) -> dict[str, LineRanges]:
    """Return number and lines of the articles in ``folder`` that were made from ``file``.

    A file that cannot be read now is counted in: it is certainly not as import left it.
    """
    found: dict[str, LineRanges] = {}
    for path in sorted(folder.glob(f"[0-9]*{suffix}")):
        try:
            source = parse_article(read_text(path), str(path)).source
        except BackfileError:
            found[path.stem] = ()
            continue
        if source and source.file == file:
            found[path.stem] = source.lines
    return found


def _used(folder: Path, label: str) -> list[int]:
    names = [*(folder / f"p{label}").glob("*.md"), *(folder / IMPORTED / f"p{label}").glob("*.txt")]
    return [int(path.stem) for path in names if path.stem.isascii() and path.stem.isdigit()]


def _shared(ours: LineRanges, theirs: LineRanges) -> int:
    return sum(
        max(0, min(last, other_last) - max(first, other_first) + 1)
        for first, last in ours
        for other_first, other_last in theirs
    )
