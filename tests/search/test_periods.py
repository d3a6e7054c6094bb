"""Which part of the index a document is in."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from generator.search.periods import OPEN_LIMIT, PART_LIMIT, group_days

DAYS = [
    f"{year}-{month:02d}-{day:02d}"
    for year in range(2018, 2023)
    for month in range(1, 13)
    for day in (1, 10, 11, 20, 21, 28)
]


def until(last: str, size: int = 10) -> dict[str, int]:
    """Days of the same size up to ``last``."""
    return dict.fromkeys((day for day in DAYS if day <= last), size)


def names(sizes: dict[str, int]) -> list[str]:
    """The names of the periods of an archive."""
    return [period.name for period in group_days(sizes)]


def days(sizes: dict[str, int]) -> Iterable[str]:
    """The days of all periods, in order."""
    return (day for period in group_days(sizes) for day in period.days)


def test_closed_years_whole_the_latest_by_half_quarter_and_month() -> None:
    assert names(until("2020-11-20")) == ["2018", "2019", "2020h1", "2020q3", "2020-10", "2020-11"]


def test_a_large_year_is_divided_and_a_large_quarter_of_it() -> None:
    sizes = {"2018-01-05": PART_LIMIT, "2018-02-01": 1, "2018-04-01": 2, "2018-09-01": 9, "2019-01-01": 1}
    assert names(sizes) == ["2018-01", "2018-02", "2018q2", "2018h2", "2019-01"]


def test_a_large_month_is_divided_into_tens_of_days_and_days() -> None:
    sizes = {"2018-01-01": PART_LIMIT, "2018-01-10": 1, "2018-01-20": 1, "2018-01-31": PART_LIMIT + 1}
    assert names(sizes) == ["2018-01-01", "2018-01-10", "2018-01b", "2018-01-31"]


def test_a_large_half_is_divided_into_the_fewest_pieces_that_are_small_enough() -> None:
    third = PART_LIMIT // 3
    sizes = dict.fromkeys((f"2018-{month:02d}-10" for month in range(1, 13)), third) | {"2019-01-01": 1}
    assert names(sizes) == ["2018q1", "2018q2", "2018q3", "2018q4", "2019-01"]
    sizes |= {"2018-02-10": third + 9}
    assert names(sizes)[:5] == ["2018m01", "2018m03", "2018m05", "2018q3", "2018q4"]
    sizes |= {"2018-02-10": PART_LIMIT}
    assert names(sizes)[:4] == ["2018-01", "2018-02", "2018-03", "2018q2"]


def test_of_a_large_month_that_is_open_a_new_issue_changes_few_days() -> None:
    a_day = OPEN_LIMIT // 10
    sizes = {f"2020-08-{day:02d}": a_day for day in range(1, 25)}
    assert names(sizes) == ["2020-08a", "2020-08b", "2020-08c"]
    assert names(sizes | {"2020-08-25": OPEN_LIMIT})[2:] == [f"2020-08-{day}" for day in range(21, 26)]


def test_an_empty_archive_has_no_parts() -> None:
    assert names({}) == []


@given(st.dictionaries(st.sampled_from(DAYS), st.integers(1, PART_LIMIT)))
def test_every_day_is_in_one_period_and_none_is_too_large(sizes: dict[str, int]) -> None:
    assert list(days(sizes)) == sorted(sizes)
    assert all(sum(sizes[day] for day in period.days) <= PART_LIMIT for period in group_days(sizes))


def test_a_new_issue_leaves_the_periods_before_its_month_as_they_were() -> None:
    before = until("2020-08-20")
    assert group_days(before | {"2020-09-01": 1})[:-1] == group_days(before)
