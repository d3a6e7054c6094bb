"""The review as Chromium shows it: accessible, told apart by colour and by number, led by the keyboard."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.config import read_settings
from generator.layouts_folder import built_in_layouts
from generator.review import ReviewPages
from generator.review.serving import review_server
from tests.conftest import Run
from tests.review.pages import CONTENT, FOLDER, import_issue

pytestmark = pytest.mark.browser


@pytest.fixture
def address(run: Run, tmp_path: Path) -> Iterator[str]:
    """Where the review of an issue is served; its second page has a doubtful article, its first a loose line."""
    import_issue(run)
    path = FOLDER / "p02/01.md"
    doubt = "boundary at line 33: perhaps the beginning of another story"
    path.write_text(path.read_text().replace("confidence: 1.0", f"confidence: 0.5\n  doubts: ['{doubt}']"))
    next(path for path in FOLDER.rglob("*.md") if "kind: notice" in path.read_text()).unlink()
    settings = read_settings(CONTENT)
    server = review_server(tmp_path / CONTENT, ReviewPages((built_in_layouts(),), settings), settings, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/wanbao/1996-03-05/"
    server.shutdown()
    thread.join()
    server.server_close()


def opened(browser: Browser, url: str, **options: object) -> tuple[Page, list[str]]:
    page = browser.new_page(**options)  # type: ignore[arg-type]  # passed on as they are
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(url)
    return page, complaints


def test_nothing_stands_in_the_way(browser: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        for width in (390, 1280):
            page, complaints = opened(
                browser,
                address,
                color_scheme=scheme,
                viewport={"width": width, "height": 860},
                reduced_motion="reduce",
            )
            assert complaints == []
            page.keyboard.press("j")
            found = Axe().run(page).response["violations"]
            assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], (scheme, width)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (scheme, width)
            page.close()


def test_lines_have_the_colour_and_the_number_of_their_article(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address, viewport={"width": 1280, "height": 860})
    edges = page.evaluate(
        """() => [...document.querySelectorAll('li[data-article], .card')].map((each) =>
            [each.dataset.article, getComputedStyle(each).borderInlineStartColor,
             each.querySelector('.tag').textContent])"""
    )
    shown = {
        article: {(edge, tag) for name, edge, tag in edges if name == article} for article, _, _ in edges
    }
    assert {article: len(each) for article, each in shown.items()} == dict.fromkeys(shown, 1)
    assert len({edge for _, edge, _ in edges}) == len(shown) - 1  # the furniture of both pages has one
    loose = page.locator("li.nobody")
    assert (loose.count(), loose.locator(".tag").inner_text()) == (1, "!")
    assert page.locator(".loose a").count() == 1
    page.close()


def test_an_article_and_its_lines_find_one_another(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address, viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
    lines = page.locator('li[data-article="p01-01"]')
    page.locator("#a-p01-01").hover(position={"x": 200, "y": 60})
    assert page.locator("li.over").count() == lines.count() > 3
    lines.first.click(position={"x": 300, "y": 5})
    assert page.locator("li.held").count() == lines.count()
    assert page.locator("#a-p01-01.held").count() == 1
    assert page.locator("#a-p01-01").evaluate("(card) => card.getBoundingClientRect().top < innerHeight / 2")
    page.close()


def test_j_and_k_go_through_the_doubtful_ones(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address, viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
    page.keyboard.press("j")
    assert page.locator(".card.held").get_attribute("id") == "a-p02-01"
    assert page.evaluate("document.activeElement.id") == "a-p02-01"
    assert "33" in page.locator("li.asked .number").all_inner_texts()
    page.keyboard.press("Escape")
    assert page.locator(".held").count() == 0
    page.close()


def test_a_site_whose_name_leads_here_is_shown_nothing(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="421"):
        urllib.request.urlopen(urllib.request.Request(address, headers={"Host": "example.org:80"}))


def test_a_reload_shows_the_files_as_they_are_now(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address)
    path = FOLDER / "p01/01.md"
    text = path.read_text()
    path.write_text(text.replace("title: 城北石桥重新开放", "title: 城南石桥重新开放"))
    page.reload()
    assert "城南石桥重新开放" in page.locator("#a-p01-01").inner_text()
    assert page.locator("#a-p01-01 .badge").count() == 1
    path.write_text("no front matter")
    page.reload()
    assert "p01/01.md:1: error" in page.locator("main").inner_text()
    page.close()
