"""Whatever is copied out of an article finds that article, by Python's own ``in`` and nothing cleverer."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.search import SearchDocument
from tests.search.conftest import BLANK_PAGE, LAYOUTS
from tests.search.making import make_index
from tests.search.reference import fold

pytestmark = pytest.mark.browser

TEXTS = (
    "咨询热线：88888888，5G时代来临；地址:A座3-4层。，10,000元，1.5亿元起",
    "会议提出:1.发展经济；2.改善民生；3、保护环境（见第2版）。5.5G不是55G，５．５Ｇ也是5.5G，版本是.5G还是5G？",
    "比分3-2，时间12:30/13:00，网址http://www.example.com:80/a/b.html，时速100km/h，涨幅为-5%—+7%",
    "“东数西算”工程，算、“力”，西部（8个枢纽）……AT&T与Wi-Fi、C#；ＡＢＣ，１２３。U.S.,EU.终",
    "，：；:8,9.10/11-12：1，2.3-,a.b:c/d",
    "2022年9月20日，5G基站1,234个：A座、B座。3- 4层 .5 元：6",
)
FIND = """async ([base, queries]) => {
  const { search } = await import(`${base}assets/search.js`);
  const found = [];
  for (const query of queries) {
    const { hits, relaxed } = await search(query, { facets: [] });
    found.push({ relaxed, urls: await Promise.all(hits.map(async (hit) => (await hit.load()).url)) });
  }
  return found;
}"""
Find = Callable[[list[str]], list[set[str]]]


@pytest.fixture(scope="module")
def find(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]
) -> Iterator[Find]:
    """Search the texts, each an article: for each query the addresses found without relaxing it."""
    site = tmp_path_factory.mktemp("recall")
    blank = SearchDocument("", "", "", dt.date(2020, 1, 1), "a", "A", "article")
    documents = [
        dataclasses.replace(blank, id=f"a/2020-01-01/p01/{i}", url=str(i), paragraphs=(text,))
        for i, text in enumerate(TEXTS)
    ]
    make_index(documents, site, cache=tmp_path_factory.mktemp("recall-cache"))
    shutil.copytree(LAYOUTS / "assets", site / "assets")
    (site / "page.html").write_text(BLANK_PAGE.format(lang="zh-Hans"))
    url = serve(site, "/")
    page = browser.new_page()
    page.goto(f"{url}page.html")

    def find(queries: list[str]) -> list[set[str]]:
        results: list[dict[str, Any]] = page.evaluate(FIND, [url, queries])
        return [set() if result["relaxed"] else set(result["urls"]) for result in results]

    yield find
    page.close()


def _substrings() -> list[str]:
    """Draw runs of 1 to 12 characters from the texts, but for those whose blanks make the next an exclusion."""
    every = {
        text[start : start + length]
        for text in TEXTS
        for start in range(len(text))
        for length in range(1, 13)
    }
    usable = sorted(s for s in every if s.strip() and " -" not in fold(s) and fold(s).strip()[:1] != "-")
    return random.Random(5).sample(usable, 1_500)


def test_every_substring_of_an_article_finds_it(find: Find) -> None:
    queries = _substrings()
    missed = [
        (query, str(i))
        for query, urls in zip(queries, find(queries), strict=True)
        for i, text in enumerate(TEXTS)
        if query in text and str(i) not in urls
    ]
    assert not missed


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("，5G时代来", {0}),
        ("，5G", {0, 1, 5}),
        ("：88888888", {0}),
        (":A座", {0, 5}),
        ("：A座", {0, 5}),
        ("1.发展经济；2.", {1}),
        ("，10,000元，", {0}),
        ("55G", {1}),
        (".5G", {1}),
        ("3-", {0, 2, 4, 5}),
        ("3、", {0, 1, 2, 3, 4, 5}),
        ("-5%", {2}),  # the minus of a number, and no exclusion
        ("涨幅 -5%", {2}),
        ("时代 -5G", set()),
    ],
)
def test_marks_at_the_edge_count_where_they_are_typed_as_of_a_number(
    find: Find, query: str, found: set[int]
) -> None:
    (urls,) = find([query])
    assert urls == {str(i) for i in found}
