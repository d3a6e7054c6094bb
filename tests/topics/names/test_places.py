"""Which places are found, and under which name."""

import pytest

from generator.model import Vocabulary
from generator.topics import find_terms
from tests.topics.stories import story


def places(*paragraphs: str) -> tuple[str, ...]:
    return find_terms([story("", *paragraphs)], Vocabulary())[0].places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("列车从山东省青岛市开出。", ("山东", "青岛")),
        ("在新疆伊犁，积雪融化。", ("新疆", "伊犁")),
        ("他去了泰国曼谷。", ("泰国", "曼谷")),
        ("长江水位下降。", ("长江",)),
    ],
)
def test_provinces_cities_countries_and_rivers(text: str, found: tuple[str, ...]) -> None:
    assert places(text) == found


@pytest.mark.parametrize("text", ["深度学习用到了云计算。", "社区和园区都通了车。", "这是该市的大事。"])
def test_other_words_that_the_dictionary_calls_places_are_none(text: str) -> None:
    assert places(text) == ()


def test_the_home_country_counts_only_beside_others() -> None:
    assert places("中国的早稻熟了。") == ()
    assert set(places("中国和泰国签约。")) == {"中国", "泰国"}
