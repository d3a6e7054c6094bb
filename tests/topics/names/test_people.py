"""Which names of persons are found, and what is not taken for one."""

import pytest

from generator.model import Vocabulary
from generator.topics import find_terms
from tests.topics.stories import story


def people(*paragraphs: str, **fields: object) -> tuple[str, ...]:
    return find_terms([story("", *paragraphs, **fields)], Vocabulary())[0].people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("水利局副局长秦守义介绍了汛情。", "秦守义"),
        ("郭一鸣说，汛情已过。", "郭一鸣"),
        ("郭一鸣还表示，汛情已过。", "郭一鸣"),
        ("叶知秋博士指出，汛情已过。", "叶知秋"),
        ("轮值董事长胡厚崑到会。", "胡厚崑"),
        ("欧阳静怡教授到会。", "欧阳静怡"),
        ("外交部发言人贝洛乌索夫说，会谈已经结束。", "贝洛乌索夫"),
        ("作家艾丽丝·门罗来访。", "艾丽丝·门罗"),
    ],
)
def test_office_reporting_verb_and_honorific_prove_a_name(text: str, name: str) -> None:
    assert people(text) == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "高质量发展是首要任务。",
        "他说，高倍率快充是方向。",
        "他从水利局回来，华为表示满意。",
        "全体员工表示，祝贺他获奖。",
        "国家林草局表示，火情已灭。",
    ],
)
def test_words_that_begin_like_a_surname_are_no_names(text: str) -> None:
    assert people(text) == ()


def test_a_name_is_neither_cut_short_nor_run_on() -> None:
    assert people("王金桥说，模型已经开源。“欢迎使用。”王金桥说。") == ("王金桥",)


def test_a_verb_that_the_cutter_takes_into_a_name_is_no_part_of_it() -> None:
    assert people("总统莫拉莱斯来访。主席莫拉莱斯说，会谈顺利。") == ("莫拉莱斯",)


def test_two_characters_set_apart_are_one_name() -> None:
    assert people("水利局局长马　骏，副局长秦守义到场。") == ("马骏", "秦守义")


def test_a_proved_name_proves_the_list_after_it() -> None:
    assert people("市长秦守义、郭一鸣、叶知秋到场。") == ("秦守义", "郭一鸣", "叶知秋")


def test_the_last_part_of_a_foreign_name_counts_as_the_whole() -> None:
    text = "作家艾丽丝·门罗来访。门罗说，她爱写短篇。门罗住在镇上。"
    assert people(text) == ("艾丽丝·门罗",)


def test_authors_are_not_in_their_story() -> None:
    assert people("郭一鸣说，汛情已过。", authors=("郭一鸣",)) == ()


def test_who_is_named_more_comes_first() -> None:
    assert people("郭一鸣说，汛情已过。", "秦守义说，水退了。秦守义说，路通了。") == ("秦守义", "郭一鸣")
