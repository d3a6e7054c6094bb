"""What a reader does on an article's page: set the text size, copy and save a citation, see the source of a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.model import Publication, SourceRef
from tests.render.archives import FURNITURE, LEAD, NOTICE, SECOND, SETTINGS, build, issue_of, with_base_url

pytestmark = pytest.mark.browser

MOVED = replace(SECOND, formerly=("haibin-ribao/2019-05-04/p09/09",))
GONE = replace(SECOND, id="haibin-ribao/2019-05-04/p01/05", status="withdrawn")
TRACED = replace(
    LEAD, lede=("昨日清晨。",), body="汽笛<长鸣>", source=SourceRef("source/page.txt", ((1, 1), (3, 5)))
)
LONG = replace(
    LEAD,
    id="haibin-ribao/2019-05-04/p01/06",
    title="Harbour Opens to Ferries at Last after Forty Years of Waiting, Says the Master of the Port",
    body="很长的正文。" * 80,
    source=None,
)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    issue = issue_of(dt.date(2019, 5, 4), TRACED, MOVED, NOTICE, FURNITURE, GONE, LONG)
    settings = replace(
        with_base_url(SETTINGS),
        corrections="https://forge.example/edit/main/content/{path}",
        publications={"haibin-ribao": Publication("haibin-ribao", "海滨日报", rights="公版")},
    )
    return serve(write(tmp_path_factory.mktemp("article"), build(issue, settings=settings)))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    yield page
    context.close()
    assert complaints == []


def characters_a_line(page: Page) -> float:
    measured = page.evaluate(
        """() => {
            const text = document.querySelector('.text');
            return text.clientWidth / parseFloat(getComputedStyle(text).fontSize);
        }"""
    )
    return float(measured)


def test_the_text_size_is_kept_and_changes_no_line_length(page: Page, address: str) -> None:
    page.goto(f"{address}{LONG.id}.html")
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)")
    for size in ("small", "huge"):
        page.locator(f"[data-size={size}]").click()
        assert 30 <= characters_a_line(page) <= 40
    page.reload()
    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)")
    assert after > before * 1.3
    assert page.locator("[data-size=huge]").get_attribute("aria-pressed") == "true"


def test_a_citation_is_copied_and_saved(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{TRACED.id}.html")
    page.locator(".about button").click()
    page.get_by_text("已复制").wait_for()
    assert "新港迎来首班轮渡" in page.evaluate("navigator.clipboard.readText()")
    page.locator(".citations summary").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="下载 RIS").click()
    assert saving.value.suggested_filename == "haibin-ribao-2019-05-04-p01-01.ris"
    assert saving.value.path().read_text(encoding="utf-8").startswith("TY  - NEWS\n")


def test_without_script_citations_are_there_to_mark_and_to_fetch(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}{TRACED.id}.html")
    assert not page.locator(".text-size").is_visible()
    assert not page.locator(".about button").is_visible()
    page.locator(".citations summary").click()
    assert page.locator(".citations pre").first.is_visible()
    with page.expect_download() as fetching:
        page.locator(".citations a").first.click()
    assert (
        fetching.value.path()
        .read_text(encoding="utf-8")
        .startswith("@article{haibin-ribao-2019-05-04-p01-01,")
    )
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_paragraph_leads_to_its_source_lines_and_they_to_it(
    browser: Browser, address: str, script: bool
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, java_script_enabled=script)
    page.goto(f"{address}{TRACED.id}.html")
    page.locator("#p2").hover()
    page.locator("#p2 .trace").click()
    lines = page.locator(".runs > :target")
    lines.wait_for(state="visible")
    assert lines.locator("li").all_inner_texts() == ["汽笛<长鸣>"]
    assert lines.locator("li").first.get_attribute("value") == "5"
    lines.locator("a").click()
    assert page.locator(".text > :target").inner_text() == "汽笛<长鸣>"
    page.close()


def test_a_mistake_is_reported_where_the_archive_says(page: Page, address: str) -> None:
    page.goto(f"{address}{TRACED.id}.html")
    link = page.get_by_role("link", name="指出错误，或提交更正")
    assert link.get_attribute("href") == f"https://forge.example/edit/main/content/{TRACED.id}.md"
    assert page.locator(".about").get_by_text("公版").is_visible()


def test_the_page_of_a_moved_article_leads_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}{MOVED.formerly[0]}.html")
    page.wait_for_url(f"{address}{MOVED.id}.html")
    assert page.get_by_role("heading", level=1).inner_text() == MOVED.title


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [GONE.id, LONG.id])
def test_axe_finds_nothing_on_these_pages(browser: Browser, address: str, path: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
    page.goto(f"{address}{path}.html")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def test_a_printed_article_is_its_text_and_its_citation(page: Page, address: str) -> None:
    page.goto(f"{address}{TRACED.id}.html")
    page.emulate_media(media="print")
    for shown in (".text", ".citation", ".permalink", ".byline"):
        assert page.locator(shown).is_visible()
    for hidden in (".text-size", ".about button", ".citations", ".source", ".find", ".sections"):
        assert not page.locator(hidden).first.is_visible()
