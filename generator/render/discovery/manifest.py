"""Lists of every issue and article, as JSON and CSV: ``manifest.json``, and files by newspaper and month."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from generator.characters import harmless_cell
from generator.model import WITHDRAWN, ArticleSummary, IssueFace, IssueSummary
from generator.render import links
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.units import Unit, key_of, key_of_faces, unit
from generator.render.views import PublicationView

LISTED = ("article", "notice")
"""The kinds of pieces that are listed."""
COLUMNS = (
    *("id", "kind", "status", "publication", "date", "edition", "page", "title", "title_supplied", "kicker"),
    *("subtitle", "section", "authors", "attribution", "topics", "people", "organisations", "places"),
    *("imported", "modified", "rights", "url", "markdown"),
)
"""Columns of the CSV; those of a list hold its members with ``; `` between them."""


def manifest_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the units of the lists: the one that names the others, and one for each newspaper and month."""
    counts = []
    for slug in lookup.publications:
        for month, faces in _months(slug, lookup):
            counts.append((slug, month, len(faces), *map(sum, _counts(faces))))
            yield unit("manifest-month", slug, month, key=key_of_faces(faces))
    yield unit("manifest", key=key_of(tuple(counts)))


def render_manifest(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield ``manifest.json``, which names the lists of each newspaper's months.

    URLs are relative to the site's root.
    """
    lookup = renderer.lookup
    site = lookup.site
    publications = []
    for publication in site.publications:
        months = []
        for month, faces in _months(publication.slug, lookup):
            name = _name(publication.slug, month)
            articles, notices = map(sum, _counts(faces))
            months.append(
                {
                    "month": month,
                    "issues": len(faces),
                    "articles": articles,
                    "notices": notices,
                    "json": f"{name}.json",
                    "csv": f"{name}.csv",
                }
            )
        publications.append(_publication_record(publication) | {"months": months})
    record = {
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "rights": site.rights,
        "base_url": site.base_url,
        "publications": publications,
    }
    yield OutputFile("manifest.json", _json(_full(record) | {"publications": publications}))


def render_manifest_month(slug: str, month: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the issues and articles of a newspaper's month (``YYYY-MM``), as JSON and as CSV.

    Of what was withdrawn, the id and its status are listed and no more.
    """
    lookup = renderer.lookup
    faces = next(faces for name, faces in _months(slug, lookup) if name == month)
    issues = [lookup.archive.summary(face.id) for face in faces]
    name = _name(slug, month)
    yield OutputFile(f"{name}.json", _json(_month_record(slug, month, issues, lookup)))
    yield OutputFile(f"{name}.csv", _csv(issues, lookup))


def _months(slug: str, lookup: Lookup) -> Iterator[tuple[str, list[IssueFace]]]:
    for month, group in groupby(lookup.faces_of(slug), key=lambda face: face.record.date.isoformat()[:7]):
        yield month, list(group)


def _counts(faces: Sequence[IssueFace]) -> tuple[list[int], list[int]]:
    return [face.articles for face in faces], [face.notices for face in faces]


def _name(slug: str, month: str) -> str:
    return f"{slug}/manifest-{month}"


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


def _month_record(slug: str, month: str, issues: Sequence[IssueSummary], lookup: Lookup) -> dict[str, Any]:
    return {
        "publication": slug,
        "month": month,
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
