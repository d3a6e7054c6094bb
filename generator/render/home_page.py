"""The home page: the newest issue, ways into the archive by date and by topic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.render.calendars import calendar_of
from generator.render.charts import by_month, timeline
from generator.render.day_pages import archive_density
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.term_views import view_term
from generator.render.time_views import CalendarView, CountsView, HoldingsView, IssueEntriesView
from generator.render.units import Unit, key_of_faces, unit
from generator.render.views import HeadView

FREQUENT_TERMS = 30
"""Topics on the home page."""
MOST_YEARS = 10
"""Years in the home page's table; the index of days has them all."""
_RECENT_ISSUES = 9
_RECENT_HEADLINES = 2


def home_unit(lookup: Lookup) -> Unit:
    """Return the unit of the home page."""
    frequent = lookup.archive.frequent_terms("topics", FREQUENT_TERMS)
    return unit("home", key=key_of_faces(lookup.archive.issues, frequent))


def render_home(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the home page of the archive."""
    lookup = renderer.lookup
    site = lookup.site
    faces = lookup.archive.issues
    recent = lookup.newest_first[1 : 1 + _RECENT_ISSUES]
    issues = [lookup.issue(face.id) for face in faces]
    yield renderer.page(
        "index.html",
        "home.html",
        HeadView(title="", description=site.description, canonical=renderer.absolute("index.html")),
        lead=_lead(lookup),
        recent=tuple(lookup.leading(face.id, _RECENT_HEADLINES) for face in recent),
        calendar=_newest_month(renderer),
        density=archive_density(renderer, issues),
        most_years=MOST_YEARS,
        chart=timeline(by_month((face.record.date, face.articles) for face in faces), renderer.words),
        counts=_counts(lookup),
        publications=tuple(_holdings(lookup)),
        frequent=tuple(map(view_term, lookup.archive.frequent_terms("topics", FREQUENT_TERMS))),
    )


def _lead(lookup: Lookup) -> IssueEntriesView | None:
    """Return the newest issue with all its articles; nothing for an empty archive."""
    if not lookup.newest_first:
        return None
    newest = lookup.newest_first[0].id
    return IssueEntriesView(lookup.issue(newest), lookup.entries(lookup.archive.summary(newest), "article"))


def _newest_month(renderer: Renderer) -> CalendarView | None:
    """Return the calendar of the newest month that has issues, all publications together."""
    faces = renderer.lookup.newest_first
    if not faces:
        return None
    date = faces[0].record.date
    month = [
        renderer.lookup.issue(face.id)
        for face in reversed(faces)
        if (face.record.date.year, face.record.date.month) == (date.year, date.month)
    ]
    return calendar_of(month, renderer.words)


def _counts(lookup: Lookup) -> CountsView:
    faces = lookup.archive.issues
    return CountsView(
        issues=len(faces),
        articles=sum(face.articles for face in faces),
        notices=sum(face.notices for face in faces),
        first_date=lookup.plain_date(faces[0].record.date) if faces else "",
        last_date=lookup.plain_date(faces[-1].record.date) if faces else "",
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
