"""The search module's options, counts, and what it makes of odd queries."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Route

from generator.search import SearchDocument
from tests.search.archive import DOCUMENTS
from tests.search.reference import Term, matches
from tests.search.searching import Ask, asking, expected, opened, urls

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def ask(browser: Browser, root_url: str) -> Iterator[Ask]:
    """Search the made archive: a function of a query and options."""
    page = opened(browser, root_url)
    yield asking(page, root_url)
    page.close()


FILTERS: dict[str, tuple[dict[str, Any], Callable[[SearchDocument], bool]]] = {
    "from": ({"from": "2021-09-15"}, lambda d: d.date >= dt.date(2021, 9, 15)),
    "to": ({"to": "2020-12-31"}, lambda d: d.date <= dt.date(2020, 12, 31)),
    "one day": ({"from": "2021-02-03", "to": "2021-02-03"}, lambda d: d.date == dt.date(2021, 2, 3)),
    "publication": ({"publication": "evening"}, lambda d: d.publication == "evening"),
    "publication by name": ({"publication": "晚报"}, lambda d: d.publication == "evening"),
    "kind": ({"kind": ["notice", "article"]}, lambda d: d.kind in {"notice", "article"}),
    "section": ({"section": "要闻"}, lambda d: d.section == "要闻"),
    "topic": ({"topic": "算力"}, lambda d: "算力" in d.topics),
    "person": ({"person": ["张三", "李四"]}, lambda d: bool({"张三", "李四"} & set(d.people))),
    "organisation": ({"organisation": "信通院"}, lambda d: "信通院" in d.organisations),
    "place": ({"place": "上海", "kind": "article"}, lambda d: "上海" in d.places and d.kind == "article"),
    "attribution": ({"attribution": "据新华社"}, lambda d: d.attribution == "据新华社"),
}


@pytest.mark.parametrize("name", FILTERS)
def test_filters(ask: Ask, name: str) -> None:
    options, keep = FILTERS[name]
    result = ask("中国", **options)
    assert set(urls(result)) == expected("中国", keep)
    assert result["total"] == len(urls(result)) > 0


def test_facets_and_histogram_count_the_hits(ask: Ask) -> None:
    result = ask("中国")
    found = [d for d in DOCUMENTS if d.url in expected("中国")]
    for name, values in {
        "topic": Counter(t for d in found for t in d.topics),
        "publication": Counter(d.publication for d in found),
        "kind": Counter(d.kind for d in found),
        "section": Counter(d.section for d in found if d.section),
        "attribution": Counter(d.attribution for d in found if d.attribution),
    }.items():
        assert {each["value"]: each["count"] for each in result["facets"][name]} == dict(values)
    months = Counter(f"{d.date:%Y-%m}" for d in found)
    assert {bar["key"]: bar["count"] for bar in result["histogram"] if bar["count"]} == dict(months)


def test_sorted_by_date(ask: Ask) -> None:
    newest = [hit["date"] for hit in ask("中国", sort="newest")["hits"]]
    assert newest == sorted(newest, reverse=True)
    oldest = [hit["date"] for hit in ask("中国", sort="oldest")["hits"]]
    assert oldest == sorted(oldest)


@pytest.mark.parametrize("query", ["", "   ", "\u200b"])
def test_nothing_asked_is_nothing_found(ask: Ask, query: str) -> None:
    result = ask(query)
    assert result["total"] == 0
    assert not result["relaxed"]


def test_exclusions_alone_never_find_what_they_exclude(ask: Ask) -> None:
    result = ask("-算力")
    assert not result["relaxed"]
    assert set(urls(result)) == {d.url for d in DOCUMENTS if matches(d, (Term("-算力", literal=True),))}


@pytest.mark.parametrize("query", ["，", "……", "——", "“", "、", '"', '""', "-"])
def test_punctuation_alone_is_taken_literally(ask: Ask, query: str) -> None:
    assert set(urls(ask(query))) == {d.url for d in DOCUMENTS if matches(d, (Term(query, literal=True),))}


@pytest.mark.parametrize(
    ("options", "kind", "named"),
    [
        ({"form": "2022-01-01"}, "TypeError", "form"),
        ({"from": "2022-13-01"}, "RangeError", "from"),
        ({"to": "2022-02-30"}, "RangeError", "to"),
        ({"to": "yesterday"}, "RangeError", "to"),
        ({"from": 2022}, "TypeError", "from"),
        ({"sort": "best"}, "RangeError", "sort"),
        ({"facets": "topic"}, "TypeError", "facets"),
        ({"facets": ["author"]}, "RangeError", "facets"),
        ({"topic": [1]}, "TypeError", "topic"),
        ({"onUpdate": "now"}, "TypeError", "onUpdate"),
        ({"signal": True}, "TypeError", "signal"),
    ],
)
def test_an_option_that_cannot_be_is_refused_by_its_name(
    ask: Ask, options: dict[str, Any], kind: str, named: str
) -> None:
    with pytest.raises(Error, match=f'{kind}.*"{named}"'):
        ask("中国", **options)


def test_an_empty_option_is_as_if_it_were_not_there(ask: Ask) -> None:
    nothing = {"from": "", "to": None, "sort": "", "topic": "", "kind": [], "signal": None}
    assert urls(ask("网络", **nothing)) == urls(ask("网络"))


def test_excerpts_are_escaped_and_marked(ask: Ask) -> None:
    for hit in ask("<b>粗</b>")["hits"]:
        assert "<b>" not in hit["excerpt"]
    assert any("<mark>" in hit["excerpt"] for hit in ask("<b>粗</b>")["hits"])


def test_updates_come_before_the_end_and_an_aborted_search_stops(browser: Browser, root_url: str) -> None:
    page = browser.new_page()

    def answer_late(route: Route) -> None:
        time.sleep(0.2)
        route.continue_()

    # A search that is over at once has no updates but the last.
    page.route("**/index/*", answer_late, times=8)
    page.goto(f"{root_url}page.html")
    totals, total = page.evaluate(
        """async (base) => {
          const { search } = await import(`${base}assets/search.js`);
          const totals = [];
          const { total } = await search("中国", { onUpdate: (known) => totals.push(known.total) });
          return [totals, total];
        }""",
        root_url,
    )
    assert totals == sorted(totals)
    assert 0 < totals[0] < total
    page.route("**/index/*", answer_late, times=8)
    with pytest.raises(Error, match=r"AbortError|aborted"):
        page.evaluate(
            """async (base) => {
              const { search } = await import(`${base}assets/search.js`);
              const aborting = new AbortController();
              await search("人民", { signal: aborting.signal, onUpdate: () => aborting.abort() });
            }""",
            root_url,
        )
    page.close()
