"""The pages across issues: home, publications and years, terms, notices, search, 404, redirects."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.model import Settings
from tests.render.archives import (
    LEAD,
    MAIN,
    NOTICE,
    SECOND,
    archive_of,
    build,
    issue_of,
    short_issue,
    with_base_url,
)
from tests.render.reading import Page


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return build(
        short_issue(dt.date(2018, 12, 31)),
        short_issue(dt.date(2019, 5, 3)),
        MAIN,
        short_issue(dt.date(2019, 5, 3), publication="wanbao"),
    )


def test_home_opens_with_the_newest_issue_and_lists_the_ones_before(site: dict[str, bytes]) -> None:
    home = Page(site["index.html"])
    assert home.texts("h1") == ["海滨旧报"]
    assert home.texts("h3")[:3] == ["新港迎来首班轮渡", "图书馆延长开放", "校园足球赛收官"]
    assert home.texts("a", "issue") == [
        "2019年5月3日 星期五 wanbao",
        "2019年5月3日 星期五 海滨日报",
        "2018年12月31日 星期一 海滨日报",
    ]
    assert [row for row in home.texts("tr") if row.startswith("20")][:2] == ["201955", "201811"]
    assert {"days/2019.html", "days/2018.html#m12", "wanbao/index.html"} <= set(home.links())


def test_home_names_the_topics_with_the_most_articles_first(site: dict[str, bytes]) -> None:
    home = Page(site["index.html"])
    assert home.texts("ul", "terms") == ["轮渡 2 图书馆 公共交通"]


def test_home_shows_the_newest_month_of_all_publications(site: dict[str, bytes]) -> None:
    home = Page(site["index.html"])
    assert home.texts("caption") == ["2019年5月 3期"]
    assert [each.attributes["aria-label"] for each in home.all("a") if "aria-label" in each.attributes] == [
        "2019年5月3日 星期五 2篇文章",
        "2019年5月4日 星期六 3篇文章",
    ]


def test_the_search_box_is_a_form_that_needs_no_script(site: dict[str, bytes]) -> None:
    home = Page(site["index.html"])
    (form,) = home.all("form")
    assert (form.attributes["action"], form.attributes["method"]) == ("search.html", "get")
    assert [field.attributes["name"] for field in home.all("input")] == ["q"]


def test_an_empty_archive_is_a_site_that_says_so() -> None:
    site = build(settings=Settings())
    assert "这个存档里还没有报纸。" in Page(site["index.html"]).texts("p")
    assert {"search.html", "404.html", "topics/index.html", "notices/index.html"} <= set(site)


def test_a_publication_has_the_calendar_of_its_newest_year_and_a_page_for_each(
    site: dict[str, bytes],
) -> None:
    paper = Page(site["haibin-ribao/index.html"])
    assert paper.texts("caption")[0] == "5月 2期"
    days = [link.attributes["href"] for link in paper.all("a") if "aria-label" in link.attributes]
    assert days == ["../haibin-ribao/2019-05-03/index.html", "../haibin-ribao/2019-05-04/index.html"]
    assert {"haibin-ribao/2018.html", "haibin-ribao/2019.html", "wanbao/2019.html"} <= set(site)
    year = Page(site["haibin-ribao/2018.html"])
    assert year.texts("caption") == ["12月 1期"]
    assert "../haibin-ribao/2019.html" in year.links()


def test_terms_are_indexed_by_letter_with_counts(site: dict[str, bytes]) -> None:
    index = Page(site["topics/index.html"])
    assert index.texts("h2") == ["G", "L", "T"]
    assert index.texts("ul", "terms") == ["公共交通 1", "轮渡 2", "图书馆 1"]
    for kind in ("people", "organisations", "places"):
        assert f"{kind}/index.html" in site


def test_a_term_lists_its_articles_by_year(site: dict[str, bytes]) -> None:
    topic = Page(site["topics/轮渡.html"])
    assert topic.texts("h1") == ["轮渡"]
    assert topic.texts("h2") == ["2019年 2篇文章"]
    assert topic.texts("a", "title") == [LEAD.title, "校园足球赛收官"]


def test_notices_are_listed_and_kept_from_search_engines(site: dict[str, bytes]) -> None:
    notices = Page(site["notices/index.html"])
    assert notices.texts("a", "title") == [NOTICE.title]
    assert notices.meta("robots") == ["noindex, follow"]


def test_the_404_page_alone_uses_the_base_url() -> None:
    site = build(MAIN, settings=with_base_url())
    for link in Page(site["404.html"]).links():
        assert link.startswith(("https://archive.example/old/", "#")), link
    assert Page(build(MAIN)["404.html"]).all("a")[1].attributes["href"] == "/index.html"


def test_a_former_id_leads_to_the_article_that_has_it_now() -> None:
    former = "haibin-ribao/2019-05-01/p01/09"
    moved = replace(LEAD, formerly=(former,))
    page = Page(build(issue_of(dt.date(2019, 5, 4), moved))[f"{former}.html"])
    target = f"../../../{LEAD.id}.html"
    refresh = [each for each in page.all("meta") if each.attributes.get("http-equiv") == "refresh"]
    assert [each.attributes["content"] for each in refresh] == [f"0; url={target}"]
    assert target in page.links()
    assert page.meta("robots") == ["noindex"]


def test_a_withdrawn_article_is_in_no_list_and_no_count() -> None:
    gone = replace(SECOND, status="withdrawn")
    site = build(issue_of(dt.date(2019, 5, 4), LEAD, gone))
    assert "共" not in Page(site["index.html"]).texts("p", "facts")
    assert "1篇文章" in Page(site["haibin-ribao/index.html"]).texts("p", "facts")[0]
    assert "topics/图书馆.html" not in site


def test_assets_keep_their_paths_and_are_linked_with_a_stamp(site: dict[str, bytes]) -> None:
    assert {"assets/style.css", "assets/search.js", "assets/mark.js"} <= set(site)
    (style,) = [
        each.attributes["href"]
        for each in Page(site[f"{LEAD.id}.html"]).all("link")
        if each.attributes["rel"] == "stylesheet"
    ]
    path, stamp = style.split("?v=")
    assert path == "../../../assets/style.css"
    assert len(stamp) == 10


def test_the_same_archive_gives_the_same_bytes(site: dict[str, bytes]) -> None:
    again = build(
        short_issue(dt.date(2018, 12, 31)),
        short_issue(dt.date(2019, 5, 3)),
        MAIN,
        short_issue(dt.date(2019, 5, 3), publication="wanbao"),
    )
    assert again == site


def test_a_publication_without_settings_goes_by_its_slug() -> None:
    archive = archive_of(short_issue(dt.date(2019, 5, 3), publication="wanbao"), settings=Settings())
    assert archive.settings.publications == {}
    site = build(short_issue(dt.date(2019, 5, 3), publication="wanbao"), settings=Settings())
    assert Page(site["wanbao/index.html"]).texts("h1") == ["〔wanbao〕"]
