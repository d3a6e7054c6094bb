"""The pages across issues: home, publications, years, terms, notices, search, 404, redirects, and assets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.model import TERM_KINDS, ArticleSummary, TermEntry, TermKind
from generator.render import links
from generator.render.calendars import months_of, publication_years
from generator.render.lookup import WITHDRAWN, Lookup, is_shown, term_url
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.views import (
    CountsView,
    HeadView,
    IssueEntriesView,
    IssueView,
    LetterView,
    PublicationView,
    PublicationYearsView,
    TermEntryView,
    YearEntriesView,
)

RECENT_ISSUES = 12
"""Issues listed on the home page and on a publication's page; the calendars have them all."""
LEADING_ARTICLES = 3
"""Headlines that stand for an issue in a list of issues: those of its first page come first."""
FREQUENT_TERMS = 30
"""Terms on the home page."""


def render_archive(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield every file of the site that is not of one issue. Raises BackfileError when a template fails."""
    yield _home(renderer)
    for publication in renderer.lookup.site.publications:
        yield from _publication(publication, renderer)
    for kind in TERM_KINDS:
        yield from _terms(kind, renderer)
    yield _notices(renderer)
    yield _search(renderer)
    yield _not_found(renderer)
    yield from _redirects(renderer)
    yield from renderer.assets.files()


def _home(renderer: Renderer) -> OutputFile:
    lookup = renderer.lookup
    newest = lookup.archive.issues[::-1]
    lead = newest[0] if newest else None
    site = lookup.site
    return renderer.page(
        "index.html",
        "home.html",
        HeadView(title="", description=site.description, canonical=renderer.absolute("index.html")),
        lead=IssueEntriesView(lookup.issue(lead.record.id), lookup.entries(lead, "article"))
        if lead
        else None,
        recent=tuple(_leading(issue.record.id, lookup) for issue in newest[1 : 1 + RECENT_ISSUES]),
        years=tuple(_years(publication, lookup) for publication in site.publications),
        counts=_counts(lookup),
        frequent=_frequent(lookup),
    )


def _leading(issue_id: str, lookup: Lookup) -> IssueEntriesView:
    entries = lookup.entries(lookup.summaries[issue_id], "article")
    return IssueEntriesView(lookup.issue(issue_id), entries[:LEADING_ARTICLES])


def _issues_of(publication: PublicationView, lookup: Lookup) -> list[IssueView]:
    return [
        lookup.issue(issue.record.id)
        for issue in lookup.archive.issues
        if issue.record.publication == publication.slug
    ]


def _years(publication: PublicationView, lookup: Lookup) -> PublicationYearsView:
    return publication_years(publication, _issues_of(publication, lookup))


def _counts(lookup: Lookup) -> CountsView:
    issues = lookup.archive.issues
    return CountsView(
        issues=len(issues),
        articles=sum(lookup.issue(issue.record.id).articles for issue in issues),
        notices=sum(lookup.issue(issue.record.id).notices for issue in issues),
        first_date=lookup.date_text(issues[0].record.date) if issues else "",
        last_date=lookup.date_text(issues[-1].record.date) if issues else "",
    )


def _frequent(lookup: Lookup) -> tuple[TermEntryView, ...]:
    """Return the topics with the most articles; among equals those of the newest come first."""
    topics = lookup.archive.terms.get("topics", ())
    ranked = sorted(topics, key=lambda e: (-len(e.articles), *_newest_first(e)))
    return tuple(_term_view(entry) for entry in ranked[:FREQUENT_TERMS])


def _newest_first(entry: TermEntry) -> tuple[int, str]:
    newest = max((article.date.toordinal() for article in entry.articles), default=0)
    return -newest, entry.name


def _term_view(entry: TermEntry) -> TermEntryView:
    count = sum(article.status != WITHDRAWN for article in entry.articles)
    return TermEntryView(entry.name, term_url(entry), count)


def _publication(publication: PublicationView, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a publication's page, with the calendar of its newest year, and a page for each year."""
    lookup = renderer.lookup
    issues = _issues_of(publication, lookup)
    years = publication_years(publication, issues).years
    path = links.publication_path(publication.slug)
    yield renderer.page(
        path,
        "publication.html",
        HeadView(publication.name, publication.description, renderer.absolute(path)),
        publication=publication,
        years=years,
        months=months_of(years[0].year, [i for i in issues if i.year == years[0].year], renderer.words),
        recent=tuple(_leading(issue.id, lookup) for issue in issues[::-1][:RECENT_ISSUES]),
        articles=sum(year.articles for year in years),
        issues=len(issues),
    )
    for index, year in enumerate(years):
        of_year = [issue for issue in issues if issue.year == year.year]
        path = links.year_path(publication.slug, year.year)
        title = f"{publication.name} {renderer.words('year', year=year.year)}"
        yield renderer.page(
            path,
            "year.html",
            HeadView(title, canonical=renderer.absolute(path)),
            publication=publication,
            year=year,
            years=years,
            months=months_of(year.year, of_year, renderer.words),
            issues=tuple(_leading(issue.id, lookup) for issue in of_year),
            previous_year=years[index + 1] if index + 1 < len(years) else None,
            next_year=years[index - 1] if index else None,
        )


def _terms(kind: TermKind, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of a kind of terms, and a page for each term."""
    entries = renderer.lookup.archive.terms.get(kind, ())
    letters = tuple(
        LetterView(letter, tuple(map(_term_view, group)))
        for letter, group in groupby(entries, key=lambda entry: entry.letter)
    )
    path = links.terms_path(kind)
    head = HeadView(renderer.words(kind), canonical=renderer.absolute(path))
    yield renderer.page(path, "terms.html", head, kind=kind, letters=letters, count=len(entries))
    for entry in entries:
        yield _term(entry, renderer)


def _term(entry: TermEntry, renderer: Renderer) -> OutputFile:
    path = links.term_path(entry.kind, entry.slug)
    shown = [article for article in entry.articles if article.status != WITHDRAWN]
    title = f"{entry.name} {renderer.words(entry.kind)}"
    head = HeadView(title, renderer.words("articles_count", n=len(shown)), renderer.absolute(path))
    return renderer.page(
        path,
        "term.html",
        head,
        kind=entry.kind,
        name=entry.name,
        count=len(shown),
        years=_by_year(shown, renderer.lookup),
    )


def _by_year(newest_first: list[ArticleSummary], lookup: Lookup) -> tuple[YearEntriesView, ...]:
    return tuple(
        YearEntriesView(year, tuple(map(lookup.entry, group)))
        for year, group in groupby(newest_first, key=lambda article: article.date.year)
    )


def _notices(renderer: Renderer) -> OutputFile:
    """Return the list of all notices. They carry private persons' numbers: search engines are kept out."""
    issues = renderer.lookup.archive.issues[::-1]
    notices = [article for issue in issues for article in issue.articles if is_shown(article, "notice")]
    return renderer.page(
        "notices/index.html",
        "notices.html",
        HeadView(renderer.words("notices"), robots="noindex, follow"),
        years=_by_year(notices, renderer.lookup),
        count=len(notices),
    )


def _search(renderer: Renderer) -> OutputFile:
    head = HeadView(renderer.words("search"), canonical=renderer.absolute("search.html"))
    return renderer.page("search.html", "search.html", head)


def _not_found(renderer: Renderer) -> OutputFile:
    """Return the page for what is not there. A server shows it at any depth: its links are absolute."""
    head = HeadView(renderer.words("not_found_title"), robots="noindex")
    root = renderer.lookup.site.base_url or "/"
    return renderer.page_under(root, "404.html", "404.html", head)


def _redirects(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a page at each id that an article once had, leading to the one it has now."""
    lookup = renderer.lookup
    for issue in lookup.archive.issues:
        for article in issue.articles:
            for former in article.formerly:
                path = links.article_path(former)
                target = links.article_path(article.id)
                head = HeadView(
                    renderer.words("moved"), canonical=renderer.absolute(target), robots="noindex"
                )
                yield renderer.page(path, "redirect.html", head, target=lookup.entry(article))
