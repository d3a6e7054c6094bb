"""The search module's options, order, counts, and what it does when something is not as it was."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page

from generator.search import SearchDocument, build_index
from tests.search.archive import DOCUMENTS
from tests.search.conftest import BLANK_PAGE, LAYOUTS
from tests.search.reference import Term, matches

pytestmark = pytest.mark.browser

SEARCH = """async ([base, query, options]) => {
  const { search } = await import(`${base}assets/search.js`);
  const { hits, ...rest } = await search(query, options);
  return { ...rest, hits: await Promise.all(hits.map((hit) => hit.load())) };
}"""
Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def ask(browser: Browser, root_url: str) -> Iterator[Ask]:
    """Search the made archive: a function of a query and options."""
    page = browser.new_page()
    page.goto(f"{root_url}page.html")
    yield lambda query, **options: page.evaluate(SEARCH, [root_url, query, options])
    page.close()


def expected(query: str, keep: Callable[[SearchDocument], bool] = lambda _: True) -> set[str]:
    """The URLs of the documents that hold a plain query and are to be kept."""
    return {d.url for d in DOCUMENTS if matches(d, (Term(query),)) and keep(d)}


def urls(result: dict[str, Any]) -> list[str]:
    """The URLs of the hits, in their order."""
    return [hit["url"] for hit in result["hits"]]


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


def test_titles_come_before_bodies(ask: Ask) -> None:
    by_url = {d.url: d for d in DOCUMENTS}
    in_title = [
        matches(dataclasses.replace(SHORT, title=by_url[url].title), (Term("中国"),))
        for url in urls(ask("中国"))
    ]
    assert in_title == sorted(in_title, reverse=True)
    assert any(in_title) and not all(in_title)


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


def test_what_no_document_holds_is_split_into_parts_that_are_all_required(ask: Ask) -> None:
    result = ask("哈尔滨东数西算电网天天向上")
    assert result["relaxed"]
    assert len(result["terms"]) > 1
    terms = tuple(Term(text) for text in result["terms"])
    every = {d.url for d in DOCUMENTS if matches(d, terms)}
    any_ = {d.url for d in DOCUMENTS if any(matches(d, (term,)) for term in terms)}
    assert set(urls(result)) == (every or any_)


def test_excerpts_are_escaped_and_marked(ask: Ask) -> None:
    for hit in ask("<b>粗</b>")["hits"]:
        assert "<b>" not in hit["excerpt"]
    assert any("<mark>" in hit["excerpt"] for hit in ask("<b>粗</b>")["hits"])


def test_updates_come_before_the_end_and_an_aborted_search_stops(browser: Browser, root_url: str) -> None:
    page = browser.new_page()
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


# --- a site that changes, or breaks, while it is searched --------------------------------------------

SHORT = SearchDocument(
    id="a/2020-01-01/p01/01",
    url="a.html",
    title="",
    date=dt.date(2020, 1, 1),
    publication="a",
    publication_name="A",
    kind="article",
)


@pytest.fixture
def changing(tmp_path: Path) -> Path:
    """A site of one document, to be built again while a page of it is open."""
    build_index([dataclasses.replace(SHORT, title="旧题算力")], tmp_path, cache=tmp_path / "cache", jobs=1)
    shutil.copytree(LAYOUTS / "assets", tmp_path / "assets")
    (tmp_path / "page.html").write_text(BLANK_PAGE.format(lang="zh-Hans"))
    return tmp_path


def opened(browser: Browser, url: str) -> Page:
    """A page of the site."""
    page = browser.new_page()
    page.goto(f"{url}page.html")
    return page


def test_a_site_built_anew_is_searched_anew(
    browser: Browser, changing: Path, serve: Callable[..., str]
) -> None:
    url = serve(changing, "/")
    page = opened(browser, url)
    assert page.evaluate(SEARCH, [url, "算力", {}])["hits"][0]["title"] == "旧题算力"
    build_index([dataclasses.replace(SHORT, title="新题网络")], changing, cache=changing / "cache", jobs=1)
    assert page.evaluate(SEARCH, [url, "算力", {}])["total"] == 0
    assert page.evaluate(SEARCH, [url, "网络", {}])["hits"][0]["title"] == "新题网络"
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


def test_whole_words_come_before_accidents(
    browser: Browser, tmp_path: Path, serve: Callable[..., str]
) -> None:
    texts = {"word": "她穿着和服出门。", "accident": "产品和服务，产品和服务，产品和服务。"}
    documents = [
        dataclasses.replace(SHORT, id=f"a/2020-01-01/p01/{name}", url=f"{name}.html", paragraphs=(text,))
        for name, text in texts.items()
    ]
    build_index(documents, tmp_path, cache=tmp_path / "cache", jobs=1)
    shutil.copytree(LAYOUTS / "assets", tmp_path / "assets")
    (tmp_path / "page.html").write_text(BLANK_PAGE.format(lang="zh-Hans"))
    url = serve(tmp_path, "/")
    page = opened(browser, url)
    assert urls(page.evaluate(SEARCH, [url, "和服", {}])) == ["word.html", "accident.html"]
    page.close()
