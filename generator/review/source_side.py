"""The lines of a source file, each with its owner: the left side of a review."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Line
from generator.review.owners import NOBODY, Claims, Owner
from generator.review.roles import role_of
from generator.review.views import ReviewFile, ReviewLine, ReviewPage, ReviewRun
from generator.sources.page_text import split_pages


def review_file(
    key: str, file: str, lines: Sequence[str], labels: Sequence[str], claims: Claims
) -> ReviewFile:
    """Return the ``lines`` of a source ``file`` by page; ``labels`` are those of the pages that it gave.

    ``key`` begins the ids of the lines' places. Where a form feed stands inside a line, what is before it is of one
    page and what is behind it of the next.
    """
    pages = split_pages("\n".join(lines))
    known = labels if len(labels) == len(pages) else [""] * len(pages)
    parted = {number for number, line in enumerate(lines, 1) if "\f" in line}
    seen: set[int] = set()
    shown = []
    for label, page in zip(known, pages, strict=True):
        owned = {
            number: [
                owner
                for owner in claims.get((file, number), ())
                if number not in parted or label in ("", owner.article.page_label)
            ]
            for number in (line.number for line in page)
        }
        shown.append(ReviewPage(label, tuple(_lines(key, file, page, owned, seen))))
    return ReviewFile(key, file, tuple(shown))


def _lines(
    key: str, file: str, page: Sequence[Line], owned: Mapping[int, Sequence[Owner]], seen: set[int]
) -> Iterator[ReviewLine]:
    after_blank = False
    for line in page:
        if line.text.strip():
            place = f"{key}-{line.number}{'-2' if line.number in seen else ''}"
            seen.add(line.number)
            asked = any((file, line.number) in owner.asked for owner in owned[line.number])
            yield _line(place, line, owned[line.number], after_blank=after_blank, asked=asked)
        after_blank = not line.text.strip()


def _line(place: str, line: Line, owners: Sequence[Owner], *, after_blank: bool, asked: bool) -> ReviewLine:
    owner = owners[0] if owners else None
    return ReviewLine(
        place=place,
        number=line.number,
        text=line.text,
        after_blank=after_blank,
        owner=owner.key if owner else "",
        tag=owner.tag if owner else "",
        colour=owner.colour if owner else NOBODY,
        role=role_of(line.text, owner.text) if owner else "unplaced",
        asked=asked,
        also=tuple(other.article.id for other in owners[1:]),
    )


def loose_runs(files: Sequence[ReviewFile]) -> Iterator[ReviewRun]:
    """Yield the runs of lines that are in no article file."""
    for file in files:
        lines = [line for page in file.pages for line in page.lines]
        for owned, group in itertools.groupby(lines, key=lambda line: bool(line.owner)):
            if not owned:
                run = list(group)
                yield ReviewRun(run[0].place, run[0].number, run[-1].number, run[0].text.strip())
