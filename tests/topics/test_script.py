"""Traditional text gives the same terms, as printed."""

from generator.model import Vocabulary, VocabularyTerm
from generator.topics import find_terms
from tests.topics.stories import story

TRADITIONAL = story(
    "鹽鹼地種出海水稻",
    "海水稻能在鹽鹼地生長。農業局局長鄭文遠說，鹽鹼地是後備的耕地，海水稻在臺北也試種。",
)


def test_terms_are_found_and_given_as_printed() -> None:
    found = find_terms([TRADITIONAL], Vocabulary())[0]
    assert {"鹽鹼地", "海水稻"} <= set(found.topics)
    assert found.people == ("鄭文遠",)
    assert found.places == ("臺北",)


def test_the_vocabulary_is_in_the_characters_of_the_archive() -> None:
    vocabulary = Vocabulary((VocabularyTerm("耐鹽水稻", aliases=("海水稻",)),))
    assert find_terms([TRADITIONAL], vocabulary)[0].topics[0] == "耐鹽水稻"
