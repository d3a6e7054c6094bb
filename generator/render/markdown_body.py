"""A Markdown body by Python-Markdown -> HTML that runs nothing, and plain texts.

What newspaper text does not need is taken out of it: raw HTML, entities, autolinks, references, code and underlined
headings. What is taken out is then text like any other, so that no character of an article is lost or run. There
remain paragraphs, headings, emphasis, lists, quotations, rules, links and images.
"""

from __future__ import annotations

import functools
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from markdown import Markdown
from markdown.blockprocessors import OListProcessor
from markdown.serializers import to_html_string
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from generator.render.line_ends import join_lines

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


def _text(text: str | None) -> str | None:
    """Join the lines of ``text`` (Han to Han without a blank) and escape its ampersands."""
    if not text:
        return text
    if "\n" in text:
        text = join_lines(text)
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
            yield from one_line(text)
            yield from _block_texts(child)
            text = ""
        else:
            text += "\n" if child.tag == "br" else "".join(child.itertext())
        text += child.tail or ""
    yield from one_line(text)


def one_line(text: str) -> Iterator[str]:
    """Yield the text of a block without its line ends and its one entity; nothing for a blank one."""
    text = join_lines(text.strip()).replace("&amp;", "&")
    if text:
        yield text


def html_blocks(body: str) -> tuple[str, ...]:
    """Return the blocks of ``body`` as HTML. Raises RecursionError for lists nested too deeply."""
    return tuple(filter(None, _html_parser().reset().convert(body).split(_SEAM)))


def plain_blocks(body: str) -> tuple[str, ...]:
    """Return the plain texts of the innermost blocks of ``body``. Raises RecursionError likewise."""
    plain = _plain_parser().reset().convert(body)
    return tuple(plain.split("\n\n")) if plain else ()
