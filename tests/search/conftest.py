"""A small site with a search index, and pages of other languages and depths to search it from."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.search.archive import DOCUMENTS, ENTRIES
from tests.search.making import make_index

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"
BLANK_PAGE = (
    '<!doctype html><html lang="{lang}"><head><title>{lang}</title>'
    '<link rel="icon" href="data:,"></head><body></body></html>'
)


@pytest.fixture(scope="session")
def search_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the made archive: its index, the assets, and an empty page to search from."""
    site = tmp_path_factory.mktemp("search-site")
    make_index(DOCUMENTS, site, cache=tmp_path_factory.mktemp("cache"), jobs=2, entries=ENTRIES)
    shutil.copytree(LAYOUTS / "assets", site / "assets")
    (site / "page.html").write_text(BLANK_PAGE.format(lang="zh-Hans"))
    (site / "deep" / "er").mkdir(parents=True)
    (site / "deep" / "er" / "page.html").write_text(BLANK_PAGE.format(lang="en"))
    return site


@pytest.fixture(scope="session")
def root_url(search_site: Path, serve: Callable[..., str]) -> str:
    """The site's address, served at the root of a server."""
    return serve(search_site, "/")


@pytest.fixture(scope="session")
def folder_url(search_site: Path, serve: Callable[..., str]) -> str:
    """The site's address, served in a folder."""
    return serve(search_site, "/some/folder/")


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in which nothing may go wrong."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    yield page
    page.close()
    assert not complaints
