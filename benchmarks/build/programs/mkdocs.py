"""Articles as MkDocs takes them: it makes no lists, so that these are written as pages of links."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from benchmarks.build.articles import NAMES, Corpus
from benchmarks.build.programs.writing import numbered, put, quoted, terms_shown


def write(corpus: Corpus, count: int, folder: Path) -> None:
    """Write ``count`` articles of ``corpus`` under ``folder``, and all lists of them."""
    pages, docs = corpus.terms_with_pages(count), folder / "docs"
    of_term: dict[tuple[str, str], list[str]] = {}
    issues: dict[str, list[str]] = {}
    files = {
        (kind, name): f"{kind}/{number:05}"
        for kind, names in pages.items()
        for number, name in enumerate(sorted(names), 1)
    }
    for issue in corpus.issues(count):
        of_page: dict[str, list[str]] = {}
        first = issue[0]
        under = f"{first.publication}/{first.date}"
        issues.setdefault(first.publication, []).append(_link(str(first.date), f"{first.date}/index.md"))
        for name, article in numbered(issue):
            of_page.setdefault(article.place, []).append(
                _link(article.title, f"{name.rpartition('/')[2]}.md")
            )
            terms = [(kind, term) for kind, names in terms_shown(article, pages).items() for term in names]
            for term in terms:
                of_term.setdefault(term, []).append(f"{_link(article.title, f'../{name}.md')} {article.date}")
            way = [
                _link(NAMES[article.publication], "../../index.md"),
                _link(str(article.date), "../index.md"),
                _link(article.page, "index.md"),
            ]
            links = [_link(term, f"../../../{files[kind, term]}.md") for kind, term in terms]
            head = f"title: {quoted(article.title)}\ndate: {article.date}\n"
            put(
                docs / f"{name}.md",
                f"---\n{head}---\n\n# {article.title}\n\n{' '.join(way)}\n\n{article.markdown}\n\n{_listed(links)}",
            )
        sections = [
            _link(place.rpartition("/")[2], f"{place.rpartition('/')[2]}/index.md") for place in of_page
        ]
        put(docs / under / "index.md", f"# {first.date}\n\n{_listed(sections)}")
        for place, links in of_page.items():
            put(docs / place / "index.md", f"# {place}\n\n{_listed(links)}")
    for publication, links in issues.items():
        put(docs / publication / "index.md", f"# {NAMES[publication]}\n\n{_listed(links)}")
    for (kind, name), links in of_term.items():
        put(docs / f"{files[kind, name]}.md", f"# {name}\n\n{_listed(links)}")
    for kind, names in pages.items():
        links = [_link(name, f"{files[kind, name].rpartition('/')[2]}.md") for name in sorted(names)]
        put(docs / kind / "index.md", f"# {kind}\n\n{_listed(links)}")
    put(docs / "index.md", _listed(_link(name, f"{slug}/index.md") for slug, name in NAMES.items()))


def _link(text: str, target: str) -> str:
    escaped = text.replace("[", "\\[").replace("]", "\\]")
    return f"[{escaped}]({target})"


def _listed(links: Iterable[str]) -> str:
    return "".join(f"- {link}\n" for link in links)
