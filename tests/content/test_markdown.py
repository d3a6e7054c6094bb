"""Text that goes into Markdown comes out of it as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content.markdown import compose_body, escape_markdown
from generator.model import Paragraph
from generator.render import plain_paragraphs

_char = st.one_of(
    st.sampled_from("\\`*_{}[]()#+-.!<>&|~=:\"'^$ 1a算"),
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
)
paragraphs = st.lists(
    st.builds(Paragraph, st.text(_char, max_size=40).map(str.strip).filter(bool), st.booleans()), max_size=5
)


@given(paragraphs)
@example(
    [Paragraph("1. 不是列表"), Paragraph("- 也不是"), Paragraph("# C#", True), Paragraph("a_b_c *d* `e`")]
)
@example([Paragraph("&amp; &#60; <script>alert(1)</script> <!-- x -->")])
@example([Paragraph("[x]: http://example.org"), Paragraph("![a](b)"), Paragraph("---"), Paragraph("===")])
@example([Paragraph("10) 第十"), Paragraph("+ 加"), Paragraph("> 引"), Paragraph("\\* 反斜线\\")])
def test_paragraphs_come_back(written: list[Paragraph]) -> None:
    assert plain_paragraphs(compose_body(written)) == tuple(paragraph.text for paragraph in written)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("算力每投入1元，将带动3-4元的经济产出。", "算力每投入1元，将带动3-4元的经济产出。"),
        ("2022. 年份", "2022\\. 年份"),
        ("5.5G 演进", "5.5G 演进"),
        ("-35至65摄氏度", "\\-35至65摄氏度"),
        ("a*b", "a\\*b"),
        ("两行\n一段", "两行 一段"),
    ],
)
def test_only_what_markdown_would_change_is_escaped(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_crossheads_and_paragraphs_stand_apart() -> None:
    assert (
        compose_body([Paragraph("小标题", True), Paragraph("一段。"), Paragraph(" ")])
        == "## 小标题\n\n一段。"
    )
