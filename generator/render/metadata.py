"""What an article's page says of itself to machines.

Meta tags as Zotero's Embedded Metadata translator reads them, Dublin Core terms, OpenGraph, schema.org JSON-LD.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from generator.model import Article, Terms
from generator.render.citations.reference import full_title, subjects
from generator.render.views import IssueView

_encode = json.JSONEncoder(ensure_ascii=False).encode
_SCRIPT_ESCAPES = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")
# Of an attribution, only a dispatch names place and day: 据新华社北京9月19日电.
_DATELINE = re.compile(r"\d\s*日\s*[电電讯訊]")


def meta_tags(article: Article, issue: IssueView, keywords: Terms, permalink: str, rights: str) -> Markup:
    """Return the meta tags for reference managers and libraries; ``permalink`` is an absolute URL or empty."""
    publication = issue.publication
    title = full_title(article)
    named = subjects(keywords)
    tags = [
        ("z:itemType", "newspaperArticle"),
        ("citation_title", title),
        *(("citation_author", author) for author in article.authors),
        ("citation_date", issue.date),
        ("citation_firstpage", article.page_label),
        ("citation_language", publication.language),
        ("citation_keywords", ";".join(named)),
        ("citation_public_url", permalink),
        ("prism.publicationName", publication.name),
        ("DC.source", publication.name),
        ("DCTERMS.title", title),
        *(("DCTERMS.creator", author) for author in article.authors),
        ("DCTERMS.issued", issue.date),
        ("DCTERMS.isPartOf", publication.name),
        *(("DCTERMS.subject", subject) for subject in named),
        ("DCTERMS.identifier", permalink or article.id),
        ("DCTERMS.rights", rights),
    ]
    return _elements("name", tags)


def open_graph(article: Article, issue: IssueView, keywords: Terms) -> Markup:
    """Return the properties that OpenGraph has for an article, beside those of any page (https://ogp.me/#type_article)."""
    properties = [
        ("article:published_time", issue.date),
        ("article:modified_time", article.modified.isoformat() if article.modified else ""),
        ("article:section", article.section),
        *(("article:tag", topic) for topic in keywords.topics),
    ]
    return _elements("property", properties)


def _elements(attribute: str, pairs: Iterable[tuple[str, str]]) -> Markup:
    """Return a meta element for each pair with a content. There are many, and a template would take its time."""
    elements = (
        f'<meta {attribute}="{name}" content="{html.escape(text)}">\n' for name, text in pairs if text
    )
    return Markup("".join(elements))  # noqa: S704 - the names are ours, the contents escaped


def json_ld(article: Article, issue: IssueView, keywords: Terms, permalink: str, rights: str) -> Markup:
    """Return schema.org's NewsArticle as JSON, safe inside a script element."""
    publication = issue.publication
    paper_issue = {
        "@type": "PublicationIssue",
        "issueNumber": issue.number,
        "datePublished": issue.date,
        "isPartOf": {
            "@type": "Newspaper",
            "name": publication.name,
            "inLanguage": publication.language,
        },
    }
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "alternativeHeadline": article.subtitle or article.kicker,
        "author": [{"@type": "Person", "name": author} for author in article.authors],
        "datePublished": issue.date,
        "dateModified": article.modified.isoformat() if article.modified else "",
        "inLanguage": publication.language,
        "printPage": article.page_label,
        "printSection": article.section,
        "dateline": article.attribution if _DATELINE.search(article.attribution) else "",
        "keywords": list(keywords.topics),
        "isPartOf": {key: value for key, value in paper_issue.items() if value},
        "identifier": article.id,
        "url": permalink,
        "copyrightNotice": rights,
    }
    text = _encode({key: value for key, value in record.items() if value})
    for char, escaped in _SCRIPT_ESCAPES:  # as a table for translate, ten times the work
        text = text.replace(char, escaped)
    return Markup(text)  # noqa: S704 - nothing in it can end the script element
