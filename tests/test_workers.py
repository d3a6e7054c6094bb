"""Work on all cores: results in order, failures where they belong, and no process left behind."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator

import pytest

from generator.workers import in_order


def slower_first(number: int) -> int:
    time.sleep(0.02 * (number % 2))
    if number == 7:
        error = ValueError("seven")
        error.add_note("on page 07")
        raise error
    return number * number


def test_results_come_in_the_order_of_the_things() -> None:
    expected = [n * n for n in range(7)]
    assert list(in_order(slower_first, range(7), 2)) == list(in_order(slower_first, range(7), 1)) == expected


def test_things_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def things() -> Iterator[int]:
        for number in range(0, 200, 2):
            taken.append(number)
            yield number

    results = in_order(slower_first, things(), 2)
    assert next(results) == 0
    assert len(taken) < 20
    results.close()
    assert_no_child()


def test_a_failure_is_raised_in_its_place_and_ends_the_processes() -> None:
    results = in_order(slower_first, range(50), 2)
    assert [next(results) for _ in range(7)] == [n * n for n in range(7)]
    with pytest.raises(ValueError, match="seven") as caught:
        next(results)
    assert caught.value.__notes__ == ["on page 07"]
    assert_no_child()


def assert_no_child() -> None:
    for child in multiprocessing.active_children():
        child.join(60)
    assert multiprocessing.active_children() == []
