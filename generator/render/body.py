"""An article's Markdown body -> HTML that runs nothing, and the plain texts of its paragraphs.

Nearly every body needs no Markdown parser: its blocks are paragraphs and crossheads. Any other is Python-Markdown's
work, which is loaded where it is needed.
"""

from __future__ import annotations

import html
import re

from generator.render.line_ends import join_lines

# A block that Python-Markdown only wraps: one line that opens no list, rule, quotation or heading other than a
# crosshead, and in which no character has a meaning but a backslash that takes it from a punctuation mark.
_PLAIN_BLOCK = re.compile(
    r"(?P<crosshead>\#\#\ )?(?![\#>+\-]|\d+\.\ )(?P<text>(?:[^\\*_\[\x00-\x1f]++|\\[!-/:-@\[-`{-~])++)(?<![^\\]\#)",
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def _plain_blocks(body: str) -> list[tuple[str, str]] | None:
    """Return tag and text of the blocks of ``body``, or None where any of them needs Python-Markdown.

    Nearly every article of an archive is made of such blocks, and this takes a tenth of the time. The tests
    hold it to Python-Markdown's own bytes.
    """
    blocks = []
    for block in body.split("\n\n"):
        match = _PLAIN_BLOCK.fullmatch(block)
        if match is None:
            return None
        text = match["text"]
        if text[0].isspace() or text[-1].isspace():
            return None
        blocks.append(("h2" if match["crosshead"] else "p", _ESCAPED.sub(r"\1", text)))
    return blocks


# Python-Markdown looks from each opening bracket for its closing one, and of a link for the end of its target:
# thousands that are never closed would take minutes.
_BRACKETS = re.compile(r"\\.|\]\(|[\[\]()]", re.DOTALL)
_MOST_STEPS = 1_000_000
"""Characters of a block that may be passed in looking for brackets; a list of a thousand links takes 50,000."""


def _takes_long(block: str) -> bool:
    """Tell whether the brackets of ``block`` would keep Python-Markdown busy for more than a second or so."""
    if len(block) * block.count("[") <= _MOST_STEPS:
        return False
    steps = 0
    square: list[int] = []
    round_: list[int] = []
    for match in _BRACKETS.finditer(block):
        place = match.start()
        if match[0][0] == "]" and square:
            steps += place - square.pop()
        if match[0] == "[":
            square.append(place)
        elif match[0] == "](" or (match[0] == "(" and round_):
            round_.append(place)
        elif match[0] == ")" and round_:
            steps += place - round_.pop()
    steps += sum(len(block) - place for place in (*square, *round_))
    return steps > _MOST_STEPS


def _as_written(body: str) -> list[tuple[str, str]]:
    """Return the blocks of ``body`` as paragraphs that show every character of it, marks included."""
    return [("p", text) for block in body.split("\n\n") if (text := join_lines(block.strip()))]


def render_blocks(body: str) -> tuple[str, ...]:
    """Return the blocks of the Markdown ``body`` as HTML that holds text, structure and harmless links only.

    Raw HTML and entities are shown as they are written. Links lead to http, https, mailto or relative
    addresses, images to relative ones; any other target is shown as text. A crosshead is an h2.
    """
    blocks = _plain_blocks(body)
    if blocks is None and any(map(_takes_long, body.split("\n\n"))):
        blocks = _as_written(body)
    if blocks is None:
        try:
            from generator.render.markdown_body import html_blocks  # noqa: PLC0415  # long to load, and seldom needed

            return html_blocks(body)
        except RecursionError:  # lists in lists in lists: nothing a newspaper has
            blocks = _as_written(body)
    return tuple(f"<{tag}>{html.escape(text, quote=False)}</{tag}>" for tag, text in blocks)


def render_body(body: str) -> str:
    """Return the Markdown ``body`` as HTML, as ``render_blocks`` does, in one piece."""
    return "\n".join(render_blocks(body))


def plain_paragraphs(body: str) -> tuple[str, ...]:
    """Return the plain texts of the paragraphs and crossheads of the Markdown ``body``, in order.

    Each is one line; a line end inside a paragraph is a blank, or nothing between Han characters.
    """
    blocks = _plain_blocks(body)
    if blocks is not None:
        return tuple(text for _, text in blocks)
    if not any(map(_takes_long, body.split("\n\n"))):
        try:
            from generator.render.markdown_body import plain_blocks  # noqa: PLC0415  # long to load, and seldom needed

            return plain_blocks(body)
        except RecursionError:
            pass
    return tuple(text for _, text in _as_written(body))
