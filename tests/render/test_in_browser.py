"""The pages as Chromium shows them: accessible, fitting a phone, quiet under the strict policy, light."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.render import notice_pages, term_indexes, term_pages, year_lists
from tests.render.archives import FURNITURE, LEAD, MAIN, NOTICE, build, short_issue

pytestmark = pytest.mark.browser

PAGES = {
    "home": "index.html",
    "publication": "haibin-ribao/index.html",
    "year": "haibin-ribao/2019.html",
    "month": "haibin-ribao/2019-05.html",
    "days": "days/index.html",
    "year of all": "days/2019.html",
    "day": "days/2019-05-03.html",
    "day in all years": "days/05-03.html",
    "issue": "haibin-ribao/2019-05-04/index.html",
    "page": "haibin-ribao/2019-05-04/p01/index.html",
    "article": f"{LEAD.id}.html",
    "notice": f"{NOTICE.id}.html",
    "piece": f"{FURNITURE.id}.html",
    "notices": "notices/index.html",
    "topics": "topics/index.html",
    "topic": "topics/轮渡.html",
    "long index": "divided/topics/index.html",
    "letter": "divided/topics/letters/l.html",
    "long topic": "divided/topics/轮渡.html",
    "year of a topic": "divided/topics/轮渡/2019.html",
    "404": "404.html",
}
FIRST_PAGE_BYTES = 30_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two newspapers; in divided/ the same, with the lists divided that are so in a large archive."""
    top = tmp_path_factory.mktemp("site")
    issues = (
        short_issue(dt.date(2018, 12, 31)),
        short_issue(dt.date(2019, 5, 3)),
        short_issue(dt.date(2019, 5, 3), publication="wanbao"),
        short_issue(dt.date(2017, 5, 3), publication="wanbao"),
        MAIN,
    )
    site = build(*issues)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(term_indexes, "WHOLE_INDEX", 2)
        for module in (year_lists, term_pages, notice_pages):
            patch.setattr(module, "ON_ONE_PAGE", 1)
        site |= {f"divided/{path}": data for path, data in build(*issues).items()}
    for path, data in site.items():
        file = top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return top


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], folder: Path) -> str:
    """Where the site is served, at the root of a server."""
    return serve(folder)


def opened(browser: Browser, url: str, **options: object) -> tuple[Page, list[str]]:
    """The page at ``url``, and what the browser complained of."""
    page = browser.new_page(**options)  # type: ignore[arg-type]  # passed on as they are
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.goto(url, wait_until="load")
    return page, complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, name: str, scheme: str) -> None:
    page, complaints = opened(browser, address + PAGES[name], color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert complaints == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone_and_needs_no_script(browser: Browser, address: str, name: str) -> None:
    page, complaints = opened(
        browser,
        address + PAGES[name],
        viewport={"width": 360, "height": 780},
        java_script_enabled=False,
    )
    assert page.locator("h1").is_visible()
    page.close()
    assert complaints == []
    page, _ = opened(browser, address + PAGES[name], viewport={"width": 360, "height": 780})
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert width <= 360


def test_an_article_is_read_in_any_folder_and_from_disk(
    browser: Browser, serve: Callable[..., str], folder: Path
) -> None:
    for start in (serve(folder, "/some/folder/"), folder.as_uri() + "/"):
        page, _ = opened(browser, start + "index.html")
        page.get_by_role("link", name=LEAD.title).first.click()
        assert page.get_by_role("heading", level=1).inner_text() == LEAD.title
        assert page.evaluate("getComputedStyle(document.querySelector('.text p')).textIndent") != "0px"
        page.get_by_role("link", name="轮渡", exact=True).first.click()
        assert page.get_by_role("heading", level=1).inner_text() == "轮渡"
        page.close()


def test_a_line_holds_thirty_to_forty_characters(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address + PAGES["article"], viewport={"width": 1280, "height": 900})
    measure = """() => {
        const text = document.querySelector('.text');
        return text.clientWidth / parseFloat(getComputedStyle(text).fontSize);
    }"""
    characters = page.evaluate(measure)
    page.close()
    assert 30 <= characters <= 40


def test_the_slash_key_goes_to_the_search_box(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address + "index.html")
    page.keyboard.press("/")
    page.keyboard.type("轮渡/")
    assert page.locator("#find").input_value() == "轮渡/"
    page.close()


def test_a_printed_article_is_a_clipping_with_its_citation(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address + PAGES["article"])
    page.emulate_media(media="print")
    assert page.locator(".text").is_visible()
    assert page.locator(".citation").is_visible()
    for hidden in (".find", ".sections", ".crumbs", ".source", ".turn"):
        assert not page.locator(hidden).is_visible()
    page.close()


@pytest.mark.parametrize("name", ["home", "article"])
def test_the_first_page_is_light(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page()
    sizes: list[int] = []
    # As web servers send text.
    page.on("response", lambda response: sizes.append(len(gzip.compress(response.body()))))
    page.goto(address + PAGES[name], wait_until="load")
    page.close()
    assert sum(sizes) <= FIRST_PAGE_BYTES
