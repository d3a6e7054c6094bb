"""Page text (.txt) -> pages of lines."""

from __future__ import annotations

from generator.errors import Diagnostic
from generator.model import Line
from generator.sources.characters import odd_characters, replace_unusable


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
