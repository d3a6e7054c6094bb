"""An article's Markdown body -> HTML that runs nothing, and the plain texts of its paragraphs.

Python-Markdown does the work, with what newspaper text does not need taken out: raw HTML, entities,
autolinks, references, code and underlined headings. What is taken out is then text like any other, so that no
character of an article is lost or run. Paragraphs, headings, emphasis, lists, quotations, rules, links and
images remain.
"""

from __future__ import annotations

import functools
import html
import re
import string
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from markdown import Markdown
from markdown.blockprocessors import OListProcessor
from markdown.serializers import to_html_string
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

_INLINE_OFF = (
    "backtick",
    "reference",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "html",
    "entity",
)
_BLOCK_OFF = ("code", "setextheader", "reference")

_BLOCK_TAGS = frozenset({"div", "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr"})

_SAFE_LINK = re.compile(r"(?:https?:|mailto:|[^:/?#\\]*(?:[/?#]|$))", re.IGNORECASE)
_SAFE_IMAGE = re.compile(r"(?![/\\])[^:/?#\\]*(?:[/?#]|$)")
_URL_PADDING = re.compile(r"[\x00-\x20\x7f-\xa0]")


class _Safety(Treeprocessor):
    """The last pass over the finished tree: levels of headings, line ends, links, ampersands."""

    def run(self, root: ET.Element) -> None:
        """Change ``root`` in place."""
        level = 1
        for element in root.iter():
            tag = element.tag
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                # The article's title is the h1. A heading goes at most one level deeper than the one before.
                level = min(max(int(tag[1]), 2), level + 1)
                element.tag = f"h{level}"
            elif tag in ("a", "img"):
                _disarm(element)
            # Every ampersand is escaped here: the serializer leaves alone what looks like an entity.
            element.text = _text(element.text)
            element.tail = _text(element.tail)
            for name, value in element.items():
                element.set(name, value.replace("&", "&amp;"))


def _disarm(element: ET.Element) -> None:
    """Turn a link or image that leads where it must not into plain text that names its target."""
    name, safe = ("href", _SAFE_LINK) if element.tag == "a" else ("src", _SAFE_IMAGE)
    target = element.get(name, "")
    # Browsers ignore control characters and blanks inside a scheme.
    if safe.match(_URL_PADDING.sub("", target)):
        return
    shown = f"{element.get('alt', '')} ({target})"
    element.attrib.clear()
    element.tag = "span"
    if len(element):
        element[-1].tail = (element[-1].tail or "") + shown
    else:
        element.text = (element.text or "") + shown


def _join(match: re.Match[str]) -> str:
    before, after = match.group(1), match.group(2)
    widths = {unicodedata.east_asian_width(before), unicodedata.east_asian_width(after)}
    # Chinese quotation marks and dashes are "ambiguous" (A): wide beside a wide character.
    return before if widths <= set("WFA") and widths != {"A"} else f"{before} "


_LINE_END = re.compile(r"(\S)\s*\n\s*(?=(\S))")


def _text(text: str | None) -> str | None:
    """Join the lines of ``text`` (Han to Han without a blank) and escape its ampersands."""
    if not text:
        return text
    if "\n" in text:
        text = _LINE_END.sub(_join, text)
    return text.replace("&", "&amp;")


class _NumberedList(OListProcessor):
    """A list that begins at 3 keeps its 3."""

    LAZY_OL = False


def _parser() -> Markdown:
    parser = Markdown(output_format="html")
    # A backslash takes the meaning from any ASCII punctuation (CommonMark 0.31, 2.4).
    parser.ESCAPED_CHARS = list(string.punctuation)
    parser.preprocessors.deregister("html_block")
    parser.postprocessors.deregister("raw_html")
    parser.postprocessors.deregister("amp_substitute")
    for name in _INLINE_OFF:
        parser.inlinePatterns.deregister(name)
    parser.parser.blockprocessors.register(_NumberedList(parser.parser), "olist", 40)
    for name in _BLOCK_OFF:
        parser.parser.blockprocessors.deregister(name)
    parser.treeprocessors.register(_Safety(parser), "safety", -10)
    return parser


@functools.cache
def _html_parser() -> Markdown:
    parser = _parser()
    parser.serializer = _serialize_blocks
    parser.stripTopLevelTags = False
    return parser


# Python-Markdown takes these two characters out of every text.
_SEAM = f"{STX}block{ETX}"


def _serialize_blocks(root: ET.Element) -> str:
    return _SEAM.join(to_html_string(block).strip() for block in root)


@functools.cache
def _plain_parser() -> Markdown:
    parser = _parser()
    parser.serializer = _serialize_plain
    parser.stripTopLevelTags = False
    return parser


def _serialize_plain(root: ET.Element) -> str:
    return "\n\n".join(_block_texts(root))


def _block_texts(element: ET.Element) -> Iterator[str]:
    """Yield the text of each innermost block, blanks at its ends off, ampersands plain again."""
    text = element.text or ""
    for child in element:
        if child.tag in _BLOCK_TAGS:
            yield from _one_line(text)
            yield from _block_texts(child)
            text = ""
        else:
            text += "\n" if child.tag == "br" else "".join(child.itertext())
        text += child.tail or ""
    yield from _one_line(text)


def _one_line(text: str) -> Iterator[str]:
    text = _LINE_END.sub(_join, text.strip()).replace("&amp;", "&")
    if text:
        yield text


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
    return [("p", text) for block in body.split("\n\n") for text in _one_line(block.replace("&", "&amp;"))]


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
            return tuple(filter(None, _html_parser().reset().convert(body).split(_SEAM)))
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
            plain = _plain_parser().reset().convert(body)
            return tuple(plain.split("\n\n")) if plain else ()
        except RecursionError:
            pass
    return tuple(text for _, text in _as_written(body))
