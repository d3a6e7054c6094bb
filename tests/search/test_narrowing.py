"""The search page over an archive of several years: the chart of hits by time, and facets with many values."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.search import SearchDocument
from tests.search.archive import DOCUMENTS
from tests.search.reference import Term, matches

pytestmark = pytest.mark.browser

FOUND = [d for d in DOCUMENTS if matches(d, (Term("中国"),))]


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, seed_site: Path, search_site: Path, serve: Callable[..., str]
) -> str:
    """The pages of the project's own site, with the index of the made archive in the place of theirs."""
    folder = tmp_path_factory.mktemp("narrowing") / "site"
    shutil.copytree(seed_site, folder, ignore=shutil.ignore_patterns("pagefind"))
    shutil.copytree(search_site / "pagefind", folder / "pagefind")
    return serve(folder, "/")


def open_search(tab: Page, site: str, query: str) -> None:
    """Search, and wait for the end of it."""
    tab.goto(f"{site}search.html?q={quote(query)}")
    wait(tab)


def wait(tab: Page) -> None:
    """Wait for the end of the search."""
    expect(tab.locator("#search-hits")).to_have_attribute("aria-busy", "false")


def said(tab: Page, found: list[SearchDocument]) -> None:
    """Expect the page to say that it found as many."""
    expect(tab.locator("#search-status")).to_have_text(f"找到 {len(found)} 篇")


def range_of(tab: Page) -> tuple[str, str]:
    """The dates in the address."""
    fields = parse_qs(urlsplit(tab.url).query)
    return fields["from"][0], fields["to"][0]


def within(first: str, last: str) -> list[SearchDocument]:
    """What is to be found between two dates."""
    return [d for d in FOUND if first <= d.date.isoformat() <= last]


def test_the_chart_has_a_bar_for_each_period_and_its_figures_in_a_table(tab: Page, site: str) -> None:
    open_search(tab, site, "中国")
    months = Counter(d.date.isoformat()[:7] for d in FOUND)
    years = Counter(d.date.isoformat()[:4] for d in FOUND)
    figures = tab.locator("#search-chart tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    assert {key: int(count) for key, count in figures} in (dict(months), dict(years))


def test_a_range_of_bars_is_chosen_with_the_mouse_and_taken_back(tab: Page, site: str) -> None:
    open_search(tab, site, "中国")
    bars = tab.locator("#search-chart .bars button")
    first, last = bars.nth(0).bounding_box(), bars.nth(1).bounding_box()
    assert first
    assert last
    tab.mouse.move(first["x"] + 2, first["y"] + 5)
    tab.mouse.down()
    tab.mouse.move(last["x"] + 2, last["y"] + 5)
    expect(bars.nth(1)).to_have_attribute("aria-pressed", "true")
    tab.mouse.up()
    wait(tab)
    said(tab, within(*range_of(tab)))
    tab.go_back()
    said(tab, FOUND)


def test_a_range_of_bars_is_chosen_with_the_keyboard(tab: Page, site: str) -> None:
    open_search(tab, site, "中国")
    labels = tab.locator("#search-chart .bars button").evaluate_all("(bars) => bars.map((bar) => bar.title)")
    tab.locator("#search-chart .bars button").first.focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Shift+ArrowRight")
    tab.keyboard.press("Enter")
    wait(tab)
    first, last = range_of(tab)
    assert labels[1].startswith(first[:4])
    assert labels[2].startswith(last[:4])
    said(tab, within(first, last))
    expect(tab.locator("body")).not_to_be_focused()


def test_a_year_or_a_month_may_be_typed_as_a_date_and_what_is_none_is_refused(tab: Page, site: str) -> None:
    open_search(tab, site, "中国")
    tab.locator(".search-options summary").click()
    tab.locator("[name=from]").fill("2020-12")
    tab.locator("[name=from]").press("Enter")
    tab.locator("[name=to]").fill("2021年2月")
    tab.locator("[name=to]").press("Enter")
    wait(tab)
    assert range_of(tab) == ("2020-12-01", "2021-02-28")
    said(tab, within("2020-12-01", "2021-02-28"))
    tab.locator("[name=to]").fill("2021-02-30")
    tab.locator("[name=to]").press("Enter")
    assert range_of(tab) == ("2020-12-01", "2021-02-28")
    expect(tab.locator("[name=to]:invalid")).to_have_count(1)


def test_values_of_a_facet_are_found_by_typing_and_more_are_shown(tab: Page, site: str) -> None:
    open_search(tab, site, "中国")
    group = tab.locator("details[data-facet=topic]")
    counts = Counter(topic for d in FOUND for topic in d.topics)
    if not group.evaluate("(group) => group.open"):
        group.locator("summary").click()
    expect(group.locator("li")).to_have_count(8)
    group.locator(".more").click()
    expect(group.locator("li")).to_have_count(min(len(counts), 58))
    rarest = counts.most_common()[-1][0]
    group.locator("input").fill(rarest)
    expect(group.locator("li")).to_have_count(sum(rarest in topic for topic in counts))


def test_facets_that_were_not_counted_are_when_they_are_opened(tab: Page, site: str) -> None:
    # As in an archive with more terms than are loaded unasked.
    tab.route(
        "**/manifest.json",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('"topic":', '"topic":9'), content_type="application/json"
        ),
    )
    open_search(tab, site, "中国")
    group = tab.locator("details[data-facet=topic]")
    expect(group.locator("li")).to_have_count(0)
    group.locator("summary").click()
    counts = Counter(topic for d in FOUND for topic in d.topics)
    expect(group.locator("li .count").first).to_have_text(str(counts.most_common(1)[0][1]))
    group.get_by_role("button").first.click()
    wait(tab)
    expect(tab.locator("#search-chosen button")).to_have_count(1)
    said(tab, [d for d in FOUND if counts.most_common(1)[0][0] in d.topics])


def test_on_a_phone_facets_are_folded_and_nothing_is_wider_than_the_screen(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    open_search(page, site, "中国")
    expect(page.locator("#search-facets .facet-groups")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#search-facets summary").first.tap()
    expect(page.locator("#search-facets .facet-groups")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#search-chart .bars button").nth(1).tap()
    wait(page)
    said(page, within(*range_of(page)))
    context.close()


def test_axe_finds_nothing_on_a_page_with_a_chart(tab: Page, site: str) -> None:
    open_search(tab, site, "中国")
    tab.locator("#search-chart summary").click()
    found = Axe().run(tab)
    assert found.violations_count == 0, found.generate_report()


def test_texts_are_loaded_for_the_hits_first_shown_and_those_shown_at_last_alone(
    tab: Page, site: str
) -> None:
    texts: list[str] = []
    tab.on("request", lambda request: texts.append(request.url) if "/text/" in request.url else None)
    open_search(tab, site, "的")
    assert 0 < len(texts) <= 20
