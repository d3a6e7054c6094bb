"""The assignment is the best there is."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from generator.assignment import assign

tables = st.integers(0, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(-9, 9).map(float), min_size=columns, max_size=columns), max_size=4
    )
)


def best_by_trying(values: list[list[float]]) -> float:
    columns = [*range(len(values[0]))] if values else []
    choices = itertools.product([None, *columns], repeat=len(values))
    sums = [
        sum(values[row][column] for row, column in enumerate(choice) if column is not None)
        for choice in choices
        if len(taken := [c for c in choice if c is not None]) == len(set(taken))
    ]
    return max(sums, default=0.0)


@given(tables)
def test_no_other_assignment_has_a_greater_sum(values: list[list[float]]) -> None:
    given_columns = assign(values)
    assert len(set(given_columns.values())) == len(given_columns)
    assert sum(values[r][c] for r, c in given_columns.items()) == best_by_trying(values)
