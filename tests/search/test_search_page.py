"""The search page and the marks in an opened article, on the site of the project's own content."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["/", "/some/folder/"])
def site(request: pytest.FixtureRequest, seed_site: Path, serve: Callable[..., str]) -> str:
    """The address of the site, at the root of a server and in a folder of one."""
    return serve(seed_site, request.param)


def hits(page: Page) -> list[str]:
    """The titles of the hits shown, once the search is over."""
    expect(page.locator("#search-hits")).to_have_attribute("aria-busy", "false")
    expect(page.locator("#search-status")).to_contain_text(re.compile("找到|没有"))
    return page.locator("#search-hits a.title").all_inner_texts()


def test_a_query_in_the_address_is_answered(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('东数西算')}")
    expect(tab.locator("#search-status")).to_have_text("找到 1 篇")
    assert len(hits(tab)) == 1
    expect(tab.locator("#search-hits mark").first).to_have_text("东数西算")
    expect(tab.locator("#search-hits time")).to_have_text("2022-09-20")


def test_punctuation_between_words_is_passed_over_and_marked_along(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('东数西算工程')}")
    assert len(hits(tab)) == 1
    expect(tab.locator("#search-hits mark").first).to_have_text("东数西算”工程")


def test_an_excerpt_is_of_whole_sentences(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('东数西算')}")
    assert len(hits(tab)) == 1
    excerpt = tab.locator("#search-hits .excerpt").inner_text().strip("…")
    assert excerpt.endswith(("。", "；", "！", "？", "”"))
    assert "东数西算" in excerpt.split("。")[0]


def test_what_no_article_has_is_said_to_be_absent(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('龘龘龘')}")
    expect(tab.locator("#search-status")).to_contain_text("没有哪一篇含有“龘龘龘”")
    assert hits(tab) == []


def test_a_query_that_nothing_holds_whole_is_split_and_said_to_be(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('算力机器人')}")
    expect(tab.locator("#search-status")).to_contain_text("原样含有")
    expect(tab.locator("#search-status")).to_contain_text("算力")


def test_words_that_no_article_has_together_are_said_to_be_held_in_part(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('数据 恐龙')}")
    assert hits(tab)
    expect(tab.locator("#search-status")).to_contain_text("每个词")
    expect(tab.locator("#search-status")).to_contain_text("恐龙 0 篇")


def test_a_date_that_is_none_is_left_out_and_said_to_be(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('东数西算')}&from=garbage&to=2022-02-30")
    assert len(hits(tab)) == 1
    expect(tab.locator("#search-status")).to_contain_text("“garbage”不是日期")
    expect(tab.locator("#search-status")).to_contain_text("“2022-02-30”不是日期")


def test_what_is_absent_from_the_chosen_range_is_not_said_to_be_absent_from_all(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('东数西算')}&from=2023-01-01")
    expect(tab.locator("#search-status")).to_contain_text("所选范围里")


def test_an_opened_hit_is_marked_and_stepped_through(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('算力')}")
    assert hits(tab)
    tab.locator("#search-hits a.title").first.click()
    bar = tab.locator(".hit-bar")
    expect(bar).to_be_visible()
    marks = tab.locator("article mark.hit")
    assert marks.count() > 2
    expect(marks.first).to_have_class(re.compile("current"))
    first = marks.first.bounding_box()
    assert first and 0 <= first["y"] <= 720
    bar.get_by_text("↓").click()
    expect(marks.nth(1)).to_have_class(re.compile("current"))
    bar.get_by_text("↑").click()
    bar.get_by_text("↑").click()
    expect(marks.last).to_have_class(re.compile("current"))
    text = tab.locator("article").inner_text()
    bar.get_by_text("×").click()
    expect(marks).to_have_count(0)
    assert tab.locator("article").inner_text() == text


def test_a_copied_passage_is_marked_whatever_marks_it_begins_with(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('，5G')}")
    assert hits(tab)
    tab.locator("#search-hits a.title").first.click()
    expect(tab.locator("article mark.hit").first).to_have_text("5G")


def test_an_article_opened_without_a_query_loads_nothing_for_it(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('算力')}")
    hits(tab)
    href = tab.locator("#search-hits a.title").first.get_attribute("href")
    assert href
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(site + href.split("?")[0], wait_until="networkidle")
    assert not [url for url in asked if "pagefind" in url or "search-" in url]


def test_typing_searches_and_back_goes_back(tab: Page, site: str) -> None:
    tab.goto(f"{site}index.html")
    tab.goto(f"{site}search.html")
    tab.keyboard.press("Escape")
    tab.locator("h1").click()
    tab.keyboard.press("/")
    expect(tab.locator("#find")).to_be_focused()
    tab.keyboard.type("5.5G")
    expect(tab.locator("#search-status")).to_contain_text("找到")
    assert "q=5.5G" in tab.url
    tab.fill("#find", "算力")
    tab.keyboard.press("Enter")
    expect(tab.locator("#search-hits mark").first).to_have_text("算力")
    tab.go_back()
    expect(tab.locator("#find")).to_have_value("5.5G")
    expect(tab.locator("#search-hits mark").first).to_have_text("5.5G")


def test_arrow_keys_step_through_the_hits(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('的')}")
    assert len(hits(tab)) > 2
    links = tab.locator("#search-hits a.title")
    tab.focus("#find")
    tab.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    expect(tab.locator("#find")).to_be_focused()


def test_a_chosen_facet_narrows_the_search_and_is_taken_off_again(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html?q={quote('的')}")
    before = hits(tab)
    choice = tab.locator("#search-facets details[data-facet=topic] li").first
    count = int(choice.locator(".count").inner_text())
    choice.get_by_role("button").click()
    expect(tab.locator("#search-status")).to_have_text(f"找到 {count} 篇")
    assert "topic=" in tab.url
    tab.locator("#search-chosen button").click()
    expect(tab.locator("#search-hits a.title")).to_have_count(len(before))


def test_a_suggestion_is_chosen_with_the_arrows_and_opened(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html")
    box = tab.get_by_role("combobox")
    box.press_sequentially("东数")
    options = tab.get_by_role("option")
    expect(options.first).to_contain_text("东数西算")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    found = Axe().run(tab)
    assert found.violations_count == 0, found.generate_report()
    box.press("Escape")
    expect(tab.locator("#search-suggestions")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("西")
    expect(options.first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    expect(tab.locator("h1")).to_contain_text("东数西算")
    assert "/topics/" in tab.url


def test_enter_searches_for_what_was_typed_where_no_suggestion_is_chosen(tab: Page, site: str) -> None:
    tab.goto(f"{site}search.html")
    box = tab.get_by_role("combobox")
    box.press_sequentially("东数西算")
    expect(tab.get_by_role("option").first).to_be_visible()
    box.press("Enter")
    expect(tab.locator("#search-suggestions")).to_be_hidden()
    expect(tab.locator("#search-status")).to_have_text("找到 1 篇")


def test_a_site_without_an_index_says_so(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    page.goto(f"{site}search.html?q={quote('算力')}")
    expect(page.locator("#search-status")).to_contain_text("--no-search")
    page.close()


def test_without_script_the_page_says_how_to_browse(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}search.html")
    assert "JavaScript" in page.locator("noscript").inner_html()
    page.close()


def test_opened_from_disk_the_page_says_what_to_do(browser: Browser, seed_site: Path) -> None:
    page = browser.new_page()
    page.goto((seed_site / "search.html").as_uri())
    expect(page.locator("#search-offline")).to_be_visible()
    expect(page.locator("#search-offline")).to_contain_text("backfile serve")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, site: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]  # one of those it takes
    page.goto(f"{site}search.html?q={quote('的')}")
    assert hits(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()
