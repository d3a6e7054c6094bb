"""The project's own issue, read and searched in Chromium from a plain server, under the strict policy."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from generator.layouts_folder import built_in_layouts
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import build_site
from tests.conftest import CONTENT

pytestmark = pytest.mark.browser

ISSUE = "tmt-kuaibao/2022-09-20"
LEAD = "算力成激活数据要素潜能新引擎"
KINDS_OF_PAGE = (
    "index.html",
    "tmt-kuaibao/index.html",
    "tmt-kuaibao/2022.html",
    "tmt-kuaibao/2022-09.html",
    "days/index.html",
    "days/09-20.html",
    f"{ISSUE}/index.html",
    f"{ISSUE}/p01/index.html",
    f"{ISSUE}/p01/01.html",
    f"{ISSUE}/p01/06.html",
    "notices/index.html",
    "topics/index.html",
    "topics/东数西算.html",
    "people/index.html",
    "organisations/index.html",
    "places/index.html",
    "search.html",
)


@pytest.fixture(scope="module", params=["/", "/some/folder/"])
def address(request: pytest.FixtureRequest, seed_site: Path, serve: Callable[..., str]) -> str:
    """The site's address, at the root of a server and in a folder of one."""
    return serve(seed_site, request.param)


class Watched:
    """A page, with what the browser complained of and whom it asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda problem: self.complaints.append(str(problem)))
        page.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _see(self, request: Request) -> None:
        self.requests.append(request.url)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(locale="zh-CN")
    yield Watched(context.new_page())
    context.close()


def test_every_kind_of_page_opens_without_complaint(watched: Watched, address: str) -> None:
    for name in KINDS_OF_PAGE:
        response = watched.page.goto(address + name)
        assert response
        assert response.ok, name
        expect(watched.page.locator("h1")).to_have_count(1)
        levels = [
            int(tag[1])
            for tag in watched.page.eval_on_selector_all(
                "h1,h2,h3,h4,h5,h6", "all => all.map(h => h.tagName)"
            )
        ]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (
            name,
            levels,
        )
    assert watched.complaints == []
    own = address.partition("/some/")[0]
    assert all(url.startswith((own, "data:", "blob:")) for url in watched.requests)


def test_the_page_for_what_is_not_there(watched: Watched, tmp_path: Path, serve: Callable[..., str]) -> None:
    site = tmp_path / "site"
    address = serve(site, "/some/folder/")
    build_site(BuildRequest(CONTENT, (built_in_layouts(),), site, tmp_path / "cache", address, search=False))
    watched.page.goto(address + "404.html")
    watched.page.get_by_role("link", name=re.compile("首页|报纸典藏")).first.click()
    expect(watched.page).to_have_url(address + "index.html")
    assert watched.complaints == []


def test_from_the_home_page_to_an_article(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(address + "index.html")
    page.get_by_role("link", name=re.compile("2022年9月20日")).first.click()
    expect(page).to_have_url(re.compile(rf"{ISSUE}/index\.html$"))
    page.get_by_role("link", name=re.compile(LEAD)).first.click()
    expect(page).to_have_url(re.compile(rf"{ISSUE}/p01/01\.html$"))
    expect(page.locator("h1")).to_contain_text(LEAD)
    article = page.locator("article")
    expect(article).to_contain_text("核心产业规模达1.5万亿元 关联产业规模超8万亿元")
    expect(article).to_contain_text("继热力、电力之后，新的关键生产力正在加速释放。")
    expect(article.locator("h2", has_text="“东数西算”优化算力资源布局")).to_be_visible()
    expect(article).to_contain_text("据新华社北京9月19日电")
    expect(page.locator("body")).to_contain_text("TMT快报")
    fold = page.locator("details", has_text="原始文本行").first
    fold.locator("summary").first.click()
    expect(fold.locator("li", has_text="的服务器对数据进行处理后实现结果输出的一")).to_have_attribute(
        "value", "12"
    )
    page.get_by_role("link", name=re.compile("我国人工智能迈向")).first.click()
    expect(page.locator("h1")).to_contain_text("我国人工智能迈向“多专多能”")


def test_topics_lead_to_their_articles(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(address + "topics/index.html")
    page.get_by_role("link", name=re.compile("^东数西算")).first.click()
    expect(page).to_have_url(re.compile(r"topics/%E4%B8%9C%E6%95%B0%E8%A5%BF%E7%AE%97\.html$"))
    page.get_by_role("link", name=re.compile(LEAD)).first.click()
    expect(page.locator("h1")).to_contain_text(LEAD)


def search(page: Page, address: str, query: str) -> None:
    page.goto(address + "index.html")
    box = page.get_by_role("searchbox").first
    box.fill(query)
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"search\.html\?q="))


def test_a_search_finds_marks_and_leads_to_the_place(watched: Watched, address: str) -> None:
    page = watched.page
    search(page, address, "东数西算")
    hit = page.get_by_role("link", name=re.compile(LEAD)).first
    expect(hit).to_be_visible()
    expect(page.locator("main mark", has_text="东数西算").first).to_be_visible()
    hit.click()
    expect(page.locator("h1")).to_contain_text(LEAD)
    expect(page.locator("article mark").first).to_be_in_viewport()
    assert set(page.locator("article mark").all_inner_texts()) == {"东数西算"}
    assert watched.complaints == []


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("代表数据中心的服务器对数据进行处理", "01"),  # broken over two lines of the source
        ("Webface", "02"),
        ("Gbps", "03"),
        ("5.5G技术", "03"),
        ("3-4元", "01"),
        ("微波直接驱动", "05"),
    ],
)
def test_any_piece_of_text_is_found(watched: Watched, address: str, query: str, number: str) -> None:
    search(watched.page, address, query)
    link = watched.page.locator(f'main a[href*="{ISSUE}/p01/{number}.html"]').first
    expect(link).to_be_visible()


def test_what_is_absent_is_said_to_be(watched: Watched, address: str) -> None:
    search(watched.page, address, "量子纠缠望远镜")
    expect(watched.page.get_by_role("status").first).to_contain_text(re.compile("没有|0"))
    expect(watched.page.locator(f'main a[href*="{ISSUE}/p01/"]')).to_have_count(0)


def test_the_module_keeps_its_contract(watched: Watched, address: str) -> None:
    watched.page.goto(address + "index.html")
    found = watched.page.evaluate(
        """async (address) => {
            const {search} = await import(address + 'assets/search.js');
            const known = [];
            const result = await search('算力', {
                from: '2022-01-01', to: '2022-12-31', onUpdate: (update) => known.push(update.total),
            });
            const first = await result.hits[0].load();
            const none = await search('算力', {to: '2021-12-31'});
            return {total: result.total, hits: result.hits.length, relaxed: result.relaxed, none: none.total, known,
                    facets: typeof result.facets, histogram: typeof result.histogram, first};
        }""",
        address,
    )
    assert found["total"] == found["hits"] == 1
    assert found["known"][-1] == 1
    assert found["none"] == 0
    assert not found["relaxed"]
    assert (found["facets"], found["histogram"]) == ("object", "object")
    assert found["first"]["title"] == LEAD
    assert found["first"]["url"].split("?")[0] == f"{ISSUE}/p01/01.html"
    assert found["first"]["date"] == "2022-09-20"
    assert "<mark>算力</mark>" in found["first"]["excerpt"]


def test_everything_is_there_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{ISSUE}/p01/01.html")
    expect(page.locator("article")).to_contain_text("为经济社会高质量发展提供坚实支撑。")
    page.goto(address + "search.html")
    expect(page.locator("noscript").first).to_be_attached()
    context.close()


def test_pages_open_from_disk(watched: Watched, seed_site: Path) -> None:
    page = watched.page
    page.goto((seed_site / "index.html").as_uri())
    page.get_by_role("link", name=re.compile("2022年9月20日")).first.click()
    page.get_by_role("link", name=re.compile(LEAD)).first.click()
    expect(page.locator("h1")).to_contain_text(LEAD)
    page.goto((seed_site / "search.html").as_uri() + "?q=%E7%AE%97%E5%8A%9B")
    expect(page.locator("main")).to_contain_text(re.compile("服务器|server"))
