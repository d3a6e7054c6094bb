"""Document frequencies of an archive."""

from generator.model import Vocabulary
from generator.topics import Background, BackgroundCounter, find_terms
from tests.topics.stories import RICE, story


def test_a_term_counts_once_for_each_article_that_holds_it() -> None:
    counter = BackgroundCounter()
    counter.add([RICE, story("盐碱地", "盐碱地，盐碱地。"), story("", "盐碱地", kind="notice")])
    background = counter.background()
    assert (background.documents, background.frequencies["盐碱地"]) == (2, 2)


def test_what_is_in_every_article_has_no_weight_and_what_is_new_has_most() -> None:
    background = Background(9, {"盐碱地": 9})
    assert background.idf("盐碱地") == 0
    assert background.idf("海水稻") > 2


def test_counting_keeps_within_its_bound() -> None:
    counter = BackgroundCounter(most_terms=20)
    for number in range(30):
        counter.add([story(f"第{number}号灯会", f"灯会有{chr(0x4E00 + number)}灯。"), RICE])
    assert len(counter.background().frequencies) <= 20
    assert counter.background().documents == 60


def test_topics_of_every_article_give_way_to_what_is_its_own() -> None:
    text = "灯会昨晚开幕，龙灯长百米。龙灯由竹篾扎成，灯会持续十天。"
    everywhere = Background(5000, {"灯会": 5000, "龙灯": 1})
    assert find_terms([story("", text)], Vocabulary(), everywhere)[0].topics[0] == "龙灯"
