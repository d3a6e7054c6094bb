"""The form in which texts are compared: what they say, without blanks and line ends."""

from __future__ import annotations

from generator.model import Article
from generator.render import plain_paragraphs


def letters(text: str) -> str:
    """Return ``text`` without blanks of any kind: setting lines anew changes nothing else."""
    return "".join(text.split())


def texts_of(article: Article) -> tuple[str, ...]:
    """Return the letters of each passage of ``article``, in reading order; a supplied title is ours, and none.

    The body's are what its Markdown shows: escapes and the marks of crossheads are no text.
    """
    title = "" if article.title_supplied else article.title
    passages = (
        article.kicker,
        title,
        article.subtitle,
        *article.lede,
        *plain_paragraphs(article.body),
        article.attribution,
    )
    return tuple(filter(None, map(letters, passages)))
