"""Articles on the same matter: rare terms shared count, common ones do not, and the choice is stable."""

from __future__ import annotations

import datetime as dt

from generator.catalogue.kinship_rule import RELATED
from generator.model import ArticleSummary, IssueRecord, IssueSummary, Terms
from tests.catalogue import made_up
from tests.catalogue.nearest import find_related


def article(day: int, number: int, kind: str = "article", status: str = "", **terms: str) -> ArticleSummary:
    date = dt.date(2019, 1, 1) + dt.timedelta(days=day)
    held = Terms(**{name: tuple(value.split()) for name, value in terms.items()})
    return made_up.article(f"wanbao/{date}", number, held, kind=kind, status=status)


def related(*articles: ArticleSummary) -> dict[str, list[str]]:
    by_date: dict[dt.date, list[ArticleSummary]] = {}
    for each in articles:
        by_date.setdefault(each.date, []).append(each)
    issues = [IssueSummary(IssueRecord("wanbao", date), tuple(by_date[date])) for date in sorted(by_date)]
    return {key: [each.id for each in found] for key, found in find_related(issues).items()}


def filler(count: int, **terms: str) -> list[ArticleSummary]:
    return [article(1000 + n, 1, **terms) for n in range(count)]


def test_a_rare_topic_in_common_counts_and_a_common_one_does_not() -> None:
    one, other, third = (
        article(0, 1, topics="轮渡 会议"),
        article(90, 1, topics="轮渡"),
        article(1, 1, topics="会议"),
    )
    found = related(one, other, third, *filler(60, topics="会议"))
    assert found[one.id] == [other.id]
    assert found[other.id] == [one.id]
    assert third.id not in found


def test_the_more_and_the_rarer_in_common_the_nearer() -> None:
    one = article(0, 1, topics="轮渡 票价", people="林某")
    rare = article(50, 1, people="林某")
    two = article(60, 1, topics="轮渡", people="林某")
    often = article(2, 1, topics="票价")
    found = related(one, rare, two, often, *filler(5, topics="票价"), *filler(90))
    assert found[one.id][:3] == [two.id, rare.id, often.id]


def test_of_equals_the_nearer_in_time_comes_first() -> None:
    one, near, far = (
        article(10, 1, topics="轮渡"),
        article(13, 1, topics="轮渡"),
        article(2, 1, topics="轮渡"),
    )
    assert related(far, one, near, *filler(20))[one.id] == [near.id, far.id]


def test_a_place_says_less_than_a_person() -> None:
    one = article(0, 1, places="湾口", people="林某")
    place, person = article(1, 1, places="湾口"), article(9, 1, people="林某")
    assert related(one, place, person, *filler(30))[one.id][0] == person.id


def test_notices_and_what_was_withdrawn_are_related_to_nothing() -> None:
    one = article(0, 1, topics="轮渡")
    notice = article(0, 2, kind="notice", topics="轮渡")
    gone = article(1, 1, status="withdrawn", topics="轮渡")
    assert related(one, notice, gone, *filler(20)) == {}


def test_no_more_are_named_than_fit() -> None:
    found = related(*(article(day, 1, topics="轮渡") for day in range(9)), *filler(90))
    assert {len(ids) for ids in found.values()} == {RELATED}


def test_one_more_issue_changes_few_of_the_older() -> None:
    older = [
        article(day, n, topics=f"甲{day % 7} 乙{(day * n) % 90}", places="湾口")
        for day in range(60)
        for n in range(4)
    ]
    newer = [article(61, n, topics=f"甲{n} 乙{n * 11}", places="湾口") for n in range(4)]
    before, after = related(*older), related(*older, *newer)
    changed = [key for key in before if before[key] != after[key]]
    assert len(before) > 100
    assert len(changed) <= len(before) // 20
