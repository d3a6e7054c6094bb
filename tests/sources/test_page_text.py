"""Lines are counted through the file, and pages are divided by form feeds."""

from __future__ import annotations

import pytest

from generator.model import Line
from generator.sources.dates import propose_date
from generator.sources.page_text import clean_lines, split_pages


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(number, text) for number, text in enumerate(texts, 1))


def test_form_feeds_divide_pages_and_lines_are_counted_through() -> None:
    first, second = split_pages("甲\n乙\f丙\n\n丁\n\f\n")
    assert first == lines("甲", "乙")
    assert second == (Line(2, "丙"), Line(3, ""), Line(4, "丁"), Line(5, ""))


def test_characters_that_no_page_can_hold_are_shown_and_reported() -> None:
    cleaned, warnings = clean_lines(
        lines("好的一行", "坏\x00字\ud800", "原有\ufffd", "私用\ue000", "未定\u0378"), "page.txt"
    )
    assert [line.text for line in cleaned] == [
        "好的一行",
        "坏\ufffd字\ufffd",
        "原有\ufffd",
        "私用\ue000",
        "未定\u0378",
    ]
    assert [(warning.line, warning.code) for warning in warnings] == [
        (n, "source-characters") for n in (2, 3, 4, 5)
    ]
    assert "U+0000, U+D800" in warnings[0].message


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("晚报 2022年9月20日 星期二\n正文", "2022-09-20"),
        ("标题\n据新华社北京12月31日电\n2021年，产量上升。2021年12月", "2022-01-01"),
        ("标题\n新华社北京9月19日电\n2022年 2月启动，比2021年早", "2022-09-20"),
        ("标题\n" * 9 + "会议于1996-03-05召开\n" + "正文\n" * 9, "1996-03-05"),
    ],
)
def test_the_date_that_a_text_speaks_for(text: str, date: str) -> None:
    proposal = propose_date(text)
    assert proposal is not None
    assert proposal.date.isoformat() == date
    assert proposal.basis


@pytest.mark.parametrize("text", ["没有日期", "2月30日电 2022年", "12345678901"])
def test_no_date_is_proposed_where_none_is_told(text: str) -> None:
    assert propose_date(text) is None
