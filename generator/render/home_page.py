"""The home page: the newest issue, ways into the archive by date and by topic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.render.calendars import calendar_of
from generator.render.charts import timeline
from generator.render.day_pages import archive_density
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.term_indexes import frequent_terms
from generator.render.time_views import CalendarView, CountsView, HoldingsView, IssueEntriesView
from generator.render.views import HeadView

FREQUENT_TERMS = 30
"""Topics on the home page."""
MOST_YEARS = 10
"""Years in the home page's table; the index of days has them all."""
_RECENT_ISSUES = 9
_RECENT_HEADLINES = 2


def render_home(renderer: Renderer) -> OutputFile:
    """Return the home page of the archive."""
    lookup = renderer.lookup
    site = lookup.site
    recent = lookup.archive.issues[-2 : -2 - _RECENT_ISSUES : -1]
    issues = [lookup.issue(issue.record.id) for issue in lookup.archive.issues]
    density = archive_density(renderer, issues)
    dates = (dt.date.fromisoformat(issue.date) for issue in issues for _ in range(issue.articles))
    return renderer.page(
        "index.html",
        "home.html",
        HeadView(title="", description=site.description, canonical=renderer.absolute("index.html")),
        lead=_lead(lookup),
        recent=tuple(lookup.leading(issue.record.id, _RECENT_HEADLINES) for issue in recent),
        calendar=_newest_month(renderer),
        density=density,
        most_years=MOST_YEARS,
        chart=timeline(dates, renderer.words),
        counts=_counts(lookup),
        publications=tuple(_holdings(lookup)),
        frequent=frequent_terms(lookup.archive.terms.get("topics", ()), FREQUENT_TERMS),
    )


def _lead(lookup: Lookup) -> IssueEntriesView | None:
    """Return the newest issue with all its articles; nothing for an empty archive."""
    if not lookup.archive.issues:
        return None
    newest = lookup.archive.issues[-1]
    return IssueEntriesView(lookup.issue(newest.record.id), lookup.entries(newest, "article"))


def _newest_month(renderer: Renderer) -> CalendarView | None:
    """Return the calendar of the newest month that has issues, all publications together."""
    issues = [renderer.lookup.issue(issue.record.id) for issue in renderer.lookup.archive.issues]
    if not issues:
        return None
    month = issues[-1].date[:7]
    return calendar_of([each for each in issues if each.date.startswith(month)], renderer.words)


def _counts(lookup: Lookup) -> CountsView:
    issues = lookup.archive.issues
    return CountsView(
        issues=len(issues),
        articles=sum(lookup.issue(issue.record.id).articles for issue in issues),
        notices=sum(lookup.issue(issue.record.id).notices for issue in issues),
        first_date=lookup.plain_date(issues[0].record.date) if issues else "",
        last_date=lookup.plain_date(issues[-1].record.date) if issues else "",
    )


def _holdings(lookup: Lookup) -> Iterator[HoldingsView]:
    """Yield what the archive has of each publication."""
    for slug, publication in lookup.publications.items():
        issues = lookup.issues_of(slug)
        first, last = (dt.date.fromisoformat(each.date) for each in (issues[0], issues[-1]))
        yield HoldingsView(
            publication,
            issues=len(issues),
            articles=sum(issue.articles for issue in issues),
            first_date=lookup.plain_date(first),
            last_date=lookup.plain_date(last),
        )
