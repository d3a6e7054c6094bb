"""Browsing by time: days, months and years, of one newspaper and of all together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.model import Issue
from generator.render.days import Days
from tests.render.archives import MAIN, NOTICE, SETTINGS, build, issue_of, short_issue
from tests.render.reading import Page

DAY = dt.date(2019, 5, 4)


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return build(
        short_issue(dt.date(2009, 5, 4)),
        short_issue(dt.date(2018, 5, 4)),
        short_issue(dt.date(2018, 6, 1)),
        MAIN,
        short_issue(DAY, publication="wanbao"),
        short_issue(DAY, publication="wanbao", edition="xiawu"),
    )


def test_all_issues_of_a_day_stand_side_by_side(site: dict[str, bytes]) -> None:
    day = Page(site["days/2019-05-04.html"])
    assert day.texts("h1") == ["2019年5月4日 星期六"]
    assert day.texts("h2") == ["海滨日报", "〔wanbao〕", "〔wanbao〕 xiawu"]
    assert day.texts("ul", "headlines")[0].startswith("跨湾交通再添一线 新港迎来首班轮渡")
    assert "days/2018-05-04.html" not in site


def test_a_day_stands_beside_itself_in_all_years(site: dict[str, bytes]) -> None:
    page = Page(site["days/05-04.html"])
    assert page.texts("h1") == ["历年5月4日"]
    assert page.texts("h2") == ["2019年", "2018年", "2009年"]
    assert len(page.all("a", "issue")) == 5


def test_the_index_of_days_leads_to_every_day_that_has_issues(site: dict[str, bytes]) -> None:
    index = Page(site["days/index.html"])
    days = [each for each in index.all("a") if each.attributes["href"].startswith("../days/0")]
    assert [(each.attributes["href"], each.attributes["aria-label"]) for each in days] == [
        ("../days/05-04.html", "5月4日 5期"),
        ("../days/06-01.html", "6月1日 1期"),
    ]
    assert {"../days/2009.html", "../days/2018.html#m06"} <= set(index.links())


def test_an_issue_leads_to_its_day_elsewhere_and_in_other_years(site: dict[str, bytes]) -> None:
    issue = Page(site["haibin-ribao/2019-05-04/index.html"])
    assert issue.texts("a", "issue") == ["wanbao", "wanbao xiawu", "2009年", "2018年"]
    links = set(issue.links())
    assert {"../../days/2019-05-04.html", "../../days/05-04.html", "../../haibin-ribao/2019-05.html"} <= links


def test_a_month_lists_its_issues_and_leads_to_its_neighbours(site: dict[str, bytes]) -> None:
    month = Page(site["haibin-ribao/2018-06.html"])
    assert month.texts("a", "issue") == ["2018年6月1日 星期五"]
    (turn,) = [nav for nav in month.all("nav") if nav.has("turn")]
    assert turn.text.split() == ["上一月", "2018年5月", "下一月", "2019年5月"]


def test_a_calendar_says_how_many_articles_a_day_has(site: dict[str, bytes]) -> None:
    year = Page(site["days/2019.html"])
    (day,) = [each for each in year.all("a") if each.attributes.get("aria-label")]
    assert day.attributes["aria-label"] == "2019年5月4日 星期六 5篇文章"
    assert day.attributes["href"] == "../days/2019-05-04.html"
    assert day.has("s4")


def test_one_newspaper_has_no_years_of_all(site: dict[str, bytes]) -> None:
    alone = build(MAIN)
    assert "days/2019.html" not in alone
    assert "haibin-ribao/2019.html" in Page(alone["index.html"]).links()
    assert "days/2019.html" in site


def test_other_years_are_the_nearest() -> None:
    records = [short_issue(dt.date(year, 2, 28)).record for year in (1980, 1999, 2000, 2003)]
    found = Days(records).other_years(dt.date(2001, 2, 28), 3)
    assert [date.year for date in found] == [1999, 2000, 2003]
    assert Days(records).other_years(dt.date(2001, 2, 27), 3) == ()


def test_many_notices_are_divided_by_year() -> None:
    def notices(year: int, many: int) -> list[Issue]:
        date = dt.date(year, 5, 4)
        made = [replace(NOTICE, id=f"haibin-ribao/{date}/p01/{n:03d}") for n in range(1, many + 1)]
        return [issue_of(date, *made)]

    site = build(*notices(2018, 60), *notices(2019, 60), settings=SETTINGS)
    assert len(Page(site["notices/index.html"]).all("a", "title")) == 100
    assert len(Page(site["notices/2018.html"]).all("a", "title")) == 60
    assert Page(site["notices/2018.html"]).meta("robots") == ["noindex, follow"]
    assert "../notices/2019.html" in Page(site["notices/2018.html"]).links()
