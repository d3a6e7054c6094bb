"""Stories that meet inside one column are told apart by their words."""

from __future__ import annotations

from generator.segmentation import take_apart
from generator.segmentation.parting import part
from generator.segmentation.pieces import Block
from generator.segmentation.rows import read_rows
from generator.segmentation.seams import part_at_seams
from tests.segmentation.fixtures import page_of
from tests.segmentation.typesetting import set_column

CHICKENS = (
    "县里的养鸡合作社昨天分红，四十六户社员每户领到八千多元，比去年多了三成，最多的一户领了两万元。",
    "合作社统一供应鸡苗和饲料，统一防疫，鸡蛋由县城的三家超市收购。社员只管养鸡，不愁鸡蛋卖不出去。",
)
COMET = (
    "天文台的观测者在星空中发现了一颗新彗星，亮度虽低，用小型望远镜已经可以看见，下月初最接近太阳。",
    "这颗彗星的轨道周期约为七十年，上一次回归时还没有照相底片，只在一位传教士的日记里留下一行字。",
)
COMET_HEADLINE = "天文台发现新彗星 下月初最接近太阳"
CHICKENS_HEADLINE = "养鸡合作社分红 户均八千多元"


def blocks(text: str) -> list[tuple[int, bool]]:
    pieces = part_at_seams(part(read_rows(page_of(text))).pieces)
    return [(len(piece.paragraphs), piece.seam) for piece in pieces if isinstance(piece, Block)]


def test_a_block_is_parted_where_a_paragraph_says_a_headline_again() -> None:
    column = set_column((*CHICKENS, *COMET), 18)
    assert blocks(f"{column}\n\n{COMET_HEADLINE}") == [(2, False), (2, True)]


def test_the_credit_stays_with_the_last_part() -> None:
    column = set_column((*CHICKENS, *COMET), 18)
    pieces = part_at_seams(part(read_rows(page_of(f"{column} 综合\n\n{COMET_HEADLINE}"))).pieces)
    assert [piece.credit for piece in pieces if isinstance(piece, Block)] == ["", "综合"]


def test_two_stories_of_one_column_find_their_headlines() -> None:
    column = set_column((*CHICKENS, *COMET), 18)
    chickens, comet = take_apart(page_of(f"{COMET_HEADLINE}\n\n{column}\n\n{CHICKENS_HEADLINE}")).stories
    if chickens.title == COMET_HEADLINE:
        chickens, comet = comet, chickens
    assert (chickens.title, [p.text for p in chickens.paragraphs]) == (CHICKENS_HEADLINE, [*CHICKENS])
    assert (comet.title, [p.text for p in comet.paragraphs]) == (COMET_HEADLINE, [*COMET])


def test_a_seam_without_a_headline_to_spare_is_closed_again() -> None:
    column = set_column((*CHICKENS, *COMET), 18)
    (story,) = take_apart(page_of(f"{COMET_HEADLINE}\n\n{column}")).stories
    assert [p.text for p in story.paragraphs] == [*CHICKENS, *COMET]
