"""Calendars: every day in its place, every issue on its day."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from generator.render.calendars import months_of, publication_years
from generator.render.interface_words import load_words
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
    months = months_of(2024, map(issue, sorted(dates)), WORDS)
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
    (month,) = months_of(2024, [issue(day), issue(day, "xiawu")], WORDS)
    editions = [[each.edition for each in d.issues] for week in month.weeks for d in week if d and d.issues]
    assert (month.issues, editions) == (2, [["", "xiawu"]])


def test_years_are_newest_first_with_their_counts() -> None:
    issues = [issue(dt.date(2019, 1, 1)), issue(dt.date(2021, 1, 1)), issue(dt.date(2021, 1, 2))]
    years = publication_years(PAPER, issues).years
    assert [(year.year, year.url, year.issues, year.articles) for year in years] == [
        (2021, "wanbao/2021.html", 2, 6),
        (2019, "wanbao/2019.html", 1, 3),
    ]
