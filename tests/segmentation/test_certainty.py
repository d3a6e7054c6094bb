"""How sure a story is, and the doubts it is reported with."""

from __future__ import annotations

from generator.segmentation.assembly import assemble
from generator.segmentation.certainty import SURE, WITHOUT_HEADLINE, Certainty, certainties
from generator.segmentation.parting import part
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import page_of
from tests.segmentation.typesetting import set_column

TOWN_VISIT = (
    "市长昨天到城东的学校看望教师，对教师们多年的辛勤工作表示感谢，并听取了他们对教学工作的意见。",
    "市长希望教师们继续努力，为城市培养更多人才。",
)
VILLAGE_VISIT = (
    "市长昨天到城西的学校看望教师，对教师们多年的辛勤工作表示感谢，并听取了他们对教学工作的意见。",
    "市长要求有关部门帮助教师解决困难。",
)
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


def test_headlines_that_fit_either_story_are_in_doubt() -> None:
    headlines = "市长看望教师\n\n市长感谢教师\n\n养鸡合作社分红 户均八千多元"
    columns = (set_column(TOWN_VISIT, 18), set_column(CHICKENS, 14), set_column(VILLAGE_VISIT, 22))
    certainty = judged(f"{headlines}\n\n" + "\n\n".join(columns))
    assert len(certainty) == 3
    for visit in (certainty[0], certainty[2]):
        assert visit.confidence < SURE
        assert "headline could belong to another story" in visit.doubts
