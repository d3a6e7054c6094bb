"""The pages of the articles, notices and other pieces of one issue, and the files beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import WITHDRAWN, Article, ArticleSummary, Issue, IssueSummary
from generator.render import links, metadata
from generator.render.article_view import rights_of, view_article
from generator.render.citations import FORMATS, full_title, refer
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer
from generator.render.views import AlternateView, EntryView, HeadView, IssueView, PageView

Sources = Mapping[str, tuple[str, ...]]
"""The lines of an issue's source files, by the file's path inside the issue's folder."""

NOT_INDEXED = "noindex, follow"
CITED = ("article", "notice")
"""The kinds of pieces that have a citation."""


def render_articles(
    issue: Issue, summary: IssueSummary, pages: tuple[PageView, ...], sources: Sources, renderer: Renderer
) -> Iterator[OutputFile]:
    """Yield the page of each article of ``issue``, and the citations of each page (版)."""
    summaries = {each.id: each for each in summary.articles}
    page_of = {page.label: page for page in pages}
    neighbours = _neighbours([e for page in pages for e in page.articles])
    neighbours |= _neighbours([e for page in pages for e in page.notices])
    places = {entry.id: place for page in pages for place, entry in enumerate(page.articles, 1)}
    view = renderer.lookup.issue(issue.record.id)
    references = {
        each.id: refer(each, view, summaries[each.id].terms, renderer.absolute(links.article_path(each.id)))
        for each in issue.articles
        if each.kind in CITED and each.status != WITHDRAWN
    }
    citations = {
        key: tuple(form.write(reference) for form in FORMATS) for key, reference in references.items()
    }
    yield from _citation_files(issue.record.id, citations)
    for article in issue.articles:
        page = page_of[article.page_label]
        if article.status == WITHDRAWN:
            yield _withdrawn_page(article, view, page, renderer)
            continue
        before, after = neighbours.get(article.id, (None, None))
        known = summaries[article.id]
        yield renderer.page(
            links.article_path(article.id),
            "article.html" if article.kind in CITED else "piece.html",
            _head(article, known, view, renderer),
            article=view_article(
                article,
                known,
                renderer,
                files=sources,
                place=places.get(article.id, 0),
                reference=references.get(article.id),
                citations=citations.get(article.id, ()),
            ),
            issue=view,
            page=page,
            previous=before,
            next=after,
        )


def _neighbours(entries: list[EntryView]) -> dict[str, tuple[EntryView | None, EntryView | None]]:
    return {
        each.id: (before, after)
        for before, each, after in zip([None, *entries], entries, [*entries[1:], None], strict=False)
    }


def _citation_files(issue_id: str, citations: Mapping[str, tuple[str, ...]]) -> Iterator[OutputFile]:
    """Yield the citations of each page of an issue, a file for each form.

    A file for each article would make most of the files of a large site, to say what its page says already.
    """
    by_label: dict[str, list[tuple[str, ...]]] = {}
    for article_id, entries in citations.items():
        by_label.setdefault(article_id.rsplit("/", 2)[1], []).append(entries)
    for page, group in by_label.items():
        for form, entries in zip(FORMATS, zip(*group, strict=True), strict=True):
            path = links.citations_path(issue_id, page[1:], form.suffix)
            yield OutputFile(path, form.collect(entries).encode("utf-8", "replace"))


def _head(article: Article, summary: ArticleSummary, issue: IssueView, renderer: Renderer) -> HeadView:
    """Return the head of an article, notice or other piece; nothing of what search engines are to leave out."""
    lookup = renderer.lookup
    permalink = renderer.absolute(links.article_path(article.id))
    title = f"{full_title(article) or renderer.words('untitled')} {issue.publication.name} {issue.date}"
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
