"""A page says its own label and name in its header, and no other line of it does."""

from __future__ import annotations

import pytest

from generator.model import Line
from generator.sources.page_header import PageHeader, read_page_header


def header(*texts: str) -> PageHeader:
    return read_page_header([Line(number, text) for number, text in enumerate(texts, 1)])


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("第三版", "03", ""),
        ("第 3 版", "03", ""),
        ("A03版 经济", "A03", "经济"),
        ("A03版：要闻", "A03", "要闻"),
        ("第03版　要闻", "03", "要闻"),
        ("要闻 第三版", "03", "要闻"),
        ("A08 综合新闻", "A08", "综合新闻"),
        ("Ａ０８　综 合 新 闻", "A08", "综合新闻"),
        ("2022年9月20日 星期二 第12版", "12", ""),
        ("2022年9月20日第12版：国际", "12", "国际"),
        ("江城晚报 2022年9月20日 星期二 第12版 民生·社会", "12", "民生·社会"),
        ("江城晚报 第二版", "02", ""),
        ("第五版 责任编辑：王一", "05", ""),
        ("十一版", "11", ""),
        ("二十版", "20", ""),
        ("METRO A3", "A03", "METRO"),
        ("The Daily Ledger | March 5, 1996 | Page A3", "A03", ""),
        ("Page B2 · Home and Garden", "B02", "Home and Garden"),
    ],
)
def test_what_a_header_states(text: str, label: str, name: str) -> None:
    assert header(text, "正文", "正文") == PageHeader(label, name)
    assert header("正文", "正文", text) == PageHeader(label, name)


@pytest.mark.parametrize(
    "text",
    [
        "（下转第三版）",
        "上接第一版",
        "Continued from page A1",
        "See TAX, page 4",
        "出版",
        "再版",
        "根据第十版防控方案和诊疗方案，",
        "第十版诊疗方案",
        "修订后的第二版",
        "《辞海》第七版",
        "这本书的第3版昨日在北京发行，印数比第二版多了一倍，读者排起长队",
        "B2B 平台",
        "G20 峰会开幕 各国领导人抵达",
        "国产大飞机C919",
        "乘坐C57次列车",
    ],
)
def test_other_lines_state_nothing(text: str) -> None:
    assert header(text, "正文", "正文") == PageHeader()
