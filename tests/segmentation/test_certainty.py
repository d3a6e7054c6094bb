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
    assert judged(set_column(CHICKENS, 18)) == [Certainty(WITHOUT_HEADLINE, ("no headline found",))]


def test_stories_that_say_the_same_are_in_doubt() -> None:
    ducks = tuple(paragraph.replace("鸡", "鸭") for paragraph in CHICKENS)
    headlines = "养鸡合作社分红\n\n养鸭合作社分红"
    certainty = judged(f"{headlines}\n\n" + set_column(CHICKENS, 18) + "\n\n" + set_column(ducks, 22))
    assert min(each.confidence for each in certainty) < SURE
    assert any(each.doubts for each in certainty)
