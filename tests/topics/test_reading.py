"""What a story is read as."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.topics.reading import LATIN, NUMBER, read
from tests.topics.stories import story


@pytest.mark.parametrize(
    "dateline", ["本报北京7月15日讯 记者秦守义报道：", "新华社武汉12月7日电（记者秦守义）", "海滨网消息："]
)
def test_datelines_are_not_read(dateline: str) -> None:
    (passage,) = read(story("", dateline + "灯会开幕。")).passages
    assert passage.text == "灯会开幕。"


def test_latin_words_and_numbers_stay_whole() -> None:
    words = read(story("", "5.5G网络在IC&E峰会发布，增长15.9%，2021-2022年。")).passages[0].words
    assert [w.text for w in words if w.tag == LATIN] == ["5.5G", "IC&E"]
    assert [w.text for w in words if w.tag == NUMBER] == ["15.9%", "2021-2022"]


def test_quoted_terms_and_book_titles_are_noted_and_speech_is_not() -> None:
    reading = read(story("", "“南繁北育”启动。《水稻志》出版。他说：“我们的稻子熟了”。"))
    assert reading.quoted == {"南繁北育"}
    assert reading.books == {"水稻志"}


@settings(deadline=None)
@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    for passage in read(story("", text)).passages:
        assert all(passage.text.startswith(word.text, word.start) for word in passage.words)
        assert "".join(word.text for word in passage.words) == "".join(passage.text.split())
