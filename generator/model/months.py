"""Months as whole numbers, so that they can be counted and are as far apart as their numbers."""

from __future__ import annotations

import datetime as dt

_MONTHS = 12


def month_number(day: dt.date) -> int:
    """Return the number of the month of ``day``."""
    return day.year * _MONTHS + day.month - 1


def year_and_month(number: int) -> tuple[int, int]:
    """Return the year and the month, from 1, that ``month_number`` has given a number."""
    year, month = divmod(number, _MONTHS)
    return year, month + 1
