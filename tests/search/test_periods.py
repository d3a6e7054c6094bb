"""Which part of the index a document is in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.search.periods import PART_LIMIT, group_months

MONTHS = [f"{year}-{month:02d}" for year in range(2018, 2023) for month in range(1, 13)]


def names(counts: dict[str, int]) -> list[str]:
    """The names of the periods of an archive."""
    return [period.name for period in group_months(counts)]


def test_closed_years_whole_the_latest_by_half_quarter_and_month() -> None:
    counts = dict.fromkeys([m for m in MONTHS if m <= "2020-11"], 10)
    assert names(counts) == ["2018", "2019", "2020h1", "2020q3", "2020-10", "2020-11"]


def test_a_large_year_is_divided_and_a_large_quarter_of_it() -> None:
    counts = {"2018-01": PART_LIMIT, "2018-02": 1, "2018-04": 2, "2018-09": 9, "2019-01": 1}
    assert names(counts) == ["2018-01", "2018-02", "2018q2", "2018h2", "2019-01"]


def test_an_empty_archive_has_no_parts() -> None:
    assert names({}) == []


@given(st.dictionaries(st.sampled_from(MONTHS), st.integers(1, PART_LIMIT)))
def test_every_month_is_in_one_period(counts: dict[str, int]) -> None:
    periods = group_months(counts)
    assert [month for period in periods for month in period.months] == sorted(counts)
    assert all(sum(counts[m] for m in p.months) <= PART_LIMIT or len(p.months) == 1 for p in periods)


def test_a_new_issue_leaves_the_periods_before_its_month_as_they_were() -> None:
    before = dict.fromkeys([m for m in MONTHS if m <= "2020-08"], 10)
    assert group_months(before | {"2020-09": 1})[:-1] == group_months(before)
