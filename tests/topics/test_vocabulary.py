"""The archive's own vocabulary in finding terms."""

from generator.model import Vocabulary, VocabularyTerm
from generator.topics import find_terms
from tests.topics.stories import RICE, story


def test_a_term_of_the_vocabulary_that_the_text_holds_comes_first() -> None:
    vocabulary = Vocabulary((VocabularyTerm("种质资源"),))
    assert find_terms([RICE], vocabulary)[0].topics[0] == "种质资源"


def test_an_alias_goes_under_its_name() -> None:
    vocabulary = Vocabulary((VocabularyTerm("耐盐碱水稻", aliases=("海水稻",)),))
    found = find_terms([RICE], vocabulary)[0].topics
    assert found[0] == "耐盐碱水稻"
    assert "海水稻" not in found


def test_a_term_stands_in_the_list_of_its_kind() -> None:
    vocabulary = Vocabulary((VocabularyTerm("盐碱地", kind="places"),))
    found = find_terms([RICE], vocabulary)[0]
    assert found.places[0] == "盐碱地"
    assert "盐碱地" not in found.topics


def test_stop_words_are_never_topics() -> None:
    assert "盐碱地" not in find_terms([RICE], Vocabulary(stop=frozenset({"盐碱地"})))[0].topics


def test_all_of_the_vocabulary_stays_however_much_the_text_holds() -> None:
    names = ("海水稻", "盐碱地", "耐盐基因", "种质资源", "图谱", "试验田", "测产", "耕地", "亩产", "水稻")
    found = find_terms([RICE], Vocabulary(tuple(map(VocabularyTerm, names))))[0].topics
    assert set(names) <= set(found)


def test_latin_terms_match_whole_words_without_case() -> None:
    vocabulary = Vocabulary((VocabularyTerm("AI"),))
    assert find_terms([story("", "MAIN street, said Haile")], vocabulary)[0].topics[:1] != ("AI",)
    assert find_terms([story("", "医院用ai读片。")], vocabulary)[0].topics[0] == "AI"


def test_of_two_terms_with_one_alias_the_earlier_has_it() -> None:
    vocabulary = Vocabulary(
        (VocabularyTerm("甲稻", aliases=("海水稻",)), VocabularyTerm("乙稻", aliases=("海水稻",)))
    )
    found = find_terms([RICE], vocabulary)[0].topics
    assert "甲稻" in found
