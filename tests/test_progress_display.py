"""Long work shows itself: a bar at a terminal, few lines elsewhere, and the table of stages at the end."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from generator import console
from generator.progress import StageTime, counted
from generator.progress_display import LINE_EVERY, ProgressDisplay, shown_progress
from tests.conftest import Run


class Clock:
    """A clock that a test moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def work(display: ProgressDisplay, clock: Clock, count: int, seconds: float) -> None:
    for _ in range(count):
        clock.now += seconds
        display.advance()


def test_without_a_terminal_a_line_comes_every_few_seconds() -> None:
    clock, stream = Clock(), io.StringIO()
    display = ProgressDisplay(stream, clock)
    display.begin("issues", 1000)
    work(display, clock, 1000, 1 / 64)
    lines = stream.getvalue().splitlines()
    assert len(lines) == int(1000 / 64 / LINE_EVERY)
    assert lines[0] == "issues: 320 of 1,000 (32 %), 64/s, 11 s left"


def test_quick_work_shows_nothing() -> None:
    for stream in (io.StringIO(), Terminal()):
        clock = Clock()
        display = ProgressDisplay(stream, clock)
        display.begin("issues", 10)
        work(display, clock, 10, 0.01)
        display.end()
        assert stream.getvalue() == ""


def test_a_terminal_gets_a_bar_with_rate_and_time_left() -> None:
    clock, stream = Clock(), Terminal()
    display = ProgressDisplay(stream, clock)
    display.begin("issues", 40)
    work(display, clock, 20, 0.1)
    display.end()
    shown = stream.getvalue().split("\r")[-1]
    assert "issues" in shown
    assert "20/40" in shown
    assert "10/s" in shown
    assert shown.endswith("\033[?25h\n"), "the cursor comes back"


def test_stages_are_counted_and_timed() -> None:
    clock = Clock()
    display = ProgressDisplay(io.StringIO(), clock)
    display.begin("read", 3)
    work(display, clock, 3, 1.0)
    display.begin("write")
    assert list(counted("ab", display)) == ["a", "b"]
    clock.now += 2.0
    display.end()
    assert [(stage.name, stage.count, stage.seconds) for stage in display.stages] == [
        ("read", 3, 3.0),
        ("write", 2, 2.0),
    ]


def test_when_quiet_the_stages_are_timed_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress(quiet=True) as progress:
        progress.begin("read", 2)
        progress.advance(2)
    assert [(stage.name, stage.count) for stage in progress.stages] == [("read", 2)]
    assert capsys.readouterr() == ("", "")


def test_the_table_is_of_long_work_alone(capsys: pytest.CaptureFixture[str]) -> None:
    console.show_stages([StageTime("read", 2, 1.0)])
    assert capsys.readouterr().out == ""
    console.show_stages([StageTime("read", 1234, 3.0), StageTime("issues", 7, 12.5)])
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["read", "1,234", "3.00", "s"],
        ["issues", "7", "12.50", "s"],
    ]


def test_quiet_commands_show_warnings_and_errors_alone(run: Run) -> None:
    Path("a.jsonl").write_text(
        '{"date": "1996-01-02", "title": "甲"}\n{"date": "1996-01-02", "title": "乙"}\n'
    )
    assert run("import", "a.jsonl", "--publication", "wanbao", "--quiet") == (0, "", "")
    Path("b.jsonl").write_text(Path("a.jsonl").read_text() + '{"date": "1996-01-02", "title": "丙"}\n')
    status, out, err = run("import", "b.jsonl", "--publication", "wanbao", "-q")
    assert (status, out) == (0, "")
    assert "b.jsonl: warning: wanbao/1996-01-02 has 2 of these lines already" in err
    for command in (("topics",), ("build", "--no-search"), ("check",), ("export", "--bagit", "bag")):
        status, out, err = run(*command, "--quiet")
        assert (status, out) == (0, "")
        assert "error" not in err
