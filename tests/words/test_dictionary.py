"""Cutting into words, and what the dictionary says of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import words


@settings(deadline=None)
@given(st.text(max_size=80))
def test_the_words_of_a_text_give_it_back(text: str) -> None:
    assert "".join(words.cut(text)) == text


def test_tags_counts_and_frequencies_come_from_the_dictionary() -> None:
    assert words.tag("数据中心") == "n"
    assert words.tag("没有这个词") == words.UNKNOWN_TAG
    assert words.count("数据") > 0
    assert words.count("没有这个词") == 0


def test_everyday_words_are_less_rare_than_terms() -> None:
    assert words.idf("经济") < words.idf("机器人") < words.idf("没有这个词")
    assert words.rarity("的") < words.rarity("机器人")


def test_a_word_is_cut_into_the_words_it_is_made_of() -> None:
    assert words.cut_inside("东北大学") == ("东北", "大学")  # and not 北大
    assert words.cut_inside("哈尔滨工业大学") == ("哈尔滨", "工业", "大学")
    assert words.cut_inside("和") == ("和",)
    assert words.cut_inside("10Gbps") == ("10Gbps",)
