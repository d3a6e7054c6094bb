"""Guessed words are cut alike within a story."""

from generator.topics.reading import read
from generator.topics.recutting import recut
from tests.topics.stories import story

GUESSED = story("", "换电项目启用。", "重卡和工程机械也能用。", "项目成功落地其换电重卡车型。")


def test_a_guess_seen_elsewhere_is_taken_up() -> None:
    words = [word.text for word in recut(read(GUESSED)).passages[2].words]
    assert words[-4:-1] == ["换电", "重卡", "车型"]


def test_the_text_and_the_places_of_the_words_stay() -> None:
    for passage in recut(read(GUESSED)).passages:
        assert all(passage.text.startswith(word.text, word.start) for word in passage.words)
