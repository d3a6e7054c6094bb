"""Page text (.txt) -> pages of lines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.characters import odd_characters, replace_unusable
from generator.errors import Diagnostic, raise_all
from generator.model import Line

MOST_LINES = 20_000
"""Lines of a page: the closest broadsheets have some 2,000, and time and memory grow with them."""
LONGEST_LINE = 1_000_000
"""Characters of a line: a line is a line of print, or at most an article."""


def split_pages(text: str) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of each page of ``text``, pages divided by form feeds, lines numbered through the file.

    Pages without a character are left out.
    """
    pages: list[list[Line]] = [[]]
    for number, line in enumerate(text.split("\n"), 1):
        head, *rest = line.split("\f")
        pages[-1].append(Line(number, head))
        pages.extend([Line(number, piece)] for piece in rest)
    return tuple(tuple(page) for page in pages if any(line.text.strip() for line in page))


def refuse_sizes(text: str, file: str) -> None:
    """Raise ``BackfileError`` with each page of too many lines, and each line that is too long to be one.

    For the text of a file before it is divided: the lines of one that is too large would take gigabytes.
    """
    problems: list[Diagnostic] = []
    number = 1
    for page in text.split("\f"):
        count = page.count("\n") + 1
        if count > MOST_LINES and not page.isspace():
            what = f"the page that begins here has {count:,} lines; a page has at most {MOST_LINES:,}."
            remedy = "Divide the file by form feeds, or into a file for each page."
            problems.append(Diagnostic("error", "source-size", what, file, number, remedy))
        elif len(page) > LONGEST_LINE:
            problems.extend(_long_lines(page, file, number))
        number += count - 1
    raise_all(problems)


def _long_lines(page: str, file: str, number: int) -> Iterator[Diagnostic]:
    """Yield an error for each line of ``page``, which begins at line ``number``, that is too long."""
    for line in page.split("\n"):
        if len(line) > LONGEST_LINE:
            what = f"the line has {len(line):,} characters; a line has at most {LONGEST_LINE:,}."
            remedy = "Give the text as it stands on the page, line by line."
            yield Diagnostic("error", "source-size", what, file, number, remedy)
        number += 1


def clean_lines(lines: tuple[Line, ...], file: str) -> tuple[tuple[Line, ...], list[Diagnostic]]:
    """Return the lines with characters that no page can hold shown as U+FFFD, and a warning for each odd line.

    The source file itself stays as it was.
    """
    warnings = [odd_line(odd, file, line.number) for line in lines if (odd := odd_characters(line.text))]
    return tuple(Line(line.number, replace_unusable(line.text)) for line in lines), warnings


def odd_line(names: tuple[str, ...], file: str, line: int) -> Diagnostic:
    """Return the warning for a line with odd characters, called by their ``names``."""
    return Diagnostic(
        "warning",
        "source-characters",
        f"the line holds characters that are no text ({', '.join(names[:8])}).",
        file,
        line,
        "Compare the line with the printed page, and correct the article.",
    )
