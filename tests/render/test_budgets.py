"""What pages weigh: the first page of a phone, and lists of an archive of forty years and three newspapers."""

from __future__ import annotations

import gzip
import re

import pytest

from generator.render import Renderer, render_archive, render_issue
from tests.render.archives import LAYOUTS, SOURCES
from tests.render.large import EVERYWHERE, large_archive
from tests.render.reading import Page

MOST_BYTES = 100_000
"""Of the HTML of a page that lists."""
FIRST_VIEW_BYTES = 30_000
"""Sent, compressed, for a page with all that it needs to be read."""
FIRST_VIEW_REQUESTS = 8


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    """All pages that are of no issue, and those of the newest issue."""
    archive, issues = large_archive()
    renderer = Renderer([LAYOUTS], archive)
    files = {file.path: file.data for file in render_archive(renderer)}
    newest = next(each for each in issues if each.record.id == archive.issues[-1].record.id)
    return files | {file.path: file.data for file in render_issue(newest, SOURCES, renderer)}


def test_no_page_that_lists_is_heavy(site: dict[str, bytes]) -> None:
    sizes = {path: len(data) for path, data in site.items() if path.endswith(".html")}
    assert len(sizes) > 500
    assert {path: size for path, size in sizes.items() if size > MOST_BYTES} == {}


@pytest.mark.parametrize("kind", ["home", "issue", "article", "topic"])
def test_what_a_first_view_needs_is_small(site: dict[str, bytes], kind: str) -> None:
    issue = next(path for path in site if re.fullmatch(r"\w+/[\d-]+/index\.html", path))
    path = {
        "home": "index.html",
        "issue": issue,
        "article": issue.replace("index.html", "p01/01.html"),
        "topic": f"topics/{EVERYWHERE}.html",
    }[kind]
    needed = [path, *_loaded(site[path])]
    assert len(needed) <= FIRST_VIEW_REQUESTS
    assert sum(len(gzip.compress(site[each], 6)) for each in needed) <= FIRST_VIEW_BYTES


def _loaded(data: bytes) -> list[str]:
    """Return the files of the site that a browser asks for by itself: style, scripts, icon."""
    found = []
    for element in Page(data).elements:
        link = element.attributes.get("src", "") if element.tag == "script" else ""
        if element.tag == "link" and element.attributes["rel"] in ("stylesheet", "icon"):
            link = element.attributes["href"]
        if link:
            found.append(link.split("?")[0].replace("../", ""))
    return found


def test_the_home_page_lists_no_more_years_than_it_says(site: dict[str, bytes]) -> None:
    home = Page(site["index.html"])
    years = [link for link in home.links() if re.fullmatch(r"days/\d{4}\.html", link)]
    assert years == [f"days/{year}.html" for year in range(2020, 2010, -1)]
    assert "days/1980.html" in [link.replace("../", "") for link in Page(site["days/index.html"]).links()]


def test_a_topic_of_many_articles_is_divided_by_year(site: dict[str, bytes]) -> None:
    topic = Page(site[f"topics/{EVERYWHERE}.html"])
    assert len(topic.all("a", "title")) == 100
    listed = [path for path in site if path.startswith(f"topics/{EVERYWHERE}/")]
    ids = {link for path in listed for link in Page(site[path]).links() if "/p01/" in link}
    assert len(ids) == 40 * 3 * 8 * 2 + 28 * 3 * 2
    assert {f"topics/{EVERYWHERE}/2020.html", f"topics/{EVERYWHERE}/2020-2.html"} <= set(listed)


def test_a_long_index_is_divided_by_letter(site: dict[str, bytes]) -> None:
    index = Page(site["topics/index.html"])
    assert index.texts("ul", "terms")[0].split()[:2] == [EVERYWHERE, "2088"]
    assert "../topics/letters/d.html" in index.links()
    names = [
        name
        for path in site
        if path.startswith("topics/letters/")
        for name in re.findall(r"第\d+号码头(?=</a> <span)", site[path].decode())
    ]
    assert len(names) == len(set(names)) == 1044


def test_a_topic_without_a_page_leads_to_a_search(site: dict[str, bytes]) -> None:
    path, topic = next(
        (path, found[1])
        for path, data in site.items()
        if path.endswith("/p01/01.html") and (found := re.search(r">(轮渡\d+号)</a>", data.decode()))
    )
    (link,) = re.findall(rf'<a href="([^"]+)">{topic}</a>', site[path].decode())
    assert link.startswith("../../../search.html?q=")
    assert "&amp;topic=%E8%BD%AE" in link
    assert f"topics/{topic}.html" not in site
