"""Citations, compared with ones written by hand after GB/T 7714-2015, and JSON-LD that stays in its element."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.model import Article, Terms
from generator.render.metadata import citation, json_ld, meta_tags
from generator.render.views import IssueView, PublicationView

PAPER = PublicationView("wanbao", "wanbao/index.html", "滨城晚报", False, "zh-Hans", "")
ISSUE = IssueView("wanbao/2001-02-03", "", PAPER, "2001-02-03", "2001年2月3日", 2001, "", "", "", 1, 0, 1)
ARTICLE = Article("wanbao/2001-02-03/pA02/07", "article", "春运首日", "正文", authors=("甲一",))


@pytest.mark.parametrize(
    ("article", "permalink", "expected"),
    [
        (ARTICLE, "", "甲一. 春运首日[N]. 滨城晚报, 2001-02-03(A02)."),
        (
            ARTICLE,
            "https://a.example/7.html",
            "甲一. 春运首日[N/OL]. 滨城晚报, 2001-02-03(A02)[引用日期]. https://a.example/7.html.",
        ),
        (replace(ARTICLE, authors=()), "", "春运首日[N]. 滨城晚报, 2001-02-03(A02)."),
        (
            replace(ARTICLE, authors=("甲一", "乙二", "丙三", "丁四"), subtitle="客流创新高"),
            "",
            "甲一, 乙二, 丙三, 等. 春运首日：客流创新高[N]. 滨城晚报, 2001-02-03(A02).",
        ),
        (
            replace(ARTICLE, authors=("甲一", "乙二", "丙三")),
            "",
            "甲一, 乙二, 丙三. 春运首日[N]. 滨城晚报, 2001-02-03(A02).",
        ),
        (
            replace(ARTICLE, authors=(), title_supplied=True),
            "",
            "[春运首日][N]. 滨城晚报, 2001-02-03(A02).",
        ),
    ],
)
def test_citations_are_as_written_by_hand(article: Article, permalink: str, expected: str) -> None:
    assert citation(article, ISSUE, permalink, "引用日期") == expected


def test_a_supplied_name_of_a_newspaper_stands_in_brackets() -> None:
    issue = replace(ISSUE, publication=replace(PAPER, name_supplied=True))
    assert citation(ARTICLE, issue, "", "") == "甲一. 春运首日[N]. [滨城晚报], 2001-02-03(A02)."


def test_nothing_in_the_json_ld_ends_its_script_element() -> None:
    hostile = "</script><!-- & \u2028\u2029"
    text = json_ld(replace(ARTICLE, title=hostile), ISSUE, Terms(), "")
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["headline"] == hostile


def test_empty_values_make_no_tag_and_a_name_in_two_kinds_makes_one() -> None:
    tags = meta_tags(
        replace(ARTICLE, authors=()), ISSUE, Terms(topics=("华光",), organisations=("华光",)), ""
    )
    assert all(content for _, content in tags)
    assert [content for name, content in tags if name == "DCTERMS.subject"] == ["华光"]
