"""What the catalogue knows -> the names that are offered while a reader types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from generator.catalogue import Catalogue
from generator.model import TERM_KINDS, Delta, IssueSummary, TermCard, TermKind
from generator.render.links import article_path, term_path
from generator.search import EntriesSince, EntryChanges, SearchEntry
from generator.search.document import EntryKind

_ENTRY_KINDS: Mapping[TermKind, EntryKind] = {
    "topics": "topic",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
}


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
        listed = ((issue, _headlines(catalogue.summary(issue))) for issue in issues)
        return EntryChanges(
            revision=change.now,
            issues=listed if whole else chain(listed, ((issue, ()) for issue in delta.gone)),
            terms=(
                (_ENTRY_KINDS[kind], name, _term_entry(card) if card else None) for kind, name, card in terms
            ),
            whole=whole,
        )

    return entries


def _term_entry(card: TermCard) -> SearchEntry:
    """Return what is offered of a topic or name."""
    path = term_path(card.kind, card.slug) if card.has_page else ""
    return SearchEntry(_ENTRY_KINDS[card.kind], card.name, path, count=card.count)


def _headlines(issue: IssueSummary) -> list[SearchEntry]:
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
