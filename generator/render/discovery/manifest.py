"""Lists of every issue and article, as JSON and CSV: ``manifest.json``, and files by newspaper and year."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from generator.characters import harmless_cell
from generator.model import WITHDRAWN, ArticleSummary, IssueSummary
from generator.render import links
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.views import PublicationView

LISTED = ("article", "notice")
"""The kinds of pieces that are listed."""
COLUMNS = (
    *("id", "kind", "status", "publication", "date", "edition", "page", "title", "title_supplied", "kicker"),
    *("subtitle", "section", "authors", "attribution", "topics", "people", "organisations", "places"),
    *("imported", "modified", "rights", "url", "markdown"),
)
"""Columns of the CSV; those of a list hold its members with ``; `` between them."""


def render_manifest(lookup: Lookup) -> Iterator[OutputFile]:
    """Yield ``manifest.json``, which names the others, and for each newspaper and year a JSON and a CSV file.

    URLs are relative to the site's root. Of what was withdrawn, the id and its status are listed and no more.
    """
    site = lookup.site
    publications = []
    for publication in site.publications:
        issues = [each for each in lookup.archive.issues if each.record.publication == publication.slug]
        years = []
        for year, group in groupby(issues, key=lambda each: each.record.date.year):
            of_year = list(group)
            name = f"{publication.slug}/manifest-{year}"
            yield OutputFile(f"{name}.json", _json(_year_record(publication, year, of_year, lookup)))
            yield OutputFile(f"{name}.csv", _csv(of_year, lookup))
            years.append(
                {
                    "year": year,
                    "issues": len(of_year),
                    "articles": sum(lookup.issue(each.record.id).articles for each in of_year),
                    "notices": sum(lookup.issue(each.record.id).notices for each in of_year),
                    "json": f"{name}.json",
                    "csv": f"{name}.csv",
                }
            )
        publications.append(_publication_record(publication) | {"years": years})
    record = {
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "rights": site.rights,
        "base_url": site.base_url,
        "publications": publications,
    }
    yield OutputFile("manifest.json", _json(_full(record) | {"publications": publications}))


def _publication_record(publication: PublicationView) -> dict[str, Any]:
    record = {
        "id": publication.slug,
        "name": publication.name,
        "name_supplied": publication.name_supplied,
        "language": publication.language,
        "description": publication.description,
        "rights": publication.rights,
        "url": publication.url,
    }
    return _full(record)


def _year_record(
    publication: PublicationView, year: int, issues: Sequence[IssueSummary], lookup: Lookup
) -> dict[str, Any]:
    return {
        "publication": publication.slug,
        "year": year,
        "issues": [_issue_record(issue, lookup) for issue in issues],
    }


def _issue_record(issue: IssueSummary, lookup: Lookup) -> dict[str, Any]:
    record = issue.record
    about = {
        "id": record.id,
        "date": record.date.isoformat(),
        "date_basis": record.date_basis,
        "edition": record.edition,
        "number": record.number,
        "url": links.to_url(links.issue_path(record.id)),
        "pages": [_full({"label": page.label, "name": page.name}) for page in record.pages],
    }
    articles = [
        _article_record(article, issue, lookup) for article in issue.articles if article.kind in LISTED
    ]
    return _full(about) | {"articles": [_full(article) for article in articles]}


def _article_record(article: ArticleSummary, issue: IssueSummary, lookup: Lookup) -> dict[str, Any]:
    """Return what is listed of ``article``, by column."""
    if article.status == WITHDRAWN:
        return {"id": article.id, "kind": article.kind, "status": article.status}
    return {
        "id": article.id,
        "kind": article.kind,
        "publication": issue.record.publication,
        "date": article.date.isoformat(),
        "edition": issue.record.edition,
        "page": article.page_label,
        "title": article.title,
        "title_supplied": article.title_supplied,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "section": article.section,
        "authors": article.authors,
        "attribution": article.attribution,
        "topics": article.terms.topics,
        "people": article.terms.people,
        "organisations": article.terms.organisations,
        "places": article.terms.places,
        "imported": article.imported.isoformat() if article.imported else "",
        "modified": article.modified.isoformat() if article.modified else "",
        "rights": article.rights or lookup.issue(issue.record.id).publication.rights,
        "url": links.to_url(links.article_path(article.id)),
        "markdown": links.to_url(links.markdown_path(article.id)) if lookup.is_indexed(article) else "",
    }


def _full(record: dict[str, Any]) -> dict[str, Any]:
    """Return ``record`` without what is empty."""
    return {key: value for key, value in record.items() if value or (value == 0 and value is not False)}


def _json(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _csv(issues: Sequence[IssueSummary], lookup: Lookup) -> bytes:
    """Return the articles of ``issues`` as CSV (RFC 4180), in UTF-8 without a byte-order mark.

    A text that a spreadsheet would run as a formula has an apostrophe in front; the JSON has it as it is.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for issue in issues:
        for article in issue.articles:
            if article.kind in LISTED:
                record = _article_record(article, issue, lookup)
                writer.writerow(_cell(record.get(column, "")) for column in COLUMNS)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return harmless_cell("; ".join(value))
    return str(value).lower() if isinstance(value, bool) else harmless_cell(str(value))
