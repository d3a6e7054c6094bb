"""The home page: the newest issue, ways into the archive by date and by topic."""

from __future__ import annotations

from generator.model import TermEntry
from generator.render.calendars import months_of, publication_years
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.publication_pages import RECENT_ISSUES
from generator.render.renderer import Renderer
from generator.render.term_pages import view_term
from generator.render.views import CountsView, HeadView, IssueEntriesView, MonthView, TermEntryView

FREQUENT_TERMS = 30
"""Topics on the home page."""


def render_home(renderer: Renderer) -> OutputFile:
    """Return the home page of the archive."""
    lookup = renderer.lookup
    site = lookup.site
    newest = lookup.archive.issues[::-1]
    return renderer.page(
        "index.html",
        "home.html",
        HeadView(title="", description=site.description, canonical=renderer.absolute("index.html")),
        lead=_lead(lookup),
        recent=tuple(lookup.leading(issue.record.id) for issue in newest[1 : 1 + RECENT_ISSUES]),
        years=tuple(publication_years(each, lookup.issues_of(each.slug)) for each in site.publications),
        month=_newest_month(renderer),
        counts=_counts(lookup),
        frequent=_frequent(lookup),
    )


def _lead(lookup: Lookup) -> IssueEntriesView | None:
    """Return the newest issue with all its articles; nothing for an empty archive."""
    if not lookup.archive.issues:
        return None
    newest = lookup.archive.issues[-1]
    return IssueEntriesView(lookup.issue(newest.record.id), lookup.entries(newest, "article"))


def _newest_month(renderer: Renderer) -> MonthView | None:
    """Return the calendar of the newest month that has issues, all publications together."""
    issues = [renderer.lookup.issue(issue.record.id) for issue in renderer.lookup.archive.issues]
    if not issues:
        return None
    month = issues[-1].date[:7]
    return months_of(issues[-1].year, [i for i in issues if i.date.startswith(month)], renderer.words)[0]


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
    """Return the topics with the most articles; among equals, those that weigh most in an article first."""
    topics = lookup.archive.terms.get("topics", ())
    counts = sorted((len(entry.articles) for entry in topics), reverse=True)[:FREQUENT_TERMS]
    candidates = [entry for entry in topics if len(entry.articles) >= counts[-1]]
    ranked = sorted(candidates, key=lambda entry: (-len(entry.articles), _best_rank(entry)))
    return tuple(view_term(entry) for entry in ranked[:FREQUENT_TERMS])


def _best_rank(entry: TermEntry) -> int:
    """Return the best place that the term has among the topics of an article, which are weightiest first."""
    topics = (article.terms.topics for article in entry.articles)
    return min((names.index(entry.name) for names in topics if entry.name in names), default=FREQUENT_TERMS)
