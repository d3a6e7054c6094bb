"""A page changes only with what it is about: an issue added leaves the rest of the site as it was."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from generator.model import Article, Issue, Terms
from tests.render.archives import build, issue_of, with_base_url

DATES = [dt.date(year, month, 4) for year in (2017, 2018, 2019) for month in (3, 5)]
ADDED = dt.date(2018, 7, 4)


def issue(date: dt.date, publication: str, topic: str) -> Issue:
    def article(number: int, *topics: str) -> Article:
        return Article(
            id=f"{publication}/{date}/p01/{number:02d}",
            kind="article",
            title=f"{date}的第{number}条消息",
            body="正文。",
            section="要闻",
            terms=Terms(topics=topics),
        )

    return issue_of(date, article(1, "轮渡", topic), article(2, topic), publication=publication)


@pytest.fixture(scope="module")
def changed() -> set[str]:
    """The paths that are new, gone or different once one more issue is there."""
    papers = ("haibin-ribao", "wanbao")
    issues = [issue(date, paper, f"旧闻{date.year}") for date in DATES for paper in papers]
    before = build(*issues, settings=with_base_url())
    after = build(*issues, issue(ADDED, "wanbao", "新闻"), settings=with_base_url())
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_of_other_issues_only_the_neighbours_change(changed: set[str]) -> None:
    issues = {match[0] for path in changed if (match := re.match(r"[\w-]+/\d{4}-\d{2}-\d{2}", path))}
    assert issues == {"wanbao/2018-05-04", "wanbao/2018-07-04", "wanbao/2019-03-04"}
    assert {path for path in changed if path.startswith("wanbao/2018-05-04")} == {
        "wanbao/2018-05-04/index.html"
    }


def test_of_days_months_and_years_only_its_own_change(changed: set[str]) -> None:
    assert {path for path in changed if re.fullmatch(r"[\w-]+/\d{4}(-\d\d)?\.html", path)} == {
        "wanbao/2018.html",
        "wanbao/2018-05.html",  # it leads to the month after
        "wanbao/2018-07.html",
        "wanbao/2019-03.html",
        "days/2018.html",
    }
    assert {path for path in changed if path.startswith("days/")} == {
        "days/index.html",
        "days/2018.html",
        "days/07-04.html",
    }


def test_of_topics_only_its_own_change(changed: set[str]) -> None:
    assert {path for path in changed if path.startswith("topics/")} == {
        "topics/index.html",
        "topics/轮渡.html",
        "topics/轮渡.xml",
        "topics/新闻.html",
        "topics/新闻.xml",
    }


def test_nothing_else_changes(changed: set[str]) -> None:
    rest = {path for path in changed if not re.match(r"(wanbao/201|days/|topics/)", path)}
    pages = {path for path in rest if path.endswith(".html")}
    assert pages == {"index.html", "wanbao/index.html"}
    # Feeds, sitemaps and lists of holdings name the issue; none is of another newspaper or of another year.
    assert not [path for path in rest - pages if "haibin-ribao" in path or re.search("2017|2019", path)]
