"""A site that changes, or breaks, while it is searched."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Error, Route, expect

from tests.search.making import make_index
from tests.search.searching import SEARCH, SHORT, make_site, opened

pytestmark = pytest.mark.browser


OLD = dataclasses.replace(SHORT, title="旧题算力")
NEW = dataclasses.replace(SHORT, title="新题算力")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one document, of an hour ago: a server tells versions of a file by the second."""
    site = make_site(tmp_path_factory.mktemp("built"), [OLD])
    for path in site.rglob("*"):
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 3600))
    return site


@pytest.fixture(scope="module")
def built_anew(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, built again after its document was changed."""
    site = tmp_path_factory.mktemp("anew") / "site"
    shutil.copytree(built, site)
    make_index([NEW], site, cache=site / "cache")
    return site


@pytest.fixture
def changing(built: Path, tmp_path: Path) -> Path:
    """A site of one document, to be built again while a page of it is open."""
    return shutil.copytree(built, tmp_path / "site")


def build_anew(changing: Path, built_anew: Path) -> None:
    """Put the index of the new site in the place of the old."""
    shutil.rmtree(changing / "pagefind")
    shutil.copytree(built_anew / "pagefind", changing / "pagefind")


def test_a_site_built_anew_is_searched_anew(
    browser: Browser, changing: Path, serve: Callable[..., str]
) -> None:
    url = serve(changing, "/")
    page = opened(browser, url)
    assert page.evaluate(SEARCH, [url, "算力", {}])["hits"][0]["title"] == "旧题算力"
    make_index([dataclasses.replace(SHORT, title="新题网络")], changing, cache=changing / "cache")
    assert page.evaluate(SEARCH, [url, "算力", {}])["total"] == 0
    assert page.evaluate(SEARCH, [url, "网络", {}])["hits"][0]["title"] == "新题网络"
    page.close()


HITS_KEPT = """async (base) => {
  const { search } = await import(`${base}assets/search.js`);
  window.kept = (await search("算力")).hits;
  return window.kept.length;
}"""
LOAD_KEPT = "() => Promise.all(window.kept.map((hit) => hit.load()))"


def test_a_hit_kept_while_the_site_is_built_anew_is_never_another_article(
    browser: Browser, changing: Path, built_anew: Path, serve: Callable[..., str]
) -> None:
    url = serve(changing, "/")
    page = opened(browser, url)
    assert page.evaluate(HITS_KEPT, url) == 1
    build_anew(changing, built_anew)
    with pytest.raises(Error, match="not there"):
        page.evaluate(LOAD_KEPT)
    page.close()


def test_the_page_searches_again_when_the_site_is_built_anew_before_its_hits_are_shown(
    browser: Browser, changing: Path, built_anew: Path, seed_site: Path, serve: Callable[..., str]
) -> None:
    shutil.copy(seed_site / "search.html", changing)
    page = browser.new_page()

    def replace(route: Route) -> None:
        build_anew(changing, built_anew)
        route.continue_()

    page.route("**/text/*", replace, times=1)
    page.goto(f"{serve(changing, '/')}search.html?q={quote('算力')}")
    expect(page.locator("#search-hits a.title")).to_have_text(["新题算力"], timeout=60_000)
    page.close()


HOLD = """async (base) => {
  const { search } = await import(`${base}assets/search.js`);
  window.held = (await search("算力")).hits;
}"""


def test_a_hit_from_before_the_site_was_built_anew_is_never_another_article(
    browser: Browser, changing: Path, serve: Callable[..., str]
) -> None:
    url = serve(changing, "/")
    page = opened(browser, url)
    page.evaluate(HOLD, url)
    first = dataclasses.replace(SHORT, id="a/2020-01-01/p01/00", url="first.html", title="新题算力")
    make_index([first, SHORT], changing, cache=changing / "cache")
    with pytest.raises(Error, match="search again"):
        page.evaluate("held[0].load()")
    assert page.evaluate(SEARCH, [url, "算力", {}])["hits"][0]["url"] == "first.html"
    page.close()


def test_a_file_that_is_gone_is_a_failure_and_not_an_absence(
    browser: Browser, changing: Path, serve: Callable[..., str]
) -> None:
    url = serve(changing, "/")
    for path in changing.glob("pagefind/*/index/*"):
        path.unlink()
    page = opened(browser, url)
    with pytest.raises(Error, match="not there"):
        page.evaluate(SEARCH, [url, "算力", {}])
    page.close()


def test_an_exclusion_that_stands_nowhere_is_not_relaxed_into_what_it_excludes(
    browser: Browser, changing: Path, serve: Callable[..., str]
) -> None:
    url = serve(changing, "/")
    page = opened(browser, url)
    result = page.evaluate(SEARCH, [url, "-算力", {}])
    assert (result["total"], result["relaxed"]) == (0, False)
    page.close()


LOAD_TWICE = """async (base) => {
  const { search } = await import(`${base}assets/search.js`);
  const { hits } = await search("算力");
  const failed = await hits[0].load().then(() => false, () => true);
  return [failed, (await hits[0].load()).title];
}"""


def test_a_text_that_failed_is_loaded_again_when_asked_for_again(
    browser: Browser, changing: Path, serve: Callable[..., str]
) -> None:
    url = serve(changing, "/")
    page = opened(browser, url)
    page.route("**/text/*", lambda route: route.abort(), times=2)  # a network that fails is asked once more
    assert page.evaluate(LOAD_TWICE, url) == [True, "旧题算力"]
    page.close()


def test_a_finished_search_stands_when_the_manifest_cannot_be_loaded_again(
    browser: Browser, changing: Path, serve: Callable[..., str]
) -> None:
    url = serve(changing, "/")
    page = opened(browser, url)
    assert page.evaluate(SEARCH, [url, "算力", {}])["total"] == 1
    page.route("**/manifest.json", lambda route: route.abort())
    assert page.evaluate(SEARCH, [url, "旧题", {}])["total"] == 1
    page.close()


def test_an_index_of_another_format_is_a_failure_that_says_to_load_again(
    browser: Browser, changing: Path, serve: Callable[..., str]
) -> None:
    manifest = changing / "pagefind" / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"format": 0}))
    url = serve(changing, "/")
    page = opened(browser, url)
    with pytest.raises(Error, match="load the page again"):
        page.evaluate(SEARCH, [url, "算力", {}])
    page.close()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "a page in its place": lambda _: b"<!doctype html><title>Welcome</title>",
    "half": lambda content: content[: len(content) // 2],
    "without its end": lambda content: content[:-1],
    "empty": lambda _: b"",
    "zeros": lambda content: bytes(len(content)),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("pattern", ["*/index/*", "*/rows.pack"])
def test_a_damaged_file_is_a_failure_and_not_an_absence(
    browser: Browser, changing: Path, serve: Callable[..., str], pattern: str, damage: str
) -> None:
    for path in changing.glob(f"pagefind/{pattern}"):
        path.write_bytes(DAMAGE[damage](path.read_bytes()))
    url = serve(changing, "/")
    page = opened(browser, url)
    with pytest.raises(Error):
        page.evaluate(SEARCH, [url, "算力", {}])
    page.close()
