"""How sure a story is, and the doubts it is reported with."""

from __future__ import annotations

from generator.segmentation.assembly import assemble
from generator.segmentation.certainty import SURE, WITHOUT_HEADLINE, Certainty, certainties
from generator.segmentation.parting import part
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import page_of
from tests.segmentation.typesetting import set_column

CHICKENS = (
    "县里的养鸡合作社昨天分红，四十六户社员每户领到八千多元，比去年多了三成，最多的一户领了两万元。",
    "合作社统一供应鸡苗和饲料，统一防疫，鸡蛋由县城的三家超市收购。社员只管养鸡，不愁鸡蛋卖不出去。",
)


def judged(text: str) -> list[Certainty]:
    return certainties(assemble(part(read_rows(page_of(text))).pieces))


def test_a_headline_above_the_only_story_it_could_have_is_sure() -> None:
    (certainty,) = judged("养鸡合作社分红 户均八千多元\n\n" + set_column(CHICKENS, 18))
    assert certainty.confidence >= SURE
    assert certainty.doubts == ()


def test_a_story_without_a_headline_says_so() -> None:
    (certainty,) = judged(set_column(CHICKENS, 18))
    assert certainty.confidence == WITHOUT_HEADLINE
    assert [(doubt.about, doubt.line) for doubt in certainty.doubts] == [("headline", 1)]


COMET = (
    "天文台的观测者在星空中发现了一颗新彗星，亮度虽低，用小型望远镜已经可以看见，下月初最接近太阳。",
    "这颗彗星的轨道周期约为七十年，上一次回归时还没有照相底片，只在一位传教士的日记里留下一行字。",
)


def test_a_headline_that_two_stories_could_have_says_which_other() -> None:
    chickens, comet = set_column(CHICKENS, 18), set_column(COMET, 22)
    certainty = judged(f"好消息一个接一个\n\n喜讯来得不算晚\n\n{chickens} 综合\n\n{comet} 综合")
    assert min(each.confidence for each in certainty) < SURE
    doubts = {(d.line, d.reading, d.other_line) for each in certainty for d in each.doubts}
    assert {(1, "the headline of the story at", 5), (3, "the headline of the story at", 12)} <= doubts


def test_the_closest_decision_comes_first() -> None:
    ducks = tuple(paragraph.replace("鸡", "鸭") for paragraph in CHICKENS)
    columns = set_column(CHICKENS, 18) + "\n\n" + set_column(ducks, 22)
    for certainty in judged(f"养鸡合作社分红\n\n养鸭合作社分红\n\n{columns}"):
        margins = [doubt.margin for doubt in certainty.doubts]
        assert margins
        assert margins == sorted(margins)
        assert certainty.confidence < SURE
