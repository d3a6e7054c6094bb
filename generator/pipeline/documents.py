"""Articles as content/ has them -> what the search index is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue, read_catalogue
from generator.model import Article, ArticleSummary, Issue, IssueSummary, Publication, Settings
from generator.pipeline.rereading import read_again
from generator.render import key_of, plain_paragraphs
from generator.search import SearchDocument, SearchIssue


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
