"""Articles as content/ has them -> what the search index is made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.content.reading import read_issue
from generator.model import Archive, Article, ArticleSummary, Publication
from generator.render import plain_paragraphs
from generator.search import SearchDocument


def search_documents(folders: Sequence[Path], archive: Archive) -> Iterator[SearchDocument]:
    """Yield every article, notice and other piece of the issues in ``folders``; what was withdrawn is left out.

    Topics and names are the archive's (of its summaries), so that a filter finds every form of them.
    """
    summaries = {issue.record.id: issue.articles for issue in archive.issues}
    for folder in folders:
        issue = read_issue(folder)
        publication = archive.settings.publications.get(
            issue.record.publication, Publication(issue.record.publication, issue.record.publication)
        )
        known = {summary.id: summary for summary in summaries[issue.record.id]}
        for article in issue.articles:
            if not article.status:
                yield _document(article, known[article.id], publication)


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
