"""Articles as content/ has them -> what the search index is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.catalogue import Catalogue, read_catalogue
from generator.model import (
    TERM_KINDS,
    Article,
    ArticleSummary,
    Delta,
    Issue,
    IssueSummary,
    Publication,
    Settings,
    TermCard,
    TermKind,
)
from generator.pipeline.rereading import read_again
from generator.render import key_of, plain_paragraphs
from generator.render.links import article_path, term_path
from generator.search import EntriesSince, EntryChanges, SearchDocument, SearchEntry, SearchIssue
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

    content: Path
    catalogue: Path
    settings: Settings

    def __call__(self, issues: Sequence[str]) -> Iterator[SearchDocument]:
        """Yield the documents of ``issues``; raises ``BackfileError`` where one has changed or cannot be read."""
        archive = read_catalogue(self.catalogue, self.settings)
        for issue_id in issues:
            summary = archive.summary(issue_id)
            issue = read_again(self.content / issue_id, archive.files(issue_id))
            yield from issue_documents(issue, summary, self.settings.publications)


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


def search_issues(catalogue: Catalogue) -> Iterator[SearchIssue]:
    """Yield what the index has to know of each issue."""
    seen = catalogue.ledger.seen()
    publications = catalogue.settings.publications
    for face in catalogue.issues:
        slug = face.record.publication
        name = publications[slug].name if slug in publications else slug
        key = key_of(seen[face.id].digest, face.digest, name)
        yield SearchIssue(face.id, face.record.date, key, seen[face.id].characters)


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


@dataclass(frozen=True, slots=True)
class SiteChange:
    """What a build changes of the site."""

    delta: Delta
    before: str
    """Digest of the site as it was before ``delta``."""
    now: str
    """Digest of the site that the build makes."""


def entries_since(catalogue: Catalogue, change: SiteChange) -> EntriesSince:
    """Return what gives the names that are offered: those that ``change`` names, or all of them."""
    delta = change.delta

    def entries(revision: str) -> EntryChanges:
        whole = not revision or revision != change.before or delta.everything
        issues = (face.id for face in catalogue.issues) if whole else delta.issues
        terms = (
            ((kind, card.name, card) for kind in TERM_KINDS for card in catalogue.terms(kind))
            if whole
            else ((kind, name, catalogue.term(kind, name)) for kind, name in delta.terms)
        )
        listed = ((issue, headlines(catalogue.summary(issue))) for issue in issues)
        return EntryChanges(
            revision=change.now,
            issues=listed if whole else chain(listed, ((issue, ()) for issue in delta.gone)),
            terms=(
                (ENTRY_KINDS[kind], name, term_entry(card) if card else None) for kind, name, card in terms
            ),
            whole=whole,
        )

    return entries


def term_entry(card: TermCard) -> SearchEntry:
    """Return what is offered of a topic or name."""
    path = term_path(card.kind, card.slug) if card.has_page else ""
    return SearchEntry(ENTRY_KINDS[card.kind], card.name, path, count=card.count)


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
