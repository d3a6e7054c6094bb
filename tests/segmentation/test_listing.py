"""Lists, tables and verse: each entry a paragraph, and no headline."""

from __future__ import annotations

import pytest

from generator.segmentation import take_apart
from generator.segmentation.listing import mark_entries
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import page_of
from tests.segmentation.typesetting import set_column


@pytest.mark.parametrize(
    "text",
    [
        "1.石桥修葺\n2.木桥加固\n3.渡口迁址",
        "一、石桥修葺\n二、木桥加固",
        "①石桥修葺\n②木桥加固",
        "●石桥修葺\n●木桥加固",
        "桥名 长度 宽度\n石桥 42.5 6.1\n木桥 30.2 3%",
        "桥下流水去，\n桥上行人来。",
        "桥下流水去\n桥上行人来\n渔灯三两点\n相照到楼台",
    ],
)
def test_each_row_is_an_entry(text: str) -> None:
    assert [row.entry for row in mark_entries(read_rows(page_of(text)))] == [True] * (text.count("\n") + 1)


@pytest.mark.parametrize(
    "text",
    [
        "一、石桥修葺\n桥面重新铺了石板，栏杆照旧样补齐。\n二、木桥加固",
        "1.石桥修葺\n3.渡口迁址",
        "石桥重新开放\n行人络绎不绝",
        "两座桥今年都要修，先修\n重修城北石桥。\n镇上的人都来。",
        "2021年 石桥重新开放",
    ],
)
def test_other_rows_are_not(text: str) -> None:
    assert not any(row.entry for row in mark_entries(read_rows(page_of(text))))


def test_a_list_without_full_stops_stays_in_its_story() -> None:
    before = "镇上今年要修三座桥，都在城北的老街附近，住在那里的居民盼了许多年，昨天终于等来了消息。"
    after = "施工从下个月开始，由县里的工程队承担，预计到明年春天全部完工，其间行人从下游的新桥绕行。"
    column = set_column([before], 18) + "\n1.城北石桥\n2.南门木桥\n3.东河渡口\n" + set_column([after], 18)
    stories = take_apart(page_of(f"老街三座桥今年重修\n\n{column}")).stories
    assert [[p.text for p in story.paragraphs] for story in stories] == [
        [before, "1.城北石桥", "2.南门木桥", "3.东河渡口", after]
    ]
    assert not any(p.crosshead for story in stories for p in story.paragraphs)
