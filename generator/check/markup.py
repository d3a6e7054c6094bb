"""HTML -> what a reader of the page sees of it, and its links: in one pass, since an archive has very many pages.

Tags, attributes and texts are told apart as the HTML standard does it (WHATWG HTML, section 13.2.5), for what a
template can write; tests/check/test_markup.py holds it to Python's own html.parser, which takes four times as long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_TOKEN = re.compile(
    r"""<(?:(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?P<rest>(?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>"""
    r"""|!--.*?-->|[!?][^>]*>)""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?+""")
_RAW = {
    tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in ("script", "style", "title", "textarea")
}
"""Elements in which a tag is text, with what ends them."""
_NOT_SHOWN = frozenset({"script", "style", "template", "title"})
_LINKING = {"a": "href", "link": "href", "area": "href", "script": "src", "img": "src", "form": "action"}
_ID = re.compile(r"\sid\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the page has it."""

    address: str
    at: int
    """Where its tag begins, in characters of the page."""
    followed: bool
    """Whether a reader follows it: an ``<a>``."""


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page shows, and what it links to."""

    text: str
    story: str
    """The text of its ``<article>`` elements."""
    ids: frozenset[str]
    links: tuple[Link, ...]


def read_markup(html: str) -> Markup:
    """Return what the page ``html`` shows; scripts, styles, templates and the title are not shown."""
    texts: list[str] = []
    story: list[str] = []
    ids: set[str] = set()
    links: list[Link] = []
    hidden = articles = at = 0
    while token := _TOKEN.search(html, at):
        if hidden <= 0 and token.start() > at:
            _add(html[at : token.start()], texts, story if articles > 0 else None)
        at = token.end()
        tag = (token["tag"] or "").lower()
        if not tag:
            continue
        step = -1 if token["close"] else 1
        hidden += step * (tag in _NOT_SHOWN)
        articles += step * (tag == "article")
        if step < 0:
            continue
        rest = token["rest"]
        key = _LINKING.get(tag, "")
        if key or _ID.search(rest):
            values = _attributes(rest)
            if name := values.get("id"):
                ids.add(name)
            # A canonical link and its like name the published site, not this folder.
            if (address := values.get(key)) and not (
                tag == "link" and values.get("rel") in ("canonical", "alternate")
            ):
                links.append(Link(address, token.start(), tag == "a"))
        if tag in _RAW:
            ends = _RAW[tag].search(html, at)
            at = ends.start() if ends else len(html)
            if hidden <= 0:
                _add(html[token.end() : at], texts, story if articles > 0 else None)
    if hidden <= 0:
        _add(html[at:], texts, story if articles > 0 else None)
    return Markup("".join(texts), "".join(story), frozenset(ids), tuple(links))


def _add(raw: str, texts: list[str], story: list[str] | None) -> None:
    text = unescape(raw) if "&" in raw else raw
    texts.append(text)
    if story is not None:
        story.append(text)


def _attributes(rest: str) -> dict[str, str]:
    """Return the attributes of a tag; of one that is there twice the last, as ``html.parser`` has it."""
    return {
        name.lower(): unescape(double or single or bare) if "&" in rest else double or single or bare
        for name, double, single, bare in _ATTRIBUTE.findall(rest)
    }
