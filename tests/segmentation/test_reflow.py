"""Rows of a paragraph are joined as the script demands."""

from __future__ import annotations

import pytest

from generator.segmentation.reflow import join_rows
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import page_of


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["大桥昨天", "通车。"], "大桥昨天通车。"),
        (["人脸识别数据库Web-", "face开放。"], "人脸识别数据库Webface开放。"),
        (["《2021-", "2022年度报告》"], "《2021-2022年度报告》"),
        (["the Anglo-", "American press"], "the Anglo-American press"),
        (["the daily", "press of London"], "the daily press of London"),
        (["速率为10Gbps", "的网络"], "速率为10Gbps的网络"),
        (["共有12", "345人"], "共有12345人"),
        (["使用Ｍａｃ", "Ｏｓ系统"], "使用ＭａｃＯｓ系统"),
        (["（Cell to", "Pack）"], "（Cell to Pack）"),
    ],
)
def test_rows_are_joined(rows: list[str], expected: str) -> None:
    assert join_rows(read_rows(page_of("\n".join(rows)))) == expected
