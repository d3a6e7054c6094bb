"""Page text (.txt) -> pages of lines, and what the text says of its own page number."""

from __future__ import annotations

import re
import unicodedata

from generator.errors import Diagnostic
from generator.identifiers import printed_label
from generator.model import Line
from generator.sources.characters import odd_characters, replace_unusable

_PAGE_MARK = re.compile(r"第?\s*([A-Z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3})\s*版")
_NAME = r"[\u4e00-\u9fffA-Za-z·&/ ]{2,24}"
_DATED = r"[\u4e00-\u9fffA-Za-z0-9 ,.·/-]{6,40}"
_HEADER_MARK = re.compile(
    rf"(?:{_NAME}\s+)?([A-Z]\d{{1,3}})(?:\s*[|·:/]?\s*{_NAME})?"  # A03 要闻; METRO A3
    rf"|(?:{_DATED}[\s|·,/]+)?[Pp](?:age|AGE)\s+([A-Z]{{0,2}}-?\d{{1,3}})(?:[\s|·,:/]+{_DATED})?"
)
"""A header without 版: a lettered page number beside the page's name, or the English word and a number."""
_JUMPING = re.compile(r"\b(?:on|from|to|see|at)\b", re.IGNORECASE)
_HEADER_LINES = 6
"""How far from the head or foot of the page its own header may stand."""


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


def page_mark(lines: tuple[Line, ...]) -> str:
    """Return the page label that the head or foot of a page states (``第三版``, ``A03版``), or an empty text.

    Only a short line counts, so that a sentence that speaks of a page does not, and no jump line
    (``下转第三版``, ``continued from page A1``), which names another page than the one it stands on.
    """
    full = [line.text.strip() for line in lines if line.text.strip()]
    for text in full[:_HEADER_LINES] + full[-_HEADER_LINES:]:
        folded = unicodedata.normalize("NFKC", text)
        marks = _PAGE_MARK.findall(folded)
        if len(marks) == 1 and len(text) <= 30 and not re.search("[转轉接见見至]", text):
            return printed_label(marks[0])
        header = _HEADER_MARK.fullmatch(folded)
        if header and not _JUMPING.search(folded):
            return printed_label(header[1] or header[2])
    return ""
