"""Articles as Pelican takes them: issues as categories, all terms as tags; it has no further lists."""

from __future__ import annotations

from pathlib import Path

from benchmarks.build.articles import Corpus
from benchmarks.build.programs.writing import numbered, put, terms_shown


def write(corpus: Corpus, count: int, folder: Path) -> None:
    """Write ``count`` articles of ``corpus`` under ``folder``."""
    pages = corpus.terms_with_pages(count)
    for issue in corpus.issues(count):
        for name, article in numbered(issue):
            # A comma parts tags.
            tags = [
                term.replace(",", " ") for terms in terms_shown(article, pages).values() for term in terms
            ]
            head = (
                f"Title: {article.title}\nDate: {article.date}\n"
                f"Category: {article.publication}-{article.date}\nTags: {', '.join(tags)}\n"
            )
            put(folder / "content" / f"{name}.md", f"{head}\n{article.markdown}\n")
