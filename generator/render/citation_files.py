"""The citations of an issue: the entries of each piece, and the files that hold those of a page (版)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.model import WITHDRAWN, ArticleSummary, IssueSummary
from generator.render import links
from generator.render.citations import FORMATS, Reference, refer
from generator.render.output_file import OutputFile
from generator.render.renderer import Renderer

CITED = ("article", "notice")
"""The kinds of pieces that have a citation."""


def reference_of(article: ArticleSummary, renderer: Renderer) -> Reference | None:
    """Return the reference of ``article``; None for what is not cited."""
    if article.kind not in CITED or article.status == WITHDRAWN:
        return None
    issue = renderer.lookup.issue(article.issue_id)
    return refer(article, issue, article.terms, renderer.absolute(links.article_path(article.id)))


@lru_cache(maxsize=1024)  # an article's are on its page and in the files of its page (版)
def write_entries(reference: Reference) -> tuple[str, ...]:
    """Return the entry of ``reference`` in each of FORMATS."""
    return tuple(form.write(reference) for form in FORMATS)


def render_citations(summary: IssueSummary, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the citations of each page of an issue, a file for each form.

    A file for each article would make most of the files of a large site, to say what its page says already.
    """
    by_label: dict[str, list[tuple[str, ...]]] = {}
    for article in summary.articles:
        if reference := reference_of(article, renderer):
            by_label.setdefault(article.page_label, []).append(write_entries(reference))
    for label, group in by_label.items():
        for form, entries in zip(FORMATS, zip(*group, strict=True), strict=True):
            path = links.citations_path(summary.record.id, label, form.suffix)
            yield OutputFile(path, form.collect(entries).encode("utf-8", "replace"))
