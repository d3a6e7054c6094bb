"""What the archive's own vocabulary says of a form."""

from generator.model import Vocabulary, VocabularyTerm
from generator.thesaurus import Thesaurus

ASKED = Thesaurus(
    Vocabulary(
        (
            VocabularyTerm("人工智能", aliases=("AI", "机器智能"), broader=("科技",)),
            VocabularyTerm("大模型", broader=("人工智能",)),
            VocabularyTerm("科技", narrower=("人工智能",)),
            VocabularyTerm("智能学会", "organisations", aliases=("ai",)),
        ),
        frozenset({"会议"}),
    )
)


def test_a_form_has_the_name_of_its_own_kind_first_else_of_another_else_its_own() -> None:
    assert ASKED.name("ＡＩ", "topics") == "人工智能"
    assert ASKED.name("AI", "organisations") == "智能学会"
    assert ASKED.name("机器智能", "people") == "人工智能"
    assert ASKED.name("轮渡", "topics") == "轮渡"


def test_the_name_of_a_name_is_that_name() -> None:
    for form in ("AI", "机器智能", "人工智能", "智能学会"):
        for term in ASKED.terms:
            name = ASKED.name(form, term.kind)
            assert ASKED.name(name, term.kind) == name


def test_a_term_is_found_by_its_name_and_kind_alone() -> None:
    found = ASKED.term("大模型", "topics")
    assert found and found.broader == ("人工智能",)
    assert ASKED.term("大模型", "people") is None
    assert ASKED.term("机器智能", "topics") is None


def test_the_aliases_of_a_name_are_those_that_lead_to_it_in_the_lists_of_a_kind() -> None:
    assert ASKED.aliases("人工智能", "topics") == ("AI", "机器智能")
    assert ASKED.aliases("人工智能", "organisations") == ("机器智能",)
    assert ASKED.aliases("大模型", "topics") == ()


def test_above_a_term_stand_all_broader_ones() -> None:
    assert set(ASKED.above("topics", ["大模型"])) == {"人工智能", "科技"}
    assert ASKED.above("topics", ["科技", "轮渡"]) == ()


def test_stopped_words_are_no_topics_and_may_be_names() -> None:
    assert ASKED.is_stopped("会议", "topics")
    assert not ASKED.is_stopped("会议", "organisations")
