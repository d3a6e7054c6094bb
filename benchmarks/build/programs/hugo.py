"""Articles as Hugo takes them: sections for publications, issues and newspaper pages, taxonomies for terms."""

from __future__ import annotations

from pathlib import Path

from benchmarks.build.articles import NAMES, Corpus
from benchmarks.build.programs.writing import numbered, put, quoted, quoted_list, terms_shown

NO_TERMS = ("--disableKinds", "taxonomy,term")
"""Options with which Hugo makes no pages of terms."""


def write_articles(corpus: Corpus, count: int, folder: Path) -> None:
    """Write ``count`` articles of ``corpus`` under ``folder``, all of a publication in one section."""
    for slug, name in NAMES.items():
        put(folder / "content" / slug / "_index.md", f"---\ntitle: {name}\n---\n")
    for issue in corpus.issues(count):
        for name, article in numbered(issue):
            publication, _, place = name.partition("/")
            head = f"title: {quoted(article.title)}\ndate: {article.date}\n"
            path = folder / "content" / publication / f"{place.replace('/', '-')}.md"
            put(path, f"---\n{head}---\n\n{article.markdown}\n")


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
