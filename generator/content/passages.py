"""The passages of an article: the pieces of its text that a person can move, and that a merge keeps whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.content.markdown import escape_markdown
from generator.model import Article

SCALARS = ("kicker", "title", "subtitle", "attribution")
"""The roles that an article has one passage of; ``lede`` and ``body`` have any number."""

ALIKE = 0.5
"""Share of the shorter text's pairs of characters from which two texts are one text, changed."""

_BLOCKS = re.compile(r"\n[ \t]*\n\s*")
_CROSSHEAD = re.compile(r"\A#{1,6}[ \t]+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_NO_LETTERS = re.compile(r"[\s\-\u00ad]+")

LineKey = tuple[str, int, str]
"""A source line: its file, its number, and the page's label where a form feed divides the line between two."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a headline, one paragraph of a lede, one block of a body, or an attribution."""

    article: str
    role: str
    text: str
    """As the file has it: in a body Markdown, elsewhere plain text."""
    lines: frozenset[LineKey] = frozenset()
    """The source lines that it was made from, where they are known."""

    @property
    def place(self) -> tuple[str, str]:
        """The article, and what the passage is there."""
        return self.article, self.role


def passages_of(article: Article) -> tuple[Passage, ...]:
    """Return the passages of ``article`` in reading order; a supplied title is ours, and none of them."""
    title = "" if article.title_supplied else article.title
    parts = [("kicker", article.kicker), ("title", title), ("subtitle", article.subtitle)]
    parts += [("lede", text) for text in article.lede]
    parts += [("body", text.strip("\n")) for text in _BLOCKS.split(article.body)]
    parts.append(("attribution", article.attribution))
    return tuple(Passage(article.id, role, text) for role, text in parts if text.strip())


def letters(text: str) -> str:
    """Return what ``text`` says, whatever its marks, blanks and hyphens: the form in which texts are compared."""
    return _NO_LETTERS.sub("", _ESCAPED.sub(r"\1", _CROSSHEAD.sub("", text)))


def pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring characters in the letters of ``text``."""
    known = letters(text)
    return {known[place : place + 2] for place in range(len(known) - 1)}


def recast(text: str, role: str, to: str) -> str:
    """Return the text of a passage as another role writes it: Markdown in a body, plain text elsewhere."""
    if (role == "body") == (to == "body"):
        return text
    return escape_markdown(text) if to == "body" else _ESCAPED.sub(r"\1", _CROSSHEAD.sub("", text))


def words(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Return the texts of ``passages`` in one writing, whatever their roles, to see whether they were changed."""
    return tuple(recast(passage.text, passage.role, "body") for passage in passages)
