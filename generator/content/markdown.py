"""Plain paragraphs to a Markdown body that shows exactly them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Paragraph

_INLINE = re.compile(r"[\\`*_\[\]]")
# What opens a block at the start of a line: a heading, a quotation, a list, a rule (CommonMark 0.31, sections
# 4 and 5, and Python-Markdown's own patterns).
_BLOCK_MARK = re.compile(r"[#>+\-]")
_LIST_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_SPACE = re.compile(r"\s+")


def escape_markdown(text: str) -> str:
    r"""Return ``text`` so that Markdown shows it as it is, on one line.

    Runs of white space that hold a line end become one blank; ``<`` and ``&`` are left alone, since raw HTML
    is off. ``5. 其他`` becomes ``5\. 其他``.
    """
    line = _SPACE.sub(lambda run: " " if "\n" in run[0] or "\r" in run[0] else run[0], text).strip()
    line = _INLINE.sub(r"\\\g<0>", line)
    if _BLOCK_MARK.match(line):
        return "\\" + line
    return _LIST_NUMBER.sub(r"\1\\\2", line, count=1) if _LIST_NUMBER.match(line) else line


def compose_body(paragraphs: Iterable[Paragraph]) -> str:
    """Return the Markdown of ``paragraphs``: a blank line between them, ``##`` before crossheads."""
    blocks = []
    for paragraph in paragraphs:
        block = escape_markdown(paragraph.text)
        if not block:
            continue
        # A closing run of # would be taken for the heading's own.
        blocks.append(
            "## " + re.sub(r"#+\Z", lambda run: "\\#" * len(run[0]), block) if paragraph.crosshead else block
        )
    return "\n\n".join(blocks)
