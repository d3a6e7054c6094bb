"""What a citation says of an article, whatever its form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.model import Article, ArticleSummary, Terms
from generator.render.views import IssueView


@dataclass(frozen=True, slots=True)
class Reference:
    """A newspaper article as it is cited. What the archive supplied stands in square brackets."""

    id: str
    title: str
    authors: tuple[str, ...]
    newspaper: str
    date: dt.date
    page: str
    section: str
    language: str
    keywords: tuple[str, ...]
    url: str
    """Its permanent link, or empty where the site's address is not known."""

    @property
    def key(self) -> str:
        """The id as one word of letters, digits and hyphens: for keys and names of files."""
        return self.id.replace("/", "-")


def refer(article: Article | ArticleSummary, issue: IssueView, terms: Terms, permalink: str) -> Reference:
    """Return the reference of ``article``; ``permalink`` is an absolute URL or empty."""
    name = issue.publication.name
    return Reference(
        id=article.id,
        title=f"[{article.title}]" if article.title_supplied else full_title(article),
        authors=article.authors,
        newspaper=f"[{name}]" if issue.publication.name_supplied else name,
        date=dt.date.fromisoformat(issue.date),
        page=article.page_label,
        section=article.section,
        language=issue.publication.language,
        keywords=subjects(terms),
        url=permalink,
    )


def full_title(article: Article | ArticleSummary) -> str:
    """Return title and subtitle as one text."""
    return whole_title(article.title, article.subtitle)


def whole_title(title: str, subtitle: str) -> str:
    """Return ``title`` and ``subtitle`` as one text, with the colon of their script between them."""
    if not title or not subtitle:
        return title or subtitle
    return f"{title}{': ' if title[-1].isascii() and subtitle[0].isascii() else '：'}{subtitle}"


def subjects(terms: Terms) -> tuple[str, ...]:
    """Return topics and names as one list; what is of two kinds is in it once."""
    return tuple(dict.fromkeys((*terms.topics, *terms.people, *terms.organisations, *terms.places)))
