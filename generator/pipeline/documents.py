"""Articles as content/ has them -> what the search index is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import (
    TERM_KINDS,
    Archive,
    Article,
    ArticleSummary,
    Issue,
    IssueSummary,
    Publication,
    TermKind,
)
from generator.pipeline.rereading import read_again
from generator.render import plain_paragraphs
from generator.render.links import article_path, term_path
from generator.search import EntryChanges, SearchDocument, SearchEntry, SearchIssue
from generator.search.document import EntryKind

ENTRY_KINDS: Mapping[TermKind, EntryKind] = {
    "topics": "topic",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
}


@dataclass(frozen=True, slots=True)
class IssueReader:
    """Reads the documents of issues; can be sent to another process."""

    folders: Mapping[str, Path]
    """Of each issue, by its id."""
    summaries: Mapping[str, IssueSummary]
    publications: Mapping[str, Publication]

    def __call__(self, issues: Sequence[str]) -> Iterator[SearchDocument]:
        """Yield the documents of ``issues``; raises ``BackfileError`` where one has changed or cannot be read."""
        for issue_id in issues:
            issue = read_again(self.folders[issue_id], self.summaries)
            yield from issue_documents(issue, self.summaries[issue_id], self.publications)


def issue_documents(
    issue: Issue, summary: IssueSummary, publications: Mapping[str, Publication]
) -> Iterator[SearchDocument]:
    """Yield every article, notice and other piece of an issue; what was withdrawn is left out.

    Topics and names are the archive's (of the summary), so that a filter finds every form of them.
    """
    slug = issue.record.publication
    publication = publications.get(slug, Publication(slug, slug))
    known = {each.id: each for each in summary.articles}
    for article in issue.articles:
        if not article.status:
            yield _document(article, known[article.id], publication)


def search_issue(issue_id: str, reader: IssueReader) -> SearchIssue:
    """Return what the index has to know of an issue, from its documents themselves."""
    digest = hashlib.sha256()
    characters = 0
    for document in reader([issue_id]):
        digest.update(repr(document).encode("utf-8", "surrogatepass"))
        characters += sum(map(len, document.texts()))
    return SearchIssue(issue_id, reader.summaries[issue_id].record.date, digest.hexdigest(), characters)


def _document(article: Article, summary: ArticleSummary, publication: Publication) -> SearchDocument:
    return SearchDocument(
        id=article.id,
        url=f"{article.id}.html",
        title=article.title,
        kicker=article.kicker,
        subtitle=article.subtitle,
        lede=article.lede,
        paragraphs=plain_paragraphs(article.body),
        attribution=article.attribution,
        date=summary.date,
        publication=publication.slug,
        publication_name=publication.name,
        section=article.section,
        kind=article.kind,
        topics=summary.terms.topics,
        people=summary.terms.people,
        organisations=summary.terms.organisations,
        places=summary.terms.places,
    )


def all_entries(archive: Archive) -> EntryChanges:
    """Return every topic and name of the archive, and every article that has a headline."""
    return EntryChanges(
        revision="",
        issues=((issue.record.id, headlines(issue)) for issue in archive.issues),
        terms=(
            (
                ENTRY_KINDS[kind],
                entry.name,
                term_entry(kind, entry.name, entry.slug if entry.has_page else "", len(entry.articles)),
            )
            for kind, entries in archive.terms.items()
            for entry in entries
        ),
        whole=True,
    )


def term_entry(kind: TermKind, name: str, slug: str, count: int) -> SearchEntry:
    """Return what is offered of a topic or name that ``count`` articles have; ``slug`` is empty without a page."""
    return SearchEntry(ENTRY_KINDS[kind], name, term_path(kind, slug) if slug else "", count=count)


def headlines(issue: IssueSummary) -> list[SearchEntry]:
    """Return what is offered of the articles of an issue: those that have a headline."""
    return [
        SearchEntry(
            "article",
            article.title,
            article_path(article.id),
            date=article.date.isoformat(),
            words=tuple(term for kind in TERM_KINDS for term in getattr(article.terms, kind)),
        )
        for article in issue.articles
        if article.kind == "article" and article.title and not article.status
    ]
