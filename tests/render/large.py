"""A made archive of many years, for the tests of what long lists weigh."""

from __future__ import annotations

import datetime as dt
from itertools import count

from generator.model import Archive, Article, Issue, Publication, Settings, Terms
from tests.render.archives import archive_of, issue_of

PAPERS = ("ribao", "wanbao", "zhoubao")
SETTINGS = Settings(
    title="三报合藏",
    base_url="https://archive.example/",
    term_page_from=2,
    publications={slug: Publication(slug, f"滨城{slug}") for slug in PAPERS},
)
EVERYWHERE = "轮渡"
"""A topic that every article has."""


def large_issues(years: int = 40, issues_a_year: int = 8, articles: int = 2) -> list[Issue]:
    """Issues of three newspapers: the same days in each year, more of them in the last year."""
    made = []
    numbers = count()
    for year in range(1980, 1980 + years):
        for paper in PAPERS:
            for day in range(issues_a_year):
                date = dt.date(year, 1 + day % 12, 4)
                made.append(_issue(paper, date, articles, numbers))
    for day in range(1, 29):
        made += [_issue(paper, dt.date(1980 + years, 3, day), articles, numbers) for paper in PAPERS]
    return made


def large_archive() -> tuple[Archive, list[Issue]]:
    """The archive of those issues, about 2,100 articles, and the issues themselves.

    Half as many topics have two articles, and as many have one and no page, as in any large archive.
    """
    issues = large_issues()
    return archive_of(*issues, settings=SETTINGS), issues


def _issue(paper: str, date: dt.date, articles: int, numbers: count[int]) -> Issue:
    return issue_of(
        date, *(_article(paper, date, n, next(numbers)) for n in range(1, articles + 1)), publication=paper
    )


def _article(paper: str, date: dt.date, number: int, serial: int) -> Article:
    return Article(
        id=f"{paper}/{date}/p01/{number:02d}",
        kind="article",
        title=f"新港迎来第{serial}班轮渡 两岸往来只要四十分钟",
        kicker="跨湾交通再添一线",
        body="昨日清晨，新港码头汽笛长鸣，首班轮渡载客二百余人。" * 4,
        section=("要闻", "城事")[serial % 2],
        attribution="本报记者 林海",
        terms=Terms(topics=(EVERYWHERE, f"第{serial // 2}号码头", f"航线{serial % 30}", f"轮渡{serial}号")),
    )
