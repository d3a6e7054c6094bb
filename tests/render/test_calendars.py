"""Calendars: every day in its place, every issue on its day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.render.calendars import calendar_of, density_of, publication_years
from generator.render.interface_words import load_words
from generator.render.shading import Scale
from generator.render.views import IssueView, PublicationView
from tests.render.archives import LAYOUTS

PAPER = PublicationView("wanbao", "wanbao/index.html", "滨城晚报", False, "zh-Hans", "")
WORDS = load_words([LAYOUTS], "zh-Hans")


def issue(date: dt.date, edition: str = "") -> IssueView:
    return IssueView(
        f"wanbao/{date}-{edition}", "", PAPER, str(date), str(date), date.year, edition, "", "", 3, 0, 1
    )


@given(st.lists(st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), unique=True, max_size=40))
def test_every_issue_stands_once_under_its_day(dates: list[dt.date]) -> None:
    months = calendar_of(map(issue, sorted(dates)), WORDS).months
    found = []
    for month in months:
        for week in month.weeks:
            assert len(week) == 7
            for weekday, day in enumerate(week):
                if day is not None:
                    date = dt.date(2024, month.month, day.day)
                    assert date.weekday() == weekday
                    found += [each.date for each in day.issues]
    assert found == [str(date) for date in sorted(dates)]
    assert [month.month for month in months] == sorted({date.month for date in dates})
    assert sum(month.issues for month in months) == len(dates)


def test_editions_of_a_day_stand_together() -> None:
    day = dt.date(2024, 2, 29)
    (month,) = calendar_of([issue(day), issue(day, "xiawu")], WORDS).months
    (found,) = [d for week in month.weeks for d in week if d and d.issues]
    assert (month.issues, [each.edition for each in found.issues]) == (2, ["", "xiawu"])
    assert (found.url, found.articles) == ("days/2024-02-29.html", 6)


def test_a_day_of_one_issue_leads_to_it() -> None:
    only = replace(issue(dt.date(2024, 2, 29)), url="wanbao/2024-02-29/index.html")
    (month,) = calendar_of([only], WORDS).months
    assert [d.url for week in month.weeks for d in week if d and d.issues] == [only.url]


def test_years_by_months_say_how_much_each_has() -> None:
    issues = [issue(dt.date(2023, 12, 1)), issue(dt.date(2024, 1, 5)), issue(dt.date(2024, 1, 6))]
    density = density_of(issues, WORDS, lambda year: f"{year}", lambda year, month: f"{year}-{month}")
    assert [row.year.year for row in density.years] == [2024, 2023]
    assert [(m.articles, m.url) for m in density.years[0].months if m.issues] == [(6, "2024-1")]
    assert [len(row.months) for row in density.years] == [12, 12]
    assert density.years[0].months[0].shade == 4
    assert density.years[1].months[11].shade == 2


@given(st.lists(st.integers(0, 500)), st.integers(0, 500))
def test_a_legend_says_the_shade_of_every_number(numbers: list[int], more: int) -> None:
    scale = Scale([*numbers, more])
    shades = {n: each.shade for each in scale.legend for n in range(each.low, each.high + 1)}
    assert set(shades) == set(range(1, max([*numbers, more]) + 1))
    for number in (n for n in (*numbers, more) if n):
        assert scale.shade(number) == shades[number]
    assert scale.shade(0) == 0


def test_years_are_newest_first_with_their_counts() -> None:
    issues = [issue(dt.date(2019, 1, 1)), issue(dt.date(2021, 1, 1)), issue(dt.date(2021, 1, 2))]
    years = publication_years(PAPER, issues).years
    assert [(year.year, year.url, year.issues, year.articles) for year in years] == [
        (2021, "wanbao/2021.html", 2, 6),
        (2019, "wanbao/2019.html", 1, 3),
    ]
