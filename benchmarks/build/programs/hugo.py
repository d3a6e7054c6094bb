"""Articles as Hugo takes them: sections for publications, issues and newspaper pages, taxonomies for terms."""

from __future__ import annotations

from pathlib import Path

from benchmarks.build.articles import NAMES, Corpus
from benchmarks.build.programs.writing import numbered, put, quoted, quoted_list, terms_shown


def write(corpus: Corpus, count: int, folder: Path) -> None:
    """Write ``count`` articles of ``corpus`` under ``folder``."""
    pages, content = corpus.terms_with_pages(count), folder / "content"
    for slug, name in NAMES.items():
        put(content / slug / "_index.md", f"---\ntitle: {name}\n---\n")
    for issue in corpus.issues(count):
        first = issue[0]
        date = f"date: {first.date}\n"
        put(
            content / first.publication / str(first.date) / "_index.md",
            f"---\ntitle: '{first.date}'\n{date}layout: issue\n---\n",
        )
        for name, article in numbered(issue):
            section = content / article.place / "_index.md"
            if not section.exists():
                put(section, f"---\ntitle: '{article.page}'\n{date}---\n")
            terms = "".join(
                f"{kind}: {quoted_list(names)}\n" for kind, names in terms_shown(article, pages).items()
            )
            head = f"title: {quoted(article.title)}\n{date}{terms}"
            put(content / f"{name}.md", f"---\n{head}---\n\n{article.markdown}\n")
