"""From the archive's summaries to views, and what every page asks of it: names, neighbours, terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.model import (
    TERM_KINDS,
    WITHDRAWN,
    Archive,
    ArticleSummary,
    IssueFace,
    IssueSummary,
    Publication,
    TermCard,
    TermKind,
    Terms,
)
from generator.render import links
from generator.render.charts import by_year
from generator.render.days import Days
from generator.render.headlines import keep_whole
from generator.render.interface_words import InterfaceWords
from generator.render.reading_views import TermGroupView, TermLinkView
from generator.render.time_views import IssueEntriesView
from generator.render.views import EntryView, IssueView, PublicationView, SiteView

LEADING_ARTICLES = 3
"""Headlines that stand for an issue in a list of issues."""
_SUMMARIES = 2
"""Issues that are kept at hand."""
_TERMS = 8
"""Terms of which it is kept at hand who has them."""
_ISSUES = 8
"""Issues whose notices are kept at hand."""
_LEADING = 1 << 11
"""Issues whose leading headlines are kept at hand: they stand on the pages of issues years away."""
_YEARS = 1 << 13
"""Terms whose years are kept at hand: each of the pages of their years asks for them."""
_DATES = 1 << 12
_LINKS = 50_000
"""Links to terms that are kept at hand."""
_ARTICLES = 6_000
"""Articles whose summaries are kept at hand."""
_MOST_ENTRIES = 12_000
"""Views of articles that are kept, of two kilobytes each."""


class Lookup:
    """The archive by id and name, in views. Built once for all pages."""

    def __init__(self, archive: Archive, words: InterfaceWords) -> None:
        """Index ``archive``; dates are written with ``words``."""
        self.archive = archive
        self._words = words
        self.publications = _publications(archive)
        self.days = Days(issue.record for issue in archive.issues)
        self.plain_date = lru_cache(_DATES)(self._plain_date)
        """A date in the words of the interface, without its day of the week."""
        self.date_text = lru_cache(_DATES)(self._date_text)
        """A date in the words of the interface, with its day of the week."""
        self._link = lru_cache(_LINKS)(self._term_link)
        self.holders = lru_cache(_TERMS)(archive.holders)
        """The articles that have a term."""
        self.summary = lru_cache(_SUMMARIES)(archive.summary)
        """An issue without its texts."""
        self.article = lru_cache(_ARTICLES)(archive.article)
        """The summary of an article by its id; None where there is none."""
        self.leading = lru_cache(_LEADING)(self._leading)
        """An issue with the few headlines that stand for it in lists: those of its first page first."""
        self.years = lru_cache(_YEARS)(self._years)
        """How many articles each year has that have a term."""
        self.notices = lru_cache(_ISSUES)(self._notices)
        """The ids of an issue's notices, in its order: each page that lists some of them asks for them."""
        self.newest_first = archive.issues[::-1]
        self.groups = {kind: archive.term_groups(kind) for kind in TERM_KINDS}
        """Of terms, by kind: how many there are under each letter and syllable."""
        self._issues: dict[str, IssueView] = {}
        self._entries: dict[str, EntryView] = {}
        self._neighbours: dict[str, tuple[str, str]] = {}
        self._ids = self._ids_by_publication()
        for ids in self._ids.values():
            for before, each, after in zip(["", *ids], ids, [*ids[1:], ""], strict=False):
                self._neighbours[each] = before, after
        settings = archive.settings
        self.site = SiteView(
            title=settings.title,
            description=settings.description,
            language=settings.language,
            base_url=settings.base_url,
            rights=settings.rights,
            contact=settings.contact,
            publications=tuple(self.publications.values()),
            term_kinds=tuple(kind for kind in TERM_KINDS if self.groups[kind]),
            has_notices=any(face.notices for face in archive.issues),
            has_feeds=bool(settings.base_url and archive.issues),
        )

    def _ids_by_publication(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for issue in self.archive.issues:
            ids.setdefault(issue.record.publication, []).append(issue.record.id)
        return ids

    def issue(self, issue_id: str) -> IssueView:
        """Return the view of the issue ``issue_id``."""
        view = self._issues.get(issue_id)
        if view is None:
            view = self._issues[issue_id] = self._issue_view(self.archive.face(issue_id))
        return view

    def _issue_view(self, issue: IssueFace) -> IssueView:
        record = issue.record
        return IssueView(
            id=record.id,
            url=links.to_url(links.issue_path(record.id)),
            publication=self.publications[record.publication],
            date=record.date.isoformat(),
            date_text=self.date_text(record.date),
            year=record.date.year,
            edition=record.edition,
            number=record.number,
            date_basis=record.date_basis,
            articles=issue.articles,
            notices=issue.notices,
            pages=len(record.pages),
        )

    def has_issue(self, issue_id: str) -> bool:
        """Tell whether the archive has an issue."""
        return issue_id in self._neighbours

    def neighbours(self, issue_id: str) -> tuple[str, str]:
        """Return the ids of the publication's issues before and after ``issue_id``; empty for none."""
        return self._neighbours[issue_id]

    def previous_issue(self, issue_id: str) -> IssueView | None:
        """Return the publication's issue before ``issue_id``."""
        before = self._neighbours[issue_id][0]
        return self.issue(before) if before else None

    def next_issue(self, issue_id: str) -> IssueView | None:
        """Return the publication's issue after ``issue_id``."""
        after = self._neighbours[issue_id][1]
        return self.issue(after) if after else None

    def entry(self, article: ArticleSummary) -> EntryView:
        """Return ``article`` as it stands in lists; the view is kept while there is room, as it stands in many."""
        view = self._entries.get(article.id)
        if view is None:
            if len(self._entries) >= _MOST_ENTRIES:
                self._entries.clear()
            view = self._entries[article.id] = self._entry(article)
        return view

    def entries_of(self, ids: Iterable[str]) -> tuple[EntryView, ...]:
        """Return the articles that have ``ids`` as they stand in lists."""
        views = self._entries
        found = (views.get(each) or self._entry_of(each) for each in ids)
        return tuple(view for view in found if view)

    def _entry_of(self, article_id: str) -> EntryView | None:
        article = self.archive.article(article_id)
        return self.entry(article) if article else None

    def _entry(self, article: ArticleSummary) -> EntryView:
        return EntryView(
            id=article.id,
            url=links.to_url(links.article_path(article.id)),
            kind=article.kind,
            title=article.title or self._words("untitled"),
            headline=keep_whole(article.title or self._words("untitled"), article.title_words),
            title_supplied=article.title_supplied,
            kicker=article.kicker,
            subtitle=article.subtitle,
            opening=article.opening,
            section=article.section,
            authors=article.authors,
            attribution=article.attribution,
            date=article.date.isoformat(),
            date_text=self.plain_date(article.date),
            page_label=article.page_label,
            number=article.number,
            issue=self.issue(article.issue_id),
        )

    def entries(self, issue: IssueSummary, *kinds: str) -> tuple[EntryView, ...]:
        """Return the pieces of ``issue`` that are of ``kinds`` and not withdrawn, in its order."""
        return tuple(self.entry(a) for a in issue.articles if a.kind in kinds and a.status != WITHDRAWN)

    def is_indexed(self, article: ArticleSummary) -> bool:
        """Return whether search engines may list ``article``; notices only where the archive says so."""
        notices = self.archive.settings.index_notices
        return is_shown(article, "article") or (notices and is_shown(article, "notice"))

    def faces_of(self, publication: str) -> list[IssueFace]:
        """Return the faces of the issues of the publication with the slug ``publication``, oldest first."""
        return [self.archive.face(issue_id) for issue_id in self._ids.get(publication, ())]

    def issues_of(self, publication: str) -> list[IssueView]:
        """Return the issues of the publication with the slug ``publication``, oldest first."""
        return [self.issue(issue_id) for issue_id in self._ids.get(publication, ())]

    def _leading(self, issue_id: str, most: int = LEADING_ARTICLES) -> IssueEntriesView:
        """Return an issue with the few headlines that stand for it in lists: those of its first page first."""
        shown = self.archive.leading(issue_id, most)
        return IssueEntriesView(self.issue(issue_id), tuple(map(self.entry, shown)))

    def term_groups(self, terms: Terms) -> tuple[TermGroupView, ...]:
        """Return an article's ``terms`` by kind, with links where the archive has a page for them."""
        return tuple(
            TermGroupView(kind, tuple(self._link(kind, name) for name in names))
            for kind in TERM_KINDS
            if (names := getattr(terms, kind))
        )

    def _term_link(self, kind: TermKind, name: str) -> TermLinkView:
        card = self.archive.term(kind, name)
        return TermLinkView(name, term_url(card) if card else "")

    def _years(self, kind: TermKind, name: str) -> Mapping[int, int]:
        return by_year(self.holders(kind, name).by_month())

    def _notices(self, issue_id: str) -> Sequence[str]:
        return tuple(a.id for a in self.archive.summary(issue_id).articles if is_shown(a, "notice"))

    def summaries(self, ids: Iterable[str]) -> tuple[ArticleSummary, ...]:
        """Return the articles that have ``ids``."""
        return tuple(article for article in map(self.article, ids) if article)

    def related(self, article_id: str) -> tuple[EntryView, ...]:
        """Return the articles on the same matter as an article, the most related first."""
        return self.entries_of(self.archive.related(article_id))

    def _plain_date(self, date: dt.date) -> str:
        month = self._words(f"month_{date.month}")
        return self._words("date_alone", year=date.year, month=month, day=date.day)

    def _date_text(self, date: dt.date) -> str:
        return self._words(
            "date",
            year=date.year,
            month=self._words(f"month_{date.month}"),
            day=date.day,
            weekday=self._words(f"weekday_{date.isoweekday()}"),
        )


def is_shown(article: ArticleSummary, kind: str) -> bool:
    """Return whether ``article`` is of ``kind`` and stands in lists."""
    return article.kind == kind and article.status != WITHDRAWN


def term_url(card: TermCard) -> str:
    """Return the URL of a term's page; of one that has none, of a search for it."""
    if not card.has_page:
        return links.search_url(card.kind, card.name)
    return links.to_url(links.term_path(card.kind, card.slug))


def _publications(archive: Archive) -> dict[str, PublicationView]:
    """Return the publications that have issues, by slug; one without settings goes by its slug."""
    known = archive.settings.publications
    slugs = dict.fromkeys([*known, *(issue.record.publication for issue in archive.issues)])
    used = {issue.record.publication for issue in archive.issues}
    views = {}
    for slug in slugs:
        if slug in used:
            publication = known.get(slug) or Publication(slug, slug, name_supplied=True)
            views[slug] = PublicationView(
                slug=slug,
                url=links.to_url(links.publication_path(slug)),
                name=publication.name,
                name_supplied=publication.name_supplied,
                language=publication.language,
                description=publication.description,
                rights=publication.rights or archive.settings.rights,
            )
    return views
