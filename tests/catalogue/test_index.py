"""The archive's indexes of terms."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model import TERM_KINDS, Vocabulary, VocabularyTerm
from tests.catalogue.indexing import index_terms
from tests.catalogue.made_up import summary

NONE = Vocabulary()


def test_every_kind_has_its_index_even_when_empty() -> None:
    assert index_terms([], NONE) == dict.fromkeys(TERM_KINDS, ())


def test_articles_stand_newest_first_under_their_term() -> None:
    old, new = summary(1, "2020-01-01", topics=("海水稻",)), summary(1, "2021-01-01", topics=("海水稻",))
    (entry,) = index_terms([old, new], NONE)["topics"]
    assert (entry.name, entry.slug, entry.letter) == ("海水稻", "海水稻", "H")
    assert entry.articles == (new, old)


def test_articles_of_one_day_stand_in_the_order_of_their_ids() -> None:
    first, second = summary(1, topics=("稻",)), summary(2, topics=("稻",))
    assert index_terms([second, first], NONE)["topics"][0].articles == (first, second)


def test_forms_equal_but_for_width_and_case_are_one_term_under_the_most_frequent() -> None:
    summaries = [
        summary(1, topics=("lng",)),
        summary(2, topics=("ＬＮＧ",)),
        summary(3, topics=("LNG",)),
        summary(4, topics=("LNG",)),
    ]
    (entry,) = index_terms(summaries, NONE)["topics"]
    assert (entry.name, len(entry.articles)) == ("LNG", 4)


def test_an_article_that_names_a_term_twice_stands_once() -> None:
    vocabulary = Vocabulary((VocabularyTerm("哈尔滨工业大学", "organisations", ("哈工大",)),))
    article = summary(1, organisations=("哈工大", "哈尔滨工业大学"))
    (entry,) = index_terms([article], vocabulary)["organisations"]
    assert (entry.name, entry.articles) == ("哈尔滨工业大学", (article,))


def test_the_vocabulary_wins_over_the_frequent_form() -> None:
    vocabulary = Vocabulary((VocabularyTerm("人工智能", aliases=("AI",)),))
    summaries = [summary(n, topics=("ＡＩ",)) for n in (1, 2, 3)]
    assert [entry.name for entry in index_terms(summaries, vocabulary)["topics"]] == ["人工智能"]


def test_stop_words_are_no_topics() -> None:
    assert index_terms([summary(1, topics=("启事",))], Vocabulary(stop=frozenset({"启事"})))["topics"] == ()


def test_notices_furniture_unplaced_and_withdrawn_give_no_entries() -> None:
    summaries = [
        summary(n, kind=kind, people=("郑文远",))
        for n, kind in enumerate(("notice", "furniture", "unplaced"))
    ]
    summaries.append(summary(9, status="withdrawn", people=("郑文远",)))
    assert index_terms(summaries, NONE)["people"] == ()


def test_blank_terms_give_no_entries() -> None:
    assert index_terms([summary(1, topics=("", " ", "　"))], NONE)["topics"] == ()


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=4), max_size=8))
def test_any_terms_give_unique_slugs_in_order_whatever_the_order_of_articles(terms: list[list[str]]) -> None:
    summaries = [summary(number, topics=tuple(names)) for number, names in enumerate(terms)]
    entries = index_terms(summaries, NONE)["topics"]
    assert index_terms(reversed(summaries), NONE)["topics"] == entries
    assert len({entry.slug.casefold() for entry in entries}) == len(entries)
    assert [entry.letter == "#" for entry in entries] == sorted(entry.letter == "#" for entry in entries)
    assert {s.id for entry in entries for s in entry.articles} == {
        s.id for s in summaries if any(map(str.strip, s.terms.topics))
    }


def test_a_term_of_the_vocabulary_has_its_relations_and_the_slugs_of_its_aliases() -> None:
    vocabulary = Vocabulary(
        (
            VocabularyTerm(
                "人工智能", aliases=("AI", "ai", "机器智能"), narrower=("大模型",), related=("算力",)
            ),
            VocabularyTerm("大模型", broader=("人工智能",)),
            VocabularyTerm("算力", related=("人工智能",)),
        )
    )
    top, model = index_terms([summary(1, topics=("大模型", "AI"))], vocabulary)["topics"][::-1]
    assert (top.name, top.formerly) == ("人工智能", ("ai", "机器智能"))
    assert (top.narrower, top.related) == (("大模型",), ())
    assert (model.name, model.broader) == ("大模型", ("人工智能",))


def test_a_broader_term_without_articles_stands_in_the_index_for_its_narrower_ones() -> None:
    vocabulary = Vocabulary(
        (VocabularyTerm("能源", narrower=("光伏",)), VocabularyTerm("光伏", broader=("能源",)))
    )
    entries = {
        entry.name: entry for entry in index_terms([summary(1, topics=("光伏",))], vocabulary)["topics"]
    }
    assert (entries["能源"].articles, entries["能源"].narrower) == ((), ("光伏",))
    assert index_terms([summary(1, topics=("煤",))], vocabulary)["topics"][0].name == "煤"


def test_no_alias_hides_the_page_of_another_entry() -> None:
    vocabulary = Vocabulary((VocabularyTerm("清华大学", "organisations", ("清华",)),))
    entries = index_terms([summary(1, topics=("清华大学", "清華", "清华"))], vocabulary)["topics"]
    assert {entry.name: entry.formerly for entry in entries}["清华大学"] == ("清华",)
    taken = {entry.slug for entry in entries}
    assert not any(slug in taken for entry in entries for slug in entry.formerly)
