"""What is found, and offered, where no article holds the query as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from generator.search import SearchEntry
from tests.search.searching import Ask, article, asking, make_site, opened, urls

pytestmark = pytest.mark.browser

ARTICLES = [
    article("power", "各地建设算力，数据越来越多。", title="算力成为新基建"),
    article("network", "算力网络把各地的数据中心连在一起。"),
    article("dinosaur", "自然博物馆新到一具恐龙骨架，孩子们看得入迷。"),
    article("robot", "机器人走进车间，也走进数据中心。", title="机器人上岗"),
    article("dinosaur-data", "科研人员用数据还原恐龙的步态。"),
    article("bank", "银行行长说，利率不变。"),
    article("bridge", "王金桥接受采访。"),
    article("institute", "哈尔滨工业大学研制出微波炉。"),
    article("huawei", "Huawei发布新机。"),
    *(article(f"plain-{i}", f"天气晴好，适合出行，第{i}日。") for i in range(5)),
]
ENTRIES = [
    SearchEntry("topic", "算力网络", "topics/算力网络.html", 1),
    SearchEntry("topic", "算力", "topics/算力.html", 2),
    SearchEntry("topic", "数据中心", "topics/数据中心.html", 2),
    SearchEntry("organisation", "哈尔滨工业大学", "organisations/哈尔滨工业大学.html", 1),
    SearchEntry("person", "王金桥", "people/王金桥-1a2b.html", 1),
]


@pytest.fixture(scope="module")
def ask(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]
) -> Iterator[Ask]:
    """Search the articles above."""
    url = serve(make_site(tmp_path_factory.mktemp("instead"), ARTICLES, ENTRIES), "/")
    page = opened(browser, url)
    yield asking(page, url)
    page.close()


@pytest.mark.parametrize(
    ("query", "parts", "found"),
    [
        ("数据恐龙", ["数据", "恐龙"], {"dinosaur-data"}),
        ("数据中心机器人", ["数据中心", "机器人"], {"robot"}),
        ("数据的恐龙", ["数据", "恐龙"], {"dinosaur-data"}),
        ("恐龙，步态", ["恐龙", "步态"], {"dinosaur-data"}),
        ('"恐龙 步态"', ["恐龙", "步态"], {"dinosaur-data"}),
        ("数据恐龙 -科研", ["数据", "恐龙"], {"dinosaur"}),
    ],
)
def test_a_query_is_split_into_the_archives_words_all_required(
    ask: Ask, query: str, parts: list[str], found: set[str]
) -> None:
    result = ask(query)
    assert result["relaxed"]
    assert [part["text"] for part in result["parts"]] == parts == result["terms"]
    if "-" not in query:
        assert set(urls(result)) == found
    else:
        assert "dinosaur-data" not in urls(result)
        assert found <= set(urls(result))


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("算力恐龙", [("算力", 2), ("恐龙", 2)]),
        ("算力机器人", [("算力", 2), ("机器人", 1)]),
        ("算力 恐龙", [("算力", 2), ("恐龙", 2)]),
        ("算力 龘龘", [("算力", 2), ("龘龘", 0)]),
        ("算力机器人恐龙银行", [("算力", 2), ("机器人", 1), ("恐龙", 2), ("银行", 1)]),
    ],
)
def test_without_an_article_that_holds_all_parts_those_with_most_come_first(
    ask: Ask, query: str, parts: list[tuple[str, int]]
) -> None:
    result = ask(query)
    assert result["relaxed"]
    assert [(part["text"], part["count"]) for part in result["parts"]] == parts
    assert result["total"] > 0


def test_articles_with_more_parts_come_first(ask: Ask) -> None:
    assert urls(ask("数据中心机器人恐龙步态"))[:2] == ["robot", "dinosaur-data"]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("算立", "算力"),  # sounds the same
        ("蒜力", "算力"),
        ("算力往络", "算力网络"),  # 往 sounds as 网 does, but for its tone
        ("数距中心", "数据中心"),
        ("恐聋", "恐龙"),
        ("银航", "银行"),  # 行 is read hang here
        ("行掌", "行长"),
        ("suanli", "算力"),  # typed without an input method
        ("suanliwangluo", "算力网络"),
        ("kong long", "恐龙"),
        ("数剧钟心", "数据中心"),
        ("机器仁", "机器人"),
        ("力算", "算力"),  # changed places
        ("机机人", "机器人"),  # a slip
        ("Huawie", "Huawei"),
        ("数据宗心", "数据中心"),  # z and zh
        ("悠波炉", "微波炉"),
    ],
)
def test_what_may_have_been_meant_is_offered_and_finds_something(ask: Ask, query: str, meant: str) -> None:
    result = ask(query)
    offered = {each["text"]: each["total"] for each in result["suggestions"]}
    assert meant in offered
    for text, total in offered.items():
        assert total == ask(text)["total"] > 0


@pytest.mark.parametrize("query", ["龘龘", "qqqqqq", "-算力"])
def test_nothing_is_offered_for_nonsense(ask: Ask, query: str) -> None:
    result = ask(query)
    assert (result["total"], result["suggestions"], result["nearest"]) == (0, [], [])


def test_what_finds_something_is_not_corrected(ask: Ask) -> None:
    result = ask("算力")
    assert (result["relaxed"], result["suggestions"], result["nearest"]) == (False, [], [])


def test_the_nearest_topics_and_names_are_offered(ask: Ask) -> None:
    nearest = ask("哈尔滨理工大学")["nearest"]
    assert nearest[0] == {
        "kind": "organisation",
        "label": "哈尔滨工业大学",
        "url": "organisations/%E5%93%88%E5%B0%94%E6%BB%A8%E5%B7%A5%E4%B8%9A%E5%A4%A7%E5%AD%A6.html",
        "count": 1,
    }
    assert {each["label"] for each in ask("数据中枢")["nearest"]} == {"数据中心"}
    assert ask("王金侨")["nearest"][0]["url"].endswith("-1a2b.html")
