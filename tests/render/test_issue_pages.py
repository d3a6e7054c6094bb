"""The pages of an issue: articles with all that belongs to them, pages in order, neighbours."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import cast

import pytest

from generator.model import Archive, Article, Publication, Settings, Terms
from generator.render import Renderer, render_issue
from tests.render.archives import (
    FURNITURE,
    LAYOUTS,
    LEAD,
    MAIN,
    NOTICE,
    SECOND,
    SETTINGS,
    SOURCES,
    archive_of,
    build,
    issue_of,
    short_issue,
    with_base_url,
)
from tests.render.reading import Page

ISSUE = "haibin-ribao/2019-05-04"


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return build(short_issue(dt.date(2019, 5, 3)), MAIN, short_issue(dt.date(2019, 5, 7)))


def page(site: dict[str, bytes], path: str) -> Page:
    return Page(site[path])


def test_an_issue_has_a_file_for_itself_each_page_and_each_piece(site: dict[str, bytes]) -> None:
    names = ["index", "p01/index", "p01/01", "p01/02", "p01/03", "p01/04", "p02/index", "p02/01"]
    pages = {path for path in site if path.startswith(f"{ISSUE}/") and path.endswith(".html")}
    assert pages == {f"{ISSUE}/{name}.html" for name in names}
    beside = {path.removeprefix(f"{ISSUE}/") for path in site if path.startswith(f"{ISSUE}/")} - {
        f"{name}.html" for name in names
    }
    assert beside == {
        *(f"p0{page}/citations.{suffix}" for page in (1, 2) for suffix in ("bib", "ris", "csl.json")),
        *("p01/01.md", "p01/02.md", "p02/01.md"),
    }


def test_a_headline_has_its_three_parts_in_their_order(site: dict[str, bytes]) -> None:
    article = page(site, f"{ISSUE}/p01/01.html")
    (group,) = article.all("hgroup")
    parts = [each.text for each in article.elements if group in each.ancestors]
    assert parts == [LEAD.kicker, LEAD.title, LEAD.subtitle]
    assert [each.tag for each in article.elements if group in each.ancestors] == ["p", "h1", "p"]


def test_the_lede_stands_apart_and_the_attribution_last(site: dict[str, bytes]) -> None:
    article = page(site, f"{ISSUE}/p01/01.html")
    (lede,) = article.all("div", "lede")
    (text,) = article.all("div", "text")
    paragraphs = [each for each in article.elements if text in each.ancestors and each.tag in ("p", "h2")]
    assert [each.text for each in paragraphs if lede in each.ancestors] == list(LEAD.lede)
    assert [each.text for each in paragraphs if lede not in each.ancestors] == [
        "一票难求",
        "“等了三年。”乘客林先生说，票价为5.5元。",
        "船长介绍，A&B线将于6月加开<夜航>。",
        LEAD.attribution,
    ]


def test_an_article_says_where_it_stood_and_what_its_date_rests_on(site: dict[str, bytes]) -> None:
    article = page(site, f"{ISSUE}/p01/01.html")
    assert article.texts("p", "byline") == ["城事 海滨日报 2019年5月4日 星期六 第01版 第1篇 林海、周洋"]
    assert "报头所印日期" in article.texts("dd")


def test_source_lines_are_shown_with_their_numbers(site: dict[str, bytes]) -> None:
    article = page(site, f"{ISSUE}/p01/01.html")
    (fold,) = article.all("details", "source")
    runs = [each for each in article.all("ol") if fold in each.ancestors]
    lines = [
        [(line.attributes["value"], line.text) for line in article.all("li") if run in line.ancestors]
        for run in runs
    ]
    # The headline's parts, the paragraph that was corrected since only in its last line, and that line.
    assert lines == [
        [("1", "跨湾交通再添一线")],
        [("3", "新港迎来首班轮渡")],
        [("4", "昨日清晨")],
        [("5", "汽笛<长鸣>")],
    ]
    assert "1, 3–5" in fold.text
    assert "90%" in fold.text


def test_source_lines_that_are_not_at_hand_are_only_numbered() -> None:
    renderer = Renderer([LAYOUTS], archive_of(MAIN))
    files = {file.path: file.data for file in render_issue(MAIN, {}, renderer)}
    article = Page(files[f"{ISSUE}/p01/01.html"])
    (fold,) = article.all("details", "source")
    assert not [each for each in article.all("ol") if fold in each.ancestors]
    assert "1, 3–5" in fold.text
    assert article.all("a", "trace") == []


def test_neighbours_follow_the_order_of_the_issue_across_pages(site: dict[str, bytes]) -> None:
    def turns(path: str) -> list[tuple[str, str]]:
        found = page(site, path)
        return [
            (each.attributes["rel"], each.attributes["href"])
            for each in found.all("a")
            if "rel" in each.attributes
        ]

    up = "../../../"
    assert turns(f"{ISSUE}/p01/01.html") == [("next", f"{up}{ISSUE}/p01/02.html")]
    assert turns(f"{ISSUE}/p01/02.html") == [
        ("prev", f"{up}{ISSUE}/p01/01.html"),
        ("next", f"{up}{ISSUE}/p02/01.html"),
    ]
    assert turns(f"{ISSUE}/p02/01.html") == [("prev", f"{up}{ISSUE}/p01/02.html")]
    assert turns(f"{ISSUE}/p01/index.html") == [("next", f"{up}{ISSUE}/p02/index.html")]
    assert turns(f"{ISSUE}/index.html") == [
        ("prev", "../../haibin-ribao/2019-05-03/index.html"),
        ("next", "../../haibin-ribao/2019-05-07/index.html"),
    ]


def test_the_issue_shows_its_pages_with_headlines_and_first_words(site: dict[str, bytes]) -> None:
    issue = page(site, f"{ISSUE}/index.html")
    assert issue.texts("h2") == ["第01版 要闻", "第02版"]
    assert issue.texts("h3") == ["新港迎来首班轮渡", "图书馆延长开放", "启事", "校园足球赛收官"]
    assert issue.texts("p", "opening")[0] == "昨日清晨，新港码头汽笛长鸣。首班轮渡载客二百余人。"


def test_the_page_leads_to_its_articles_notices_and_other_text(site: dict[str, bytes]) -> None:
    links = page(site, f"{ISSUE}/p01/index.html").links()
    assert {f"../../../{ISSUE}/p01/0{n}.html" for n in (1, 2, 3, 4)} <= set(links)


@pytest.mark.parametrize("piece", [NOTICE, FURNITURE])
def test_search_engines_are_kept_from_what_is_no_article(site: dict[str, bytes], piece: Article) -> None:
    found = page(site, f"{piece.id}.html")
    assert found.meta("robots") == ["noindex, follow"]
    assert found.meta("z:itemType") == []
    assert piece.body in found.texts("p")


def test_a_supplied_title_is_said_to_be_supplied(site: dict[str, bytes]) -> None:
    notice = page(site, f"{NOTICE.id}.html")
    assert "标题为整理者所拟，非报纸原题。" in notice.texts("p", "note")
    assert "[遗失声明][N]. 海滨日报, 2019-05-04(01)." in notice.texts("span", "citation")


def test_terms_lead_to_their_pages(site: dict[str, bytes]) -> None:
    links = page(site, f"{ISSUE}/p01/01.html").links()
    assert "../../../topics/%E8%BD%AE%E6%B8%A1.html" in links
    assert "../../../places/%E6%96%B0%E6%B8%AF.html" in links


def test_a_term_that_no_index_has_is_named_without_a_link() -> None:
    class Forgetful:
        """An archive that knows no terms."""

        def __init__(self, archive: Archive) -> None:
            self._archive = archive

        def __getattr__(self, name: str) -> object:
            return (lambda *_: None) if name == "term" else getattr(self._archive, name)

    renderer = Renderer([LAYOUTS], cast(Archive, Forgetful(archive_of(MAIN))))
    files = {file.path: file.data for file in render_issue(MAIN, SOURCES, renderer)}
    article = Page(files[f"{LEAD.id}.html"])
    assert "轮渡" in article.texts("li")
    assert not [link for link in article.links() if "/topics/%" in link]


def test_what_zotero_and_libraries_read_is_there() -> None:
    article = Page(build(MAIN, settings=with_base_url())[f"{LEAD.id}.html"])
    url = f"https://archive.example/old/{LEAD.id}.html"
    expected = {
        "z:itemType": ["newspaperArticle"],
        "citation_title": ["新港迎来首班轮渡：往返两岸只需四十分钟"],
        "citation_author": ["林海", "周洋"],
        "citation_date": ["2019-05-04"],
        "citation_firstpage": ["01"],
        "citation_language": ["zh-Hans"],
        "citation_keywords": ["轮渡;公共交通;林先生;新港"],
        "citation_public_url": [url],
        "prism.publicationName": ["海滨日报"],
        "DC.source": ["海滨日报"],
        "DCTERMS.issued": ["2019-05-04"],
        "DCTERMS.identifier": [url],
        "og:type": ["article"],
        "og:url": [url],
        "citation_journal_title": [],
    }
    assert {name: article.meta(name) for name in expected} == expected
    canonical = [
        each.attributes["href"] for each in article.all("link") if each.attributes["rel"] == "canonical"
    ]
    assert canonical == [url]


def test_the_json_ld_is_a_news_article_in_an_issue_of_a_newspaper(site: dict[str, bytes]) -> None:
    (script,) = [each for each in page(site, f"{LEAD.id}.html").all("script") if "src" not in each.attributes]
    assert script.attributes == {"type": "application/ld+json"}
    record = json.loads(script.text)
    assert record["@type"] == "NewsArticle"
    assert record["headline"] == LEAD.title
    assert [author["name"] for author in record["author"]] == ["林海", "周洋"]
    assert record["printPage"] == "01"
    assert record["isPartOf"]["issueNumber"] == "812"
    assert record["isPartOf"]["isPartOf"] == {
        "@type": "Newspaper",
        "name": "海滨日报",
        "inLanguage": "zh-Hans",
    }


def test_a_withdrawn_article_leaves_a_page_that_says_so_and_no_word_of_it() -> None:
    gone = replace(SECOND, status="withdrawn")
    site = build(issue_of(dt.date(2019, 5, 4), LEAD, gone))
    found = Page(site[f"{gone.id}.html"])
    assert found.texts("h1") == ["本文已撤下"]
    assert found.meta("robots") == ["noindex"]
    for path, data in site.items():
        assert gone.title not in data.decode(), path
    assert "市图书馆" not in "".join(data.decode() for data in site.values())


HOSTILE = "</script><script>alert(1)</script>\" onload='x' {{ 7*7 }} {% raise %} &lt;b&gt; \u2028"


def test_hostile_text_in_any_field_is_shown_and_runs_nothing() -> None:
    article = Article(
        id="haibin-ribao/2019-05-04/p01/01",
        kind="article",
        title=HOSTILE,
        body=HOSTILE,
        kicker=HOSTILE,
        subtitle=HOSTILE,
        lede=(HOSTILE,),
        section=HOSTILE,
        authors=(HOSTILE,),
        attribution=HOSTILE,
        rights=HOSTILE,
        url="javascript:alert(1)",
        terms=Terms(topics=(HOSTILE,)),
    )
    settings = replace(
        SETTINGS,
        title=HOSTILE,
        description=HOSTILE,
        publications={"haibin-ribao": Publication("haibin-ribao", HOSTILE, description=HOSTILE)},
    )
    site = build(issue_of(dt.date(2019, 5, 4), article), settings=settings)
    for path, data in site.items():
        if path.endswith(".html"):
            found = Page(data)
            assert b"javascript:" not in data
            for element in found.elements:
                assert not [name for name in element.attributes if name.startswith("on")], path
            for script in found.all("script"):
                inline = "src" not in script.attributes
                assert not inline or script.attributes["type"] == "application/ld+json"
    shown = Page(site[f"{article.id}.html"])
    assert shown.all("h1")[0].text == HOSTILE
    (script,) = [each for each in shown.all("script") if "src" not in each.attributes]
    assert json.loads(script.text)["headline"] == HOSTILE


def test_a_lone_surrogate_does_not_stop_the_build() -> None:
    broken = replace(SECOND, id=LEAD.id, body="坏\ud800字", terms=Terms())
    data = build(issue_of(dt.date(2019, 5, 4), broken))[f"{LEAD.id}.html"]
    assert "坏&#55296;字" in data.decode()


def test_languages_of_newspaper_and_interface_are_marked() -> None:
    settings = Settings(
        language="en",
        publications={"haibin-ribao": Publication("haibin-ribao", "海滨日报", language="zh-Hant")},
    )
    article = Page(build(MAIN, settings=settings)[f"{LEAD.id}.html"])
    assert article.all("html")[0].attributes["lang"] == "en"
    assert article.all("div", "text")[0].attributes["lang"] == "zh-Hant"
    assert article.texts("p", "byline") == ["城事 海滨日报 Saturday 4 May 2019 Page 01, article 1 林海, 周洋"]
