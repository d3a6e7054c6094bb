"""What lists show of an article, and ids that two articles claim."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.archive import OPENING, find_collisions, summarise
from generator.model import Article, Issue, IssueRecord


def issue(*articles: Article) -> Issue:
    return Issue(IssueRecord("wanbao", dt.date(2022, 9, 20)), articles)


def article(
    number: int = 1, body: str = "", lede: tuple[str, ...] = (), formerly: tuple[str, ...] = ()
) -> Article:
    return Article(f"wanbao/2022-09-20/p01/{number:02d}", "article", "题", body, lede=lede, formerly=formerly)


def paragraphs(body: str) -> tuple[str, ...]:
    return tuple(body.split("\n\n"))


@pytest.mark.parametrize(
    ("body", "lede", "opening"),
    [
        ("## 小标题\n\n第一段。\n\n第二段。", (), "第一段。"),
        ("正文。", ("导语一。", "导语二。"), "导语一。导语二。"),
        ("One.", ("Lede one.", "Lede two."), "Lede one. Lede two."),
        ("甲" * 200, (), "甲" * OPENING + "……"),
        ("甲" * 60 + "。" + "乙" * 100, (), "甲" * 60 + "。"),
        ("甲" * 60 + "，" + "乙" * 100, (), "甲" * 60 + "……"),
        ("", (), ""),
    ],
)
def test_the_first_words(body: str, lede: tuple[str, ...], opening: str) -> None:
    assert summarise(issue(article(1, body, lede)), paragraphs).articles[0].opening == opening


def test_ids_that_two_articles_claim() -> None:
    former = "wanbao/2022-09-19/p01/01"
    articles = (
        article(1, formerly=(former,)),
        article(2, formerly=(former,)),
        article(3, formerly=(article().id,)),
    )
    places = {article().id: "01.md", article(2).id: "02.md"}
    claims = [(each.id, was) for each in articles for was in each.formerly]
    ids = {each.id for each in articles}
    problems = find_collisions(claims, ids.__contains__, lambda id_: places.get(id_, id_))
    assert [problem.file for problem in problems] == ["02.md", article(3).id]
    assert f"formerly names {former}, which is claimed by 01.md" in problems[0].message
    assert f"formerly names {article().id}, which is the id of 01.md" in problems[1].message
