"""The words that a document is given to Pagefind as."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sys

from hypothesis import given
from hypothesis import strategies as st

from generator.search import SearchDocument
from generator.search.folding import load_folding
from generator.search.tokens import encode_char, write_tokens


def document(title: str, *paragraphs: str) -> SearchDocument:
    """A document of a title and paragraphs."""
    return SearchDocument(
        id="a/2020-01-01/p01/01",
        url="a.html",
        title=title,
        date=dt.date(2020, 1, 1),
        publication="a",
        publication_name="A",
        kind="article",
        paragraphs=paragraphs,
    )


def no_words(_: str) -> list[str]:
    """Cut nothing."""
    return []


def test_a_pair_for_each_character_but_the_last_and_a_spacer_after_a_run() -> None:
    assert write_tokens(document("算力网"), no_words, no_words).text == "算力ŧ 力网ŧ 网ħ -"


def test_a_pair_over_punctuation_says_so_and_the_punctuation_can_be_found_itself() -> None:
    quote = encode_char("”")
    assert write_tokens(document("算”工"), no_words, no_words).text == f"算工ŋ 工ħ - æ{quote}"


def test_a_passed_over_mark_that_may_be_of_a_number_is_kept_with_what_it_touches() -> None:
    dot, colon = encode_char("."), encode_char(":")
    written = write_tokens(document("1.算：5元"), no_words, no_words).text
    assert [token for token in written.split() if token.startswith("ð")] == [f"ð1{dot}", f"ð{colon}5"]


def test_a_mark_passed_over_is_given_in_its_weightiest_zone_alone() -> None:
    written = write_tokens(document("算”", "”算力"), no_words, no_words)
    assert written.text == f"算ħ - æ{encode_char('”')} 算力ŧ 力ħ -"
    assert written.zone_ends == (3, 3, 6)


def test_pairs_are_words_in_those_texts_that_are_cut_so() -> None:
    written = write_tokens(
        document("", "和服与产品和服务", "和、服"),
        lambda text: ["和服"] if text[0:2] == "和服" else [],
        no_words,
    )
    tokens = written.text.split()
    assert [token for token in tokens if token.startswith("和")] == ["和服þ", "和服þ", "和服ŋ"]


def test_whole_words_are_kept() -> None:
    written = write_tokens(document("人工智能", "智能"), no_words, lambda text: [text] if text else [])
    assert [token for token in written.text.split() if "þ" in token] == ["人工þ智能"]
    assert written.forms == ()


def test_an_articles_own_names_are_words_of_its_headings() -> None:
    named = dataclasses.replace(document("算力网的路", "算力网"), topics=("算力网",))
    assert "算力þ网" in write_tokens(named, no_words, no_words).text.split()


def test_what_is_not_written_as_it_folds_is_kept_with_its_position() -> None:
    written = write_tokens(document("用MTB", "臺灣和５G"), no_words, no_words)
    tokens = written.text.split()
    assert written.forms == tuple(
        (char, tokens.index(at) + step)
        for char, at, step in [
            ("M", "mtŧ", 0),
            ("T", "mtŧ", 1),
            ("B", "tbŧ", 1),
            ("臺", "台湾ŧ", 0),
            ("灣", "台湾ŧ", 1),
            ("５", "5gŧ", 0),
            ("G", "5gŧ", 1),
        ]
    )


def test_an_empty_document_has_no_words() -> None:
    assert write_tokens(document(""), no_words, no_words).text == ""


@given(st.integers(0, sys.maxunicode))
def test_a_character_is_written_in_letters_and_digits(code: int) -> None:
    written = encode_char(load_folding().fold(chr(code)))
    assert written.isalnum()
    assert written == written.lower()


@given(st.lists(st.integers(0, sys.maxunicode), min_size=2, max_size=2, unique=True))
def test_no_written_character_is_the_beginning_of_another(codes: list[int]) -> None:
    first, second = (encode_char(chr(code)) for code in codes)
    assert not first.startswith(second)
    assert not second.startswith(first)
