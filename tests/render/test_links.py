"""Every link of a site leads somewhere, is relative, and names its file."""

from __future__ import annotations

import datetime as dt
import posixpath
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest

from generator.model import Article, Terms
from generator.render import links
from tests.render.archives import MAIN, build, issue_of, short_issue
from tests.render.reading import Page


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    odd = Article(
        id="wanbao/2020-01-01-xiawu/pA03/01",
        kind="article",
        title="百分之百",
        body="[上一期](../../2019-05-03/index.html)",
        terms=Terms(topics=("100%公平?", "C#", "5.5G", "甲：乙")),
    )
    return build(
        MAIN,
        short_issue(dt.date(2019, 5, 3)),
        short_issue(dt.date(2019, 5, 3), publication="wanbao"),
        issue_of(dt.date(2020, 1, 1), odd, publication="wanbao", edition="xiawu"),
    )


def test_every_link_leads_to_a_file_or_a_place_on_the_page(site: dict[str, bytes]) -> None:
    pages = {path: Page(data) for path, data in site.items() if path.endswith(".html") and path != "404.html"}
    ids = {
        path: {e.attributes["id"] for e in page.elements if "id" in e.attributes}
        for path, page in pages.items()
    }
    checked = 0
    for path, page in pages.items():
        for link in page.links():
            if link.startswith("http://purl.org/"):  # names the vocabulary of meta tags, is never loaded
                continue
            parts = urlsplit(link)
            assert not parts.scheme, f"{path}: {link}"
            assert not parts.netloc, f"{path}: {link}"
            assert not parts.path.startswith("/"), f"{path}: {link}"
            assert link.isascii(), f"{path}: {link}"
            target = path
            if parts.path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
                assert target in site, f"{path}: {link}"
            if parts.fragment:
                assert parts.fragment in ids[target], f"{path}: {link}"
            checked += 1
    assert checked > len(pages) * 10


def test_ids_are_used_once_on_a_page(site: dict[str, bytes]) -> None:
    for path, data in site.items():
        if path.endswith(".html"):
            ids = [each.attributes["id"] for each in Page(data).elements if "id" in each.attributes]
            assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("topics/东数.html", "topics/%E4%B8%9C%E6%95%B0.html"),
        ("topics/100%?#.html", "topics/100%25%3F%23.html"),
        ("topics/a:b c.html", "topics/a%3Ab%20c.html"),
    ],
)
def test_paths_are_percent_encoded(path: str, url: str) -> None:
    assert links.to_url(path) == url


@pytest.mark.parametrize(("path", "root"), [("index.html", ""), ("a/b/p01/01.html", "../../../")])
def test_the_way_to_the_root(path: str, root: str) -> None:
    assert links.root_of(path) == root


def test_a_page_asks_nothing_of_other_hosts_and_holds_no_inline_code(site: dict[str, bytes]) -> None:
    for path, data in site.items():
        if not path.endswith(".html"):
            continue
        page = Page(data)
        assert page.all("style") == [], path
        for element in page.elements:
            assert "style" not in element.attributes, path
            assert not [name for name in element.attributes if name.startswith("on")], path
        for script in page.all("script"):
            assert "src" in script.attributes or script.attributes["type"] == "application/ld+json", path


def test_headings_are_in_order_and_pages_have_their_landmarks(site: dict[str, bytes]) -> None:
    for path, data in site.items():
        if not path.endswith(".html"):
            continue
        page = Page(data)
        levels = [int(each.tag[1]) for each in page.elements if each.tag in ("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        for before, after in pairwise(levels):
            assert after <= before + 1, path
        assert len(page.all("main")) == 1, path
        assert page.all("a")[0].attributes["href"] == "#content", path
        assert page.all("html")[0].attributes["lang"] == "zh-Hans", path
        assert page.texts("title")[0].endswith("海滨旧报"), path
