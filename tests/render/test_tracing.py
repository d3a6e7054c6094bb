"""Each line of the source finds its paragraph, also where a person has corrected the text since."""

from __future__ import annotations

from generator.model import SourceRef
from generator.render.source_view import view_source
from generator.render.tracing import trace

PARTS = [
    "新港迎来首班轮渡",
    "昨日清晨，新港码头汽笛长鸣。首班轮渡载客二百余人。",
    "船长介绍，Webface 将于六月启用。",
    "本报讯",
]


def test_lines_belong_to_the_part_they_are_in() -> None:
    lines = [
        "新港迎来",
        "首班轮渡",
        "昨日清晨，新港码头汽笛长",
        "鸣。首班轮渡载客二百余人。",
        "船长介绍，Web-",
        "face 将于六月启用。",
    ]
    assert trace(PARTS, lines) == [(0, 0), (0, 0), (1, 1), (1, 1), (2, 2), (2, 2)]


def test_a_line_may_end_one_part_and_begin_the_next() -> None:
    assert trace(PARTS, ["昨日清晨，新港码头汽笛长鸣。首班轮渡", "载客二百余人。船长介绍，"]) == [
        (1, 1),
        (1, 2),
    ]


def test_parts_may_stand_in_the_source_in_another_order() -> None:
    assert trace(PARTS, ["船长介绍，Webface", "将于六月启用。", "新港迎来首班轮渡"]) == [
        (2, 2),
        (2, 2),
        (0, 0),
    ]


def test_blanks_do_not_matter() -> None:
    assert trace(PARTS, ["　　昨日清晨，新 港码头\t汽笛长鸣。"]) == [(1, 1)]


def test_a_corrected_line_goes_with_its_neighbours_of_one_part_alone() -> None:
    lines = ["昨日清晨，新港码", "头汽苗长鸣。首班", "轮渡载客二百余人。", "毫无关系的一行字", "船长介绍，"]
    assert trace(PARTS, lines) == [(1, 1), (1, 1), (1, 1), None, (2, 2)]


def test_short_lines_are_not_looked_for_elsewhere() -> None:
    assert trace(PARTS, ["轮渡"]) == [None]


def test_paragraphs_name_their_lines_in_ranges() -> None:
    lines = (
        "",
        "新港迎来首班轮渡",
        "昨日清晨，新港码头",
        "",
        "汽笛长鸣。",
        "别处的文字",
        "首班轮渡载客二百余人。",
    )
    source = SourceRef("source/page.txt", ((2, 5), (7, 7)))
    view, origins = view_source(source, {source.file: lines}, PARTS, range(1, 3))
    assert [(run.anchor, run.paragraph) for run in view.runs] == [("s1", 0), ("s2", 1)]
    assert [origin and (origin.anchor, origin.lines) for origin in origins] == [("s2", "3–5, 7"), None]


def test_an_article_of_one_line_is_all_of_that_line() -> None:
    view, origins = view_source(
        SourceRef("a", ((3, 3),)), {"a": ("", "", '{"text": "…"}')}, PARTS, range(1, 3)
    )
    assert [origin and origin.lines for origin in origins] == ["3", "3"]
    assert "…" in view.runs[0].items


def test_source_lines_are_text() -> None:
    view, _ = view_source(SourceRef("a", ((1, 2),)), {"a": ("<b>&", "第二行")}, PARTS, range(1, 3))
    assert view.runs[0].items == '<li value="1">&lt;b&gt;&amp;</li>\n<li value="2">第二行</li>'


def test_lines_of_a_second_file_are_laid_beside_their_paragraphs() -> None:
    files = {"a": ("新港迎来首班轮渡", "汽笛长鸣。"), "b": ("", "船长介绍，Webface")}
    source = SourceRef("a", ((1, 2),), also=(("b", ((2, 2),)),))
    view, origins = view_source(source, files, PARTS, range(1, 3))
    assert [(each.file, each.ranges) for each in view.also] == [("b", "2")]
    assert [run.anchor for each in (view, *view.also) for run in each.runs] == ["s1", "s2", "s3"]
    assert [origin and origin.anchor for origin in origins] == ["s2", "s3"]
