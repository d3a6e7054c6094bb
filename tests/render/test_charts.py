"""Charts: what is drawn is what was counted."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.charts import HEIGHT, MOST_BARS, WIDTH, by_month, shares, timeline
from generator.render.interface_words import load_words
from tests.render.archives import LAYOUTS

WORDS = load_words([LAYOUTS], "zh-Hans")


@given(st.lists(st.dates(dt.date(1950, 1, 1), dt.date(2020, 12, 31)), max_size=60))
def test_every_date_is_in_one_bar_and_bars_stay_inside(dates: list[dt.date]) -> None:
    chart = timeline(by_month((date, 1) for date in dates), WORDS)
    if len({(date.year, date.month) for date in dates}) < 2:
        assert chart is None
        return
    assert chart is not None
    assert sum(bar.value for bar in chart.bars) == chart.total == len(dates)
    assert len(chart.bars) <= MOST_BARS
    assert max(bar.height for bar in chart.bars) == HEIGHT
    for bar in chart.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
        assert bar.y + bar.height == pytest.approx(HEIGHT)
        assert bar.height == pytest.approx(bar.value / chart.most.value * HEIGHT, abs=0.1)


def test_a_short_time_goes_by_month_and_a_long_one_by_year() -> None:
    short = timeline(
        by_month([(dt.date(2019, 11, 5), 1), (dt.date(2020, 2, 1), 2), (dt.date(2020, 5, 1), 0)]), WORDS
    )
    assert short is not None
    assert [(bar.label, bar.value) for bar in short.bars] == [
        ("2019年11月", 1),
        ("2020年2月", 2),
    ]
    assert [bar.x for bar in short.bars] == [100, 850]  # two empty columns of 250 between them
    assert (short.unit, short.marks) == ("month", ("2019年11月", "2020年1月", "2020年2月"))
    long = timeline(by_month([(dt.date(1990, 1, 5), 1), (dt.date(2020, 2, 1), 1)]), WORDS)
    assert long is not None
    assert [(bar.label, bar.width) for bar in long.bars] == [("1990年", 25.8), ("2020年", 25.8)]
    assert (long.unit, long.marks) == ("year", ("1990年", "2005年", "2020年"))


def test_shares_are_of_the_whole_and_the_smallest_stand_together() -> None:
    parts = shares(Counter({"城事": 5, "要闻": 3, "副刊": 1, "体育": 1}), 2, "其他")
    assert [(part.label, part.count, part.percent) for part in parts] == [
        ("城事", 5, 50),
        ("要闻", 3, 30),
        ("其他", 2, 20),
    ]
    assert shares(Counter({"城事": 5}), 2, "其他") == ()
