"""What an article's page says of itself to machines, and how a person cites it.

Meta tags as Zotero's Embedded Metadata translator reads them, Dublin Core terms, schema.org JSON-LD, and a
citation after GB/T 7714-2015.
"""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

from generator.model import Article, Terms
from generator.render.views import IssueView

_SCRIPT_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
# Of an attribution, only a dispatch names place and day: 据新华社北京9月19日电.
_DATELINE = re.compile(r"\d\s*日\s*[电電讯訊]")
_CITED_AUTHORS = 3  # GB/T 7714-2015, 8.1.2: three authors, then 等


def meta_tags(
    article: Article, issue: IssueView, keywords: Terms, permalink: str
) -> tuple[tuple[str, str], ...]:
    """Return names and contents of the meta tags; ``permalink`` is an absolute URL or empty."""
    publication = issue.publication
    title = full_title(article)
    subjects = dict.fromkeys((*keywords.topics, *keywords.people, *keywords.organisations, *keywords.places))
    tags = [
        ("z:itemType", "newspaperArticle"),
        ("citation_title", title),
        *(("citation_author", author) for author in article.authors),
        ("citation_date", issue.date),
        ("citation_firstpage", article.page_label),
        ("citation_language", publication.language),
        ("citation_keywords", ";".join(subjects)),
        ("citation_public_url", permalink),
        ("prism.publicationName", publication.name),
        ("DC.source", publication.name),
        ("DCTERMS.title", title),
        *(("DCTERMS.creator", author) for author in article.authors),
        ("DCTERMS.issued", issue.date),
        ("DCTERMS.isPartOf", publication.name),
        *(("DCTERMS.subject", subject) for subject in subjects),
        ("DCTERMS.identifier", permalink or article.id),
        ("DCTERMS.rights", article.rights),
    ]
    return tuple((name, content) for name, content in tags if content)


def json_ld(article: Article, issue: IssueView, keywords: Terms, permalink: str) -> Markup:
    """Return schema.org's NewsArticle as JSON, safe inside a script element."""
    publication = issue.publication
    paper_issue = {
        "@type": "PublicationIssue",
        "issueNumber": issue.number,
        "datePublished": issue.date,
        "isPartOf": {"@type": "Newspaper", "name": publication.name},
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
    }
    text = json.dumps({key: value for key, value in record.items() if value}, ensure_ascii=False)
    return Markup(text.translate(_SCRIPT_ESCAPES))  # noqa: S704 - nothing in it can end the script element


def full_title(article: Article) -> str:
    """Return title and subtitle as one text."""
    return "：".join(filter(None, (article.title, article.subtitle)))


def citation(article: Article, issue: IssueView, permalink: str, accessed: str) -> str:
    """Return the article's reference after GB/T 7714-2015.

    ``accessed`` stands for the day the reader looks at it (引用日期), which only the reader knows.
    """
    authors = ", ".join(article.authors[:_CITED_AUTHORS])
    if len(article.authors) > _CITED_AUTHORS:
        authors += ", 等"
    title = f"[{article.title}]" if article.title_supplied else full_title(article)
    name = f"[{issue.publication.name}]" if issue.publication.name_supplied else issue.publication.name
    where = f"{name}, {issue.date}({article.page_label})"
    online = f"[{accessed}]. {permalink}" if permalink else ""
    reference = f"{title}[{'N/OL' if online else 'N'}]. {where}{online}."
    return f"{authors}. {reference}" if authors else reference
