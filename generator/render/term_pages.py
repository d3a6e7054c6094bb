"""Terms and notices across issues: indexes by letter, the articles of a term, the list of notices."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.model import ArticleSummary, TermEntry, TermKind
from generator.render import links
from generator.render.lookup import WITHDRAWN, Lookup, is_shown, term_url
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.views import HeadView, LetterView, TermEntryView, YearEntriesView


def render_terms(kind: TermKind, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the index of a kind of terms, and a page for each term."""
    entries = renderer.lookup.archive.terms.get(kind, ())
    letters = tuple(
        LetterView(letter, tuple(map(view_term, group)))
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


def view_term(entry: TermEntry) -> TermEntryView:
    """Return a term as it stands in an index; withdrawn articles are not counted."""
    count = sum(article.status != WITHDRAWN for article in entry.articles)
    return TermEntryView(entry.name, term_url(entry), count)


def render_notices(renderer: Renderer) -> OutputFile:
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


def _by_year(newest_first: list[ArticleSummary], lookup: Lookup) -> tuple[YearEntriesView, ...]:
    return tuple(
        YearEntriesView(year, tuple(map(lookup.entry, group)))
        for year, group in groupby(newest_first, key=lambda article: article.date.year)
    )
