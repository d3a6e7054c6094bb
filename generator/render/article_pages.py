"""The pages of the articles, notices and other pieces of one issue."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.characters import close_turns
from generator.model import WITHDRAWN, Article, ArticleSummary, Issue
from generator.render import links, metadata
from generator.render.article_view import rights_of, view_article
from generator.render.citation_files import CITED, reference_of, write_entries
from generator.render.citations import full_title
from generator.render.output_file import OutputFile
from generator.render.page_views import Standing, standings
from generator.render.renderer import Renderer
from generator.render.views import AlternateView, HeadView, IssueView, PageView

Sources = Mapping[str, tuple[str, ...]]
"""The lines of an issue's source files, by the file's path inside the issue's folder."""

NOT_INDEXED = "noindex, follow"


def render_article_files(
    issue: Issue, ids: Collection[str], sources: Sources, renderer: Renderer
) -> Iterator[tuple[str, OutputFile]]:
    """Yield id and page of each article, notice or other piece of ``issue`` that is among ``ids``, in its order.

    ``sources`` holds the lines of the issue's source files. A page is made from the article itself, the source
    lines that it names, the settings and layouts, and of other things it shows:

    - its issue: the record, and how many articles and notices it has;
    - its page (版): every piece on it as it stands in lists (the built-in templates show label and name alone);
    - the pieces of its kind before and after it in the issue, which may be on other pages;
    - for each of its terms the one name, and the address of its page or of a search;
    - its related articles, and the other halves of a story that jumps, as they stand in lists.

    Raises BackfileError when a template fails.
    """
    summary = renderer.lookup.summary(issue.record.id)
    summaries = {each.id: each for each in summary.articles}
    places = standings(summary, ids, renderer.lookup)
    view = renderer.lookup.issue(issue.record.id)
    for article in issue.articles:
        if article.id in ids:
            known, standing = summaries[article.id], places[article.id]
            if article.status == WITHDRAWN:
                yield article.id, _withdrawn_page(article, view, standing.page, renderer)
            else:
                yield article.id, _article_page(article, known, view, standing, sources, renderer)


def _article_page(
    article: Article,
    summary: ArticleSummary,
    issue: IssueView,
    standing: Standing,
    sources: Sources,
    renderer: Renderer,
) -> OutputFile:
    reference = reference_of(summary, renderer)
    return renderer.page(
        links.article_path(article.id),
        "article.html" if article.kind in CITED else "piece.html",
        _head(article, summary, issue, renderer),
        article=view_article(
            article,
            summary,
            renderer,
            files=sources,
            place=standing.place,
            reference=reference,
            citations=write_entries(reference) if reference else (),
        ),
        issue=issue,
        page=standing.page,
        previous=standing.before,
        next=standing.after,
    )


def _head(article: Article, summary: ArticleSummary, issue: IssueView, renderer: Renderer) -> HeadView:
    """Return the head of an article, notice or other piece; nothing of what search engines are to leave out."""
    lookup = renderer.lookup
    permalink = renderer.absolute(links.article_path(article.id))
    named = close_turns(full_title(article)) or renderer.words("untitled")
    title = f"{named} {issue.publication.name} {issue.date}"
    if not lookup.is_indexed(summary):
        return HeadView(title, canonical=permalink, robots=NOT_INDEXED)
    rights = rights_of(article, renderer)
    markdown = links.to_url(links.markdown_path(article.id))
    report = article.kind == "article"
    meta = metadata.meta_tags(article, issue, summary.terms, permalink, rights)
    if report:
        meta += metadata.open_graph(article, issue, summary.terms)
    return HeadView(
        title=title,
        description=summary.opening,
        canonical=permalink,
        kind="article" if report else "website",
        meta=meta,
        json_ld=metadata.json_ld(article, issue, summary.terms, permalink, rights) if report else "",
        alternates=(AlternateView("text/markdown", markdown, "Markdown"),)
        if lookup.is_indexed(summary)
        else (),
    )


def _withdrawn_page(article: Article, issue: IssueView, page: PageView, renderer: Renderer) -> OutputFile:
    """Return the page that says an article was withdrawn: its place in the paper, and nothing of its text."""
    path = links.article_path(article.id)
    head = HeadView(title=renderer.words("withdrawn_title"), robots="noindex")
    return renderer.page(path, "withdrawn.html", head, article_id=article.id, issue=issue, page=page)
