"""The marks in an opened article: every place that the search counts, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.search import SearchDocument
from tests.search.archive import DOCUMENTS
from tests.search.reference import contains_at, fold
from tests.search.searching import article

pytestmark = pytest.mark.browser

WHOLE = article(
    "whole",
    "算力，算、“力”，天天天向上；5.5G不是55G，MTB与mtb。",
    "臺灣與台湾，ＭＴＢ，Wi-Fi。",
    title="算力之城，天天向上",
    kicker="算力走进天天",
    subtitle="5.5G的算力",
    lede=("导语里的算力。", "又一段，东数西算。"),
    attribution="据算力社",
)
TEMPLATE = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>.</title>
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<script type="module" src="assets/mark.js"></script></head><body><nav><a>算力</a></nav>
<article class="story" data-mark-words='{{}}'><header><hgroup><p class="kicker">{kicker}</p><h1>{title}</h1>
<p class="subtitle">{subtitle}</p></hgroup><p class="byline">算力日报</p></header>
<div class="text"><p class="jump"><a>下转 算力</a></p><div class="lede">{lede}</div>{body}
<p class="attribution">{attribution}</p></div></article><div class="after">算力</div></body></html>"""


def write(document: SearchDocument, site: Path) -> str:
    """Write the page of ``document``, as the layout has it, and return its name."""
    paragraphs = [
        "".join(f"<p>{escape(text)}</p>" for text in texts) for texts in (document.lede, document.paragraphs)
    ]
    heads = {key: escape(getattr(document, key)) for key in ("kicker", "title", "subtitle", "attribution")}
    name = f"{document.url.replace('/', '-').removesuffix('.html')}-marked.html"
    (site / name).write_text(
        TEMPLATE.format(lede=paragraphs[0], body=paragraphs[1], **heads), encoding="utf-8"
    )
    return name


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def expected(document: SearchDocument, terms: list[str]) -> list[str]:
    """The folded pieces that are to be marked, in the order of the page."""
    order = (document.kicker, document.title, document.subtitle, *document.lede, *document.paragraphs)
    pieces = []
    for text in (*order, document.attribution):
        spans = joined(span for term in terms for span in contains_at(text, term))
        pieces += [fold(text)[start:end] for start, end in spans]
    return pieces


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page."""
    page = browser.new_page()
    yield page
    page.close()


def marked(tab: Page) -> list[str]:
    """The folded text of each place that is marked: as the bar steps through them."""
    expect(tab.locator(".hit-bar")).to_be_visible()
    total = int(re.split(r"\D+", tab.locator(".hit-bar [role=status]").inner_text().strip())[-1])
    texts = [fold(text) for text in tab.locator("mark.hit").all_text_contents()]
    assert total == len(texts)
    return texts


@pytest.mark.parametrize(
    "query",
    [
        "算力",
        "天天",
        "天天 算力",
        "5.5G",
        "MTB",
        "台湾",
        "東數西算",
        "wi-fi",
        "力",
        "算力 -网络",
        "天天向上 天",
    ],
)
def test_every_place_that_the_search_counts_is_marked_and_nothing_else(
    tab: Page, search_site: Path, root_url: str, query: str
) -> None:
    name = write(WHOLE, search_site)
    tab.goto(f"{root_url}{name}?q={quote(query)}")
    assert marked(tab) == expected(WHOLE, [term for term in query.split() if term[0] != "-"])


@pytest.mark.parametrize("number", range(5, 1_200, 171))
def test_marks_agree_with_the_reference_in_odd_texts(
    tab: Page, search_site: Path, root_url: str, number: int
) -> None:
    document = DOCUMENTS[number]
    query = next(
        word for word in ("算力", "中国", "5G", "天", "人", "学", "国") if expected(document, [word])
    )
    tab.goto(f"{root_url}{write(document, search_site)}?q={quote(query)}")
    assert marked(tab) == expected(document, [query])


def test_on_a_phone_the_bar_and_the_place_are_in_sight(
    browser: Browser, search_site: Path, root_url: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{root_url}{write(WHOLE, search_site)}?q={quote('算力')}")
    for _ in range(len(expected(WHOLE, ["算力"])) + 1):
        for shown in (page.locator(".hit-bar"), page.locator("mark.current")):
            box = shown.bounding_box()
            assert box
            assert box["x"] >= 0 and box["x"] + box["width"] <= 360
            assert box["y"] >= 0 and box["y"] + box["height"] <= 640
        page.locator(".hit-bar button").nth(1).tap()
    context.close()
