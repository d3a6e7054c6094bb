"""An article with its text, as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator.model import Article, ArticleSummary, LineRanges, SourceRef
from generator.render.body import render_body
from generator.render.jump_view import view_jump
from generator.render.links import article_path
from generator.render.metadata import citation
from generator.render.renderer import Renderer
from generator.render.views import ArticleView, SourceLineView, SourceView

Sources = Mapping[str, tuple[str, ...]]
"""The lines of an issue's source files, by the file's path inside the issue's folder."""


def view_article(
    article: Article, summary: ArticleSummary, place: int, sources: Sources, renderer: Renderer
) -> ArticleView:
    """Return the view of ``article``; ``place`` is its place among the articles of its page, 0 for none."""
    issue = renderer.lookup.issue(article.issue_id)
    permalink = renderer.absolute(article_path(article.id))
    return ArticleView(
        id=article.id,
        kind=article.kind,
        title=article.title or renderer.words("untitled"),
        title_supplied=article.title_supplied,
        kicker=article.kicker,
        subtitle=article.subtitle,
        lede=article.lede,
        body=Markup(render_body(article.body)),  # noqa: S704 - render_body gives harmless HTML only
        section=article.section,
        authors=article.authors,
        attribution=article.attribution,
        continues_on=view_jump(article.continues_on, renderer.lookup),
        continued_from=view_jump(article.continued_from, renderer.lookup),
        term_groups=renderer.lookup.term_groups(summary.terms),
        source=_source_view(article.source, sources) if article.source else None,
        citation=citation(article, issue, permalink, renderer.words("accessed")),
        permalink=permalink or article.id,
        web_url=article.url if article.url.lower().startswith(("http://", "https://")) else "",
        rights=article.rights or renderer.lookup.site.rights,
        modified=article.modified.isoformat() if article.modified else "",
        modified_text=renderer.lookup.date_text(article.modified) if article.modified else "",
        place=place,
    )


def _source_view(source: SourceRef, sources: Sources) -> SourceView:
    lines = sources.get(source.file, ())
    return SourceView(
        file=source.file,
        ranges=_ranges_text(source.lines),
        confidence=f"{source.confidence:.0%}",
        runs=tuple(filter(None, (_full_lines(lines, first, last) for first, last in source.lines))),
    )


def _full_lines(lines: tuple[str, ...], first: int, last: int) -> tuple[SourceLineView, ...]:
    """Return the lines from ``first`` to ``last`` that are not blank; the numbers show where blank ones stood."""
    numbers = range(max(first, 1), min(last, len(lines)) + 1)
    return tuple(SourceLineView(n, lines[n - 1]) for n in numbers if lines[n - 1].strip())


def _ranges_text(ranges: LineRanges) -> str:
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)
