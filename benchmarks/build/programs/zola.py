"""Articles as Zola takes them: sections for publications, issues and newspaper pages, taxonomies for terms."""

from __future__ import annotations

from pathlib import Path

from benchmarks.build.articles import NAMES, Corpus
from benchmarks.build.programs.writing import numbered, put, quoted, quoted_list, terms_shown


def write(corpus: Corpus, count: int, folder: Path) -> None:
    """Write ``count`` articles of ``corpus`` under ``folder``."""
    pages, content = corpus.terms_with_pages(count), folder / "content"
    put(content / "_index.md", '+++\ntitle = ""\n+++\n')
    for slug, name in NAMES.items():
        put(content / slug / "_index.md", f"+++\ntitle = {quoted(name)}\n+++\n")
    for issue in corpus.issues(count):
        first = issue[0]
        under = f"{first.publication}/{first.date}"
        put(content / under / "_index.md", f'+++\ntitle = "{first.date}"\ntemplate = "issue.html"\n+++\n')
        for name, article in numbered(issue):
            section = content / article.place / "_index.md"
            if not section.exists():
                put(section, f'+++\ntitle = "{article.page}"\n+++\n')
            terms = "".join(
                f"{kind} = {quoted_list(names)}\n"
                for kind, names in terms_shown(article, pages).items()
                if names
            )
            way = (
                f'publication = "{NAMES[article.publication]}"\npublication_url = "/{article.publication}/"\n'
                f'issue_url = "/{under}/"\ndate = "{article.date}"\npage_url = "/{article.place}/"\n'
                f'label = "{article.page}"\n'
            )
            head = (
                f"title = {quoted(article.title)}\ndate = {article.date}\n[taxonomies]\n{terms}[extra]\n{way}"
            )
            put(content / f"{name}.md", f"+++\n{head}+++\n\n{article.markdown}\n")
