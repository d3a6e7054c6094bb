"""Lines of a Markdown text as one line: Chinese runs on, and words keep a blank between them."""

from __future__ import annotations

import re
import unicodedata


def _joint(match: re.Match[str]) -> str:
    before, after = match.group(1), match.group(2)
    widths = {unicodedata.east_asian_width(before), unicodedata.east_asian_width(after)}
    # Chinese quotation marks and dashes are "ambiguous" (A): wide beside a wide character.
    return before if widths <= set("WFA") and widths != {"A"} else f"{before} "


_LINE_END = re.compile(r"(\S)\s*\n\s*(?=(\S))")


def join_lines(text: str) -> str:
    """Return ``text`` with its line ends taken out: Han joins Han without a blank."""
    return _LINE_END.sub(_joint, text)
