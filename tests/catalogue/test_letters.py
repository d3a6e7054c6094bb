"""Letters and order of an index."""

import pytest

from generator.catalogue.letters import letter, order


@pytest.mark.parametrize(
    ("name", "initial"),
    [
        ("算力", "S"),
        ("重庆", "C"),
        ("MTB", "M"),
        ("éclair", "E"),
        ("ｇ网", "G"),
        ("5.5G", "#"),
        ("？", "#"),
        ("", "#"),
    ],
)
def test_the_letter_is_that_of_the_pinyin_or_the_latin_initial(name: str, initial: str) -> None:
    assert letter(name) == initial


@pytest.mark.parametrize(
    ("name", "initial"), [("单国英", "S"), ("曾黎", "Z"), ("区少坤", "O"), ("尉迟恭", "Y")]
)
def test_surnames_are_read_as_surnames(name: str, initial: str) -> None:
    assert letter(name, person=True) == initial


def test_names_stand_by_letter_then_pinyin_with_the_rest_last() -> None:
    names = ["5G", "数据", "MTB", "算力", "人工智能", "机器人", "bank"]
    assert sorted(names, key=order) == ["bank", "机器人", "MTB", "人工智能", "数据", "算力", "5G"]
