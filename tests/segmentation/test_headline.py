"""The rows of a headline are told into kicker, title and subtitle."""

from __future__ import annotations

import pytest

from generator.segmentation.headline import Headline, split_headline
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import page_of


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["石桥重新开放"], Headline("石桥重新开放")),
        (["修缮历时两年", "石桥重新开放"], Headline("石桥重新开放", kicker="修缮历时两年")),
        (
            ["修缮历时两年", "石桥重新开放", "车辆今后绕行"],
            Headline("石桥重新开放", kicker="修缮历时两年", subtitle="车辆今后绕行"),
        ),
        (
            ["石桥重新开放", "“修旧如旧”让老手艺回到工地 “问计于民”让街坊走进方案"],
            Headline("石桥重新开放", subtitle="“修旧如旧”让老手艺回到工地 “问计于民”让街坊走进方案"),
        ),
        (["市政府重申", "禁止占用消防通道"], Headline("禁止占用消防通道", kicker="市政府重申")),
        (
            ["市政府重申", "节日期间禁止在居民楼的走廊和消防通道堆放任何杂物"],
            Headline("节日期间禁止在居民楼的走廊和消防通道堆放任何杂物", kicker="市政府重申"),
        ),
        (["石桥两年", "——城北修桥纪事"], Headline("石桥两年", subtitle="——城北修桥纪事")),
        (["石桥将用新石料", "涵盖桥面和栏杆"], Headline("石桥将用新石料", subtitle="涵盖桥面和栏杆")),
    ],
)
def test_headline(rows: list[str], expected: Headline) -> None:
    assert split_headline(read_rows(page_of("\n".join(rows)))) == expected
