"""A month's number says which it is, and how far it is from another."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from generator.model.months import month_number, year_and_month


@given(st.dates(max_value=dt.date(9998, 12, 31)))
def test_numbers_lead_back_and_follow_one_another(day: dt.date) -> None:
    number = month_number(day)
    assert year_and_month(number) == (day.year, day.month)
    assert month_number(day.replace(day=1) + dt.timedelta(31)) == number + 1
