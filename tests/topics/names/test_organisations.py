"""Which organisations are found, and under which name."""

import pytest

from generator.model import Vocabulary
from generator.topics import find_terms
from tests.topics.stories import story


def organisations(*paragraphs: str) -> tuple[str, ...]:
    return find_terms([story("", *paragraphs)], Vocabulary())[0].organisations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("江苏大学公布了结果。", "江苏大学"),
        ("论文由武汉人工智能研究院发表。", "武汉人工智能研究院"),
        ("浙江嘉禾食品集团公司开业。", "浙江嘉禾食品集团公司"),
        ("中国长城学会成立。", "中国长城学会"),
        ("工信部副部长张云明到会。", "工信部"),
        ("华为昨日发布新机。", "华为"),
    ],
)
def test_a_word_for_its_kind_or_a_known_name_makes_an_organisation(text: str, name: str) -> None:
    assert organisations(text) == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "本报讯：大学开学了，公司也开门了。",
        "他认为中华为首的说法不对。",
        "商业银行下调利率，各民主党派热议。",
        "据新华社报道，灯会昨晚开幕。",
        "新华社北京9月19日电，灯会昨晚开幕。",
    ],
)
def test_kinds_accidents_and_attributions_are_none(text: str) -> None:
    assert organisations(text) == ()


def test_a_short_name_that_the_text_explains_goes_under_the_full_one() -> None:
    text = "中国河湖研究院（以下简称“河湖院”）昨日成立。河湖院将研究水网，河湖院设在武汉。"
    assert organisations(text) == ("中国河湖研究院",)


def test_a_place_in_the_name_of_an_organisation_is_no_place() -> None:
    assert find_terms([story("", "北京理工大学公布了结果。")], Vocabulary())[0].places == ()
