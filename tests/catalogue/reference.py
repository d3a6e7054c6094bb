"""All answers of an archive, once from the whole of its summaries by plain functions, once as it gives them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.catalogue.letters import letter
from generator.model import TERM_KINDS, ArticleSummary, IssueSummary, TermKind, Vocabulary
from generator.model.catalogue import Archive, Holders, TermCard, TermGroup, TermMonth
from generator.model.months import month_number
from tests.catalogue.indexing import TermEntry, index_terms
from tests.catalogue.nearest import find_related
from tests.catalogue.unifying import unify_terms


@dataclass
class Answers:
    """Everything that an archive answers."""

    issues: list[IssueSummary] = field(default_factory=list)
    articles: dict[str, ArticleSummary] = field(default_factory=dict)
    cards: dict[tuple[TermKind, str], TermCard] = field(default_factory=dict)
    holders: dict[tuple[TermKind, str], tuple[str, ...]] = field(default_factory=dict)
    related: dict[str, tuple[str, ...]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    groups: dict[TermKind, tuple[TermGroup, ...]] = field(default_factory=dict)
    months: dict[TermKind, tuple[TermMonth, ...]] = field(default_factory=dict)


def expected(raw: Iterable[IssueSummary], vocabulary: Vocabulary, page_from: int) -> Answers:
    """Return what an archive of ``raw`` summaries has to answer, but for digests and syllables."""
    ordered = sorted(raw, key=lambda each: (each.record.date, each.record.publication, each.record.edition))
    issues = unify_terms(ordered, vocabulary)
    articles = [article for issue in issues for article in issue.articles]
    entries = [each for kind in index_terms(articles, vocabulary, page_from).values() for each in kind]
    related = find_related(issues)
    return Answers(
        list(issues),
        {article.id: article for article in articles},
        {(entry.kind, entry.name): _card(entry) for entry in entries},
        {(entry.kind, entry.name): tuple(a.id for a in entry.articles) for entry in entries},
        {a.id: tuple(other.id for other in related.get(a.id, ())) for a in articles},
    )


def _card(entry: TermEntry) -> TermCard:
    oldest: list[dt.date] = sorted(article.date for article in entry.articles)
    return TermCard(
        entry.kind,
        entry.name,
        entry.slug,
        letter(entry.name, entry.kind == "people"),
        "",
        len(entry.articles),
        min((getattr(each.terms, entry.kind).index(entry.name) for each in entry.articles), default=0),
        entry.has_page,
        oldest[min(1, len(oldest) - 1)] if oldest else None,
        entry.formerly,
        entry.broader,
        entry.narrower,
        entry.related,
    )


def given(archive: Archive) -> Answers:
    """Return all answers of ``archive``."""
    issues = [archive.summary(face.id) for face in archive.issues]
    articles = [article for issue in issues for article in issue.articles]
    cards = [card for kind in TERM_KINDS for card in archive.terms(kind)]
    _assert_consistent(archive, cards)
    return Answers(
        issues,
        {article.id: article for article in articles if archive.article(article.id) == article},
        {(card.kind, card.name): card for card in cards},
        {(card.kind, card.name): tuple(archive.holders(card.kind, card.name).newest()) for card in cards},
        {article.id: tuple(archive.related(article.id)) for article in articles},
        {face.id: face.digest for face in archive.issues},
        {kind: tuple(archive.term_groups(kind)) for kind in TERM_KINDS},
        {kind: tuple(archive.term_months(kind)) for kind in TERM_KINDS},
    )


def _assert_consistent(archive: Archive, cards: list[TermCard]) -> None:
    """Assert that what is asked of a part of the index agrees with the whole."""
    for card in cards:
        assert archive.term(card.kind, card.name) == card
        _assert_holders(archive.holders(card.kind, card.name))
        under = archive.terms(card.kind, card.letter, card.syllable)
        assert card in under
        assert archive.terms(card.kind, card.letter, card.syllable, with_page=True) == tuple(
            other for other in under if other.has_page
        )
        assert archive.terms(card.kind, card.letter) == tuple(
            other for other in cards if (other.kind, other.letter) == (card.kind, card.letter)
        )
    for kind in TERM_KINDS:
        own = [card for card in cards if card.kind == kind]
        groups = archive.term_groups(kind)
        counts = Counter((card.letter, card.syllable) for card in own)
        assert {(group.letter, group.syllable): group.count for group in groups} == counts
        assert sum(group.with_page for group in groups) == sum(card.has_page for card in own)
        months = archive.term_months(kind)
        assert [card for month in months for card in archive.terms_since(kind, month.month)] == sorted(
            (card for card in own if card.has_page),
            key=lambda card: (card.since.isoformat()[:7] if card.since else "", own.index(card)),
        )
        assert [month.count for month in months] == [
            len(archive.terms_since(kind, month.month)) for month in months
        ]
        frequent = sorted((card for card in own if card.count), key=lambda card: (-card.count, card.rank))
        assert list(archive.frequent_terms(kind, 3)) == frequent[:3]


def _assert_holders(holders: Holders) -> None:
    """Assert that parts of a term's articles agree with all of them."""
    newest_first = holders.newest()
    for most in range(len(newest_first) + 1):
        assert holders.newest(most) == newest_first[:most]
    oldest_first = sorted(newest_first, key=lambda id_: (_day(id_), id_))
    assert [id_ for year in range(1990, 2030) for id_ in holders.of_year(year)] == oldest_first
    months = Counter(month_number(_day(id_)) for id_ in newest_first)
    assert holders.by_month() == months


def _day(article_id: str) -> dt.date:
    return dt.date.fromisoformat(article_id.split("/")[1][:10])
