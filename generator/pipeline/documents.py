"""Articles as content/ has them -> what the search index is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.model import Archive, Article, ArticleSummary, Publication, TermKind
from generator.pipeline.rereading import read_again
from generator.render import plain_paragraphs
from generator.render.links import article_path, term_path
from generator.search import SearchDocument, SearchEntry
from generator.search.document import EntryKind

ENTRY_KINDS: Mapping[TermKind, EntryKind] = {
    "topics": "topic",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
}


def search_documents(folders: Sequence[Path], archive: Archive) -> Iterator[SearchDocument]:
    """Yield every article, notice and other piece of the issues in ``folders``; what was withdrawn is left out.

    Topics and names are the archive's (of its summaries), so that a filter finds every form of them.
    """
    summaries = {issue.record.id: issue for issue in archive.issues}
    for folder in folders:
        issue = read_again(folder, summaries)
        publication = archive.settings.publications.get(
            issue.record.publication, Publication(issue.record.publication, issue.record.publication)
        )
        known = {summary.id: summary for summary in summaries[issue.record.id].articles}
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


def search_entries(archive: Archive) -> Iterator[SearchEntry]:
    """Yield every topic and name of the archive, and every article that has a headline."""
    for kind, entries in archive.terms.items():
        for entry in entries:
            yield SearchEntry(
                ENTRY_KINDS[kind], entry.name, term_path(kind, entry.slug), count=len(entry.articles)
            )
    for issue in archive.issues:
        for article in issue.articles:
            if article.kind == "article" and article.title and not article.status:
                terms = article.terms
                words = (*terms.topics, *terms.people, *terms.organisations, *terms.places)
                yield SearchEntry(
                    "article",
                    article.title,
                    article_path(article.id),
                    date=article.date.isoformat(),
                    words=words,
                )
