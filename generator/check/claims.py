"""Every non-blank line of every source is in exactly one article file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.content.listing import article_path
from generator.errors import Diagnostic
from generator.model import Article, Issue


def check_claims(folder: Path, issue: Issue, sources: Mapping[str, tuple[str, ...]]) -> Iterator[Diagnostic]:
    """Yield a finding for each run of source lines that no article claims, or that two do.

    ``sources`` has the lines of each source file, by its path inside the issue's ``folder``; what a later
    delivery stands in for are blank.
    """
    known = {source.file for source in issue.record.sources}
    claims: dict[str, dict[int, Article]] = {file: {} for file in sources}
    for article in issue.articles:
        if article.source is None:
            continue
        place = article_path(folder, article.id)
        for file, ranges in article.source.by_file:
            if file not in known:
                yield _finding(
                    "source-unknown",
                    f"issue.toml has no source file {file}.",
                    place,
                    _line_of_source(place),
                    "Correct source.file.",
                )
            if file not in sources:
                continue  # unknown, or missing, and said to be
            for first, last in ranges:
                if last > len(sources[file]):
                    yield _finding(
                        "lines-beyond",
                        f"{_span(first, last)} claimed, but {file} has {len(sources[file])}.",
                        place,
                        _line_of_source(place),
                        "Correct source.lines.",
                    )
                yield from _claim(
                    article, first, min(last, len(sources[file])), claims[file], sources[file], folder
                )
    for file, lines in sources.items():
        for first, last in _unclaimed_runs(lines, claims[file]):
            shown = lines[first - 1].strip()[:20]
            yield _finding(
                "lines-unclaimed",
                f"{_span(first, last)} in no article; the text begins: {shown}",
                folder / file,
                first,
                "Import the source again: it finds the article that has their text, and counts them to it.",
            )


def _claim(
    article: Article, first: int, last: int, claimed: dict[int, Article], lines: tuple[str, ...], folder: Path
) -> Iterator[Diagnostic]:
    twice: dict[str, list[int]] = {}
    for number in range(first, last + 1):
        if not lines[number - 1].strip():
            continue
        holder = claimed.setdefault(number, article)
        # A form feed inside a line ends one page and begins the next: the line is theirs both.
        if holder is not article and not (
            "\f" in lines[number - 1] and holder.page_label != article.page_label
        ):
            twice.setdefault(holder.id, []).append(number)
    for other, numbers in twice.items():
        yield _finding(
            "lines-twice",
            f"{_span(numbers[0], numbers[-1])} in {other} as well.",
            article_path(folder, article.id),
            _line_of_source(article_path(folder, article.id)),
            "Take the lines out of the source.lines of one of the two.",
        )


def _line_of_source(path: Path) -> int:
    """Return the line at which an article file says what it was made from; 0 where it does not, or is gone."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError):
        return 0
    return next((number for number, line in enumerate(lines, 1) if line.startswith("source:")), 0)


def _unclaimed_runs(lines: tuple[str, ...], claimed: Mapping[int, Article]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of lines that nobody claims; blank lines do not end a run."""
    first = last = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if number not in claimed:
            first, last = first or number, number
        elif first:
            yield first, last
            first = 0
    if first:
        yield first, last


def _span(first: int, last: int) -> str:
    return f"line {first} is" if first == last else f"lines {first} to {last} are"


def _finding(code: str, message: str, path: Path, line: int, remedy: str) -> Diagnostic:
    return Diagnostic("error", code, message, str(path), line, remedy)
