"""An article with its text, as its page shows it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup, escape

from generator.model import Article, ArticleSummary
from generator.render import links
from generator.render.body import render_blocks
from generator.render.citations import FORMATS, Reference, gbt7714
from generator.render.jump_view import view_jump
from generator.render.reading_views import ArticleView, CitationView, SourceView
from generator.render.renderer import Renderer
from generator.render.source_view import Origin, view_source

_OPENING_TAG = re.compile(r"<(\w+)([^>]*)>")
_TAG = re.compile(r"<[^>]*>")
_MARKED_TAGS = frozenset({"p", "h2", "h3", "h4", "h5", "h6"})


def view_article(
    article: Article,
    summary: ArticleSummary,
    renderer: Renderer,
    *,
    files: Mapping[str, tuple[str, ...]],
    place: int,
    reference: Reference | None,
    citations: tuple[str, ...],
) -> ArticleView:
    """Return the view of ``article``.

    ``files`` has the lines of each source file; ``place`` is its place among the articles of its page, 0 for none;
    ``citations`` are its entries in FORMATS, none for what is not cited.
    """
    lookup = renderer.lookup
    permalink = renderer.absolute(links.article_path(article.id))
    lede = [f"<p>{escape(paragraph)}</p>" for paragraph in article.lede]
    blocks = [*lede, *render_blocks(article.body)]
    source, origins = _source(article, blocks, files)
    label = str(escape(renderer.words("lines_of_paragraph")))
    numbered = [
        _numbered(block, number, origin, label)
        for number, (block, origin) in enumerate(zip(blocks, origins, strict=True), 1)
    ]
    return ArticleView(
        id=article.id,
        kind=article.kind,
        title=article.title or renderer.words("untitled"),
        headline=lookup.entry(summary).headline,
        title_supplied=article.title_supplied,
        kicker=article.kicker,
        subtitle=article.subtitle,
        lede=Markup("\n".join(numbered[: len(lede)])),  # noqa: S704 - escaped above
        body=Markup("\n".join(numbered[len(lede) :])),  # noqa: S704 - render_blocks gives harmless HTML only
        section=article.section,
        authors=article.authors,
        attribution=article.attribution,
        continues_on=view_jump(article.continues_on, lookup),
        continued_from=view_jump(article.continued_from, lookup),
        term_groups=lookup.term_groups(summary.terms),
        source=source,
        related=lookup.related(article.id),
        citation=gbt7714(reference, renderer.words("accessed")) if reference else "",
        citations=_citations(reference, citations) if reference else (),
        permalink=permalink or article.id,
        report_url=_report_url(article, permalink, renderer),
        markdown_url=links.to_url(links.markdown_path(article.id)) if lookup.is_indexed(summary) else "",
        web_url=article.url if article.url.lower().startswith(("http://", "https://")) else "",
        rights=rights_of(article, renderer),
        modified=article.modified.isoformat() if article.modified else "",
        modified_text=lookup.date_text(article.modified) if article.modified else "",
        place=place,
    )


def rights_of(article: Article, renderer: Renderer) -> str:
    """Return the statement on the rights in ``article``: its own, its newspaper's, or the archive's."""
    return article.rights or renderer.lookup.issue(article.issue_id).publication.rights


def _source(
    article: Article, blocks: Sequence[str], files: Mapping[str, tuple[str, ...]]
) -> tuple[SourceView | None, tuple[Origin | None, ...]]:
    """Return where ``article`` and each of its ``blocks`` comes from."""
    if not article.source:
        return None, (None,) * len(blocks)
    heads = [text for text in (article.kicker, article.title, article.subtitle) if text]
    texts = list(map(_text_of, blocks))
    parts = [*heads, *texts, article.attribution]
    paragraphs = range(len(heads), len(heads) + len(texts))
    return view_source(article.source, files, parts, paragraphs)


def _text_of(block: str) -> str:
    """Return the text of the HTML ``block``; most hold no element and no entity."""
    text = block[block.find(">") + 1 : block.rfind("</")]
    if "<" in text:
        text = _TAG.sub("", text)
    return html.unescape(text) if "&" in text else text


def _numbered(block: str, number: int, origin: Origin | None, label: str) -> str:
    """Return the HTML ``block`` with an id, and a link with ``label`` to its source lines where they are known."""
    tag = _OPENING_TAG.match(block)
    if not tag:
        return block
    mark = ""
    if origin and tag[1] in _MARKED_TAGS:
        named = label.replace("{lines}", origin.lines)
        # The numbers are shown by the style sheet, so that they are no part of the text.
        mark = (
            f'<a class="trace" href="#{origin.anchor}" data-lines="{origin.lines}" aria-label="{named}"></a>'
        )
    return f'<{tag[1]} id="p{number}"{tag[2]}>{mark}{block[tag.end() :]}'


def _citations(reference: Reference, entries: tuple[str, ...]) -> tuple[CitationView, ...]:
    page = reference.id.rsplit("/", 1)[0]
    return tuple(
        CitationView(
            name=form.name,
            text=form.collect([entry]).replace("\r\n", "\n"),
            media_type=form.media_type,
            file_name=f"{reference.key}.{form.suffix}",
            url=f"{page}/{links.CITATIONS}.{form.suffix}",
        )
        for form, entry in zip(FORMATS, entries, strict=True)
    )


def _report_url(article: Article, permalink: str, renderer: Renderer) -> str:
    """Return where a reader corrects ``article``: in the archive's repository, or by a mail that names it."""
    settings = renderer.lookup.archive.settings
    if settings.corrections:
        values = {"id": article.id, "title": article.title, "url": permalink}
        path = links.to_url(links.markdown_path(article.id))
        return settings.corrections.format(
            path=path, **{name: quote(v, safe="") for name, v in values.items()}
        )
    if settings.contact.lower().startswith("mailto:"):
        joint = "&" if "?" in settings.contact else "?"
        return (
            f"{settings.contact}{joint}subject={quote(f'{article.title} {permalink or article.id}', safe='')}"
        )
    return settings.contact
