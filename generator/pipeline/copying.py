"""The Markdown of articles, as content/ has it, beside their pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.content.listing import article_path
from generator.model import Issue
from generator.render import OutputFile, Renderer
from generator.render.links import markdown_path


def copy_markdown(folder: Path, issue: Issue, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the files of those articles of ``issue``, in ``folder``, that search engines may list.

    A notice's page asks them not to; a text file could not. What was withdrawn is left out.
    """
    for article in renderer.lookup.summaries[issue.record.id].articles:
        if renderer.lookup.is_indexed(article):
            yield OutputFile(markdown_path(article.id), article_path(folder, article.id).read_bytes())
