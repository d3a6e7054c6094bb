"""How the tests search: the module, run in a page."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from generator.search import SearchDocument, SearchEntry
from tests.search.archive import DOCUMENTS
from tests.search.conftest import BLANK_PAGE, LAYOUTS
from tests.search.making import make_index
from tests.search.reference import Term, matches

SEARCH = """async ([base, query, options]) => {
  const { search } = await import(`${base}assets/search.js`);
  const { hits, ...rest } = await search(query, options);
  return { ...rest, hits: await Promise.all(hits.map((hit) => hit.load())) };
}"""
Ask = Callable[..., dict[str, Any]]
SHORT = SearchDocument(
    id="a/2020-01-01/p01/01",
    url="a.html",
    title="",
    date=dt.date(2020, 1, 1),
    publication="a",
    publication_name="A",
    kind="article",
)


def article(name: str, *paragraphs: str, **fields: Any) -> SearchDocument:
    """An article known by ``name``, its address."""
    return dataclasses.replace(
        SHORT, id=f"a/2020-01-01/p01/{name}", url=name, paragraphs=paragraphs, **fields
    )


def make_site(folder: Path, documents: Iterable[SearchDocument], entries: Iterable[SearchEntry] = ()) -> Path:
    """Make a site of ``documents`` in ``folder``: its index, the assets, and an empty page to search from."""
    make_index(documents, folder, cache=folder / "cache", entries=entries)
    shutil.copytree(LAYOUTS / "assets", folder / "assets")
    (folder / "page.html").write_text(BLANK_PAGE.format(lang="zh-Hans"))
    return folder


def opened(browser: Browser, url: str) -> Page:
    """A page of the site at ``url``."""
    page = browser.new_page()
    page.goto(f"{url}page.html")
    return page


def asking(page: Page, url: str) -> Ask:
    """A function of a query and options that searches from ``page``."""
    return lambda query, **options: page.evaluate(SEARCH, [url, query, options])


def expected(query: str, keep: Callable[[SearchDocument], bool] = lambda _: True) -> set[str]:
    """The URLs of the documents of the made archive that hold a plain query and are to be kept."""
    return {d.url for d in DOCUMENTS if matches(d, (Term(query),)) and keep(d)}


def urls(result: dict[str, Any]) -> list[str]:
    """The URLs of the hits, in their order."""
    return [hit["url"] for hit in result["hits"]]
