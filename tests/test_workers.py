"""Work on all cores: results in order, failures where they belong, and no process left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from generator.errors import BackfileError
from generator.workers import in_order
from tests.conftest import PROJECT


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
    # Not by joining them: the thread that looks after a pool may be told of their end before this one is.
    end = time.monotonic() + 60
    while multiprocessing.active_children() and time.monotonic() < end:
        time.sleep(0.01)
    assert multiprocessing.active_children() == []


ORPHANS = """
import os
import time
from generator.workers import in_order

def wait(number):
    os.write(1, b"at work\\n")  # at once: two processes write here
    time.sleep(60)  # for no longer than that does the test wait where it fails

list(in_order(wait, range(2), 2))
"""


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_one_that_waits_for_it(kind: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ORPHANS],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert [process.stdout.readline() for _ in range(2)] == ["at work\n"] * 2
        process.send_signal(kind)
        assert process.wait() == -kind
        assert process.stdout.read() == ""  # comes to its end when the last of them has gone


def end_itself(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_the_system_has_ended_is_told_of() -> None:
    with pytest.raises(BackfileError, match="memory has run out"):
        list(in_order(end_itself, range(20), 2))
    assert_no_child()


@pytest.mark.parametrize(("jobs", "things"), [(1, 3), (2, 3), (2, 1), (2, 0), (1, 0)])
def test_meanwhile_something_else_is_done_here_once(jobs: int, things: int) -> None:
    done: list[int] = []
    results = in_order(slower_first, range(things), jobs, meanwhile=lambda: done.append(os.getpid()))
    assert list(results) == [n * n for n in range(things)]
    assert done == [os.getpid()]


def test_a_failure_of_what_is_done_meanwhile_ends_the_processes() -> None:
    def fail() -> None:
        raise ValueError("meanwhile")

    with pytest.raises(ValueError, match="meanwhile"):
        list(in_order(slower_first, range(5), 2, meanwhile=fail))
    assert_no_child()
