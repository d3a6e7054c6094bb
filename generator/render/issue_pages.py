"""The pages of one issue: the issue itself, its pages (版), and what stands on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.model import Issue, IssueSummary
from generator.render import links
from generator.render.article_pages import Sources, render_article_files
from generator.render.citation_files import render_citations
from generator.render.composition import view_composition
from generator.render.lookup import Lookup
from generator.render.output_file import OutputFile
from generator.render.page_views import view_pages
from generator.render.renderer import Renderer
from generator.render.time_views import YearIssuesView
from generator.render.units import Unit, key_of_faces, unit
from generator.render.views import HeadView, IssueView, PageView

MOST_OPENINGS = 60
"""Articles of an issue whose first words its page shows; of a larger issue, the headlines alone."""
_OTHER_YEARS = 6
_OTHER_HEADLINES = 1


def render_issue(issue: Issue, sources: Sources, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield every page of ``issue``, made from its articles and the archive's summaries alone.

    ``sources`` holds the lines of its source files; where a file is missing, its lines are not shown.
    Raises BackfileError when a template fails.
    """
    yield from render_frame(issue.record.id, renderer)
    every = {article.id for article in issue.articles}
    yield from (file for _, file in render_article_files(issue, every, sources, renderer))


def frame_units(lookup: Lookup) -> Iterator[Unit]:
    """Yield the unit of each issue's frame."""
    for face in lookup.archive.issues:
        date = face.record.date
        beside = [each for each in lookup.days.on(date) if each != face.id]
        for other in lookup.days.other_years(date, _OTHER_YEARS):
            beside += lookup.days.on(other)[:1]
        before, after = lookup.neighbours(face.id)
        shown = map(lookup.archive.face, (face.id, *beside, *filter(None, (before, after))))
        yield unit("frame", face.id, key=key_of_faces(shown, len(beside), before, after))


def render_frame(issue_id: str, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield what an issue has beside the pages of its articles: its own page, its pages (版), their citations.

    Also a page at each id that one of its articles once had, leading to the one it has now.

    They are made from summaries alone: the issue's own; how the issues before and after it look, those of its day
    and those of the day in the years nearest; and whether its day has a page. Raises BackfileError when a template
    fails.
    """
    lookup = renderer.lookup
    summary = lookup.archive.summary(issue_id)
    view = lookup.issue(issue_id)
    pages = view_pages(summary, lookup)
    yield _issue_page(summary, view, pages, renderer)
    for index in range(len(pages)):
        yield _page_page(view, pages, index, renderer)
    yield from render_citations(summary, renderer)
    yield from _redirects(summary, renderer)


def _redirects(summary: IssueSummary, renderer: Renderer) -> Iterator[OutputFile]:
    for article in summary.articles:
        for former in article.formerly:
            target = links.article_path(article.id)
            head = HeadView(renderer.words("moved"), canonical=renderer.absolute(target), robots="noindex")
            entry = renderer.lookup.entry(article)
            yield renderer.page(links.article_path(former), "redirect.html", head, target=entry)


def _issue_page(
    summary: IssueSummary, issue: IssueView, pages: tuple[PageView, ...], renderer: Renderer
) -> OutputFile:
    lookup = renderer.lookup
    path = links.issue_path(issue.id)
    titles = [entry.title for page in pages for entry in page.articles]
    date = summary.record.date
    head = HeadView(
        title=f"{issue.publication.name} {issue.date_text}",
        description=renderer.words("list_separator").join(titles[:5]),
        canonical=renderer.absolute(path),
    )
    return renderer.page(
        path,
        "issue.html",
        head,
        issue=issue,
        pages=pages,
        brief=len(titles) > MOST_OPENINGS,
        composition=view_composition([lookup.archive.face(issue.id)], renderer.words),
        month_name=renderer.words(
            "month_of_year", year=date.year, month=renderer.words(f"month_{date.month}")
        ),
        month_url=links.to_url(links.month_path(issue.publication.slug, date.year, date.month)),
        same_day=tuple(
            lookup.leading(each, _OTHER_HEADLINES) for each in lookup.days.on(date) if each != issue.id
        ),
        day_url=links.to_url(links.day_path(date)) if lookup.days.has_page(date) else "",
        other_years=_other_years(date, lookup),
        every_year_url=links.to_url(links.day_of_years_path(date.month, date.day)),
        previous_issue=lookup.previous_issue(issue.id),
        next_issue=lookup.next_issue(issue.id),
    )


def _other_years(date: dt.date, lookup: Lookup) -> tuple[YearIssuesView, ...]:
    """Return what came out on the day of ``date`` in the years nearest to it: not all, so that pages stay light."""
    return tuple(
        YearIssuesView(
            each.year,
            tuple(lookup.leading(issue_id, _OTHER_HEADLINES) for issue_id in lookup.days.on(each)[:1]),
        )
        for each in lookup.days.other_years(date, _OTHER_YEARS)
    )


def _page_page(issue: IssueView, pages: tuple[PageView, ...], index: int, renderer: Renderer) -> OutputFile:
    page = pages[index]
    path = links.page_path(issue.id, page.label)
    heading = renderer.words("page_label", label=page.label)
    head = HeadView(
        title=f"{heading} {page.name} {issue.publication.name} {issue.date_text}".replace("  ", " "),
        description=renderer.words("list_separator").join(entry.title for entry in page.articles[:5]),
        canonical=renderer.absolute(path),
    )
    return renderer.page(
        path,
        "page.html",
        head,
        issue=issue,
        page=page,
        pages=pages,
        previous_page=pages[index - 1] if index else None,
        next_page=pages[index + 1] if index + 1 < len(pages) else None,
    )
