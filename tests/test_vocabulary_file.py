"""topics.toml: terms, forms of one term, and relations that hold at both ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.model import VocabularyTerm
from generator.vocabulary_file import read_vocabulary


def test_the_vocabulary_is_read(tmp_path: Path) -> None:
    assert read_vocabulary(tmp_path).terms == ()
    (tmp_path / "topics.toml").write_text(
        'stop = ["记者"]\n[[term]]\nname = "中国信通院"\nkind = "organisations"\naliases = ["信通院"]\n'
        '[[term]]\nname = "算力"\n'
    )
    vocabulary = read_vocabulary(tmp_path)
    assert vocabulary.terms == (
        VocabularyTerm("中国信通院", "organisations", ("信通院",)),
        VocabularyTerm("算力"),
    )
    assert vocabulary.stop == {"记者"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[term]]\nname = "a"\nkind = "things"\n', "kind must be one of topics, people"),
        ("[[term]]\naliases = []\n", "name must be the term's name"),
        (
            '[[term]]\nname = "a"\naliases = ["x"]\n[[term]]\nname = "b"\naliases = ["x"]\n',
            "x already leads to a",
        ),
        ("[term]\nname = 'a'\n", "term must be an array of tables"),
        ('[[term]]\nname = "AI"\n[[term]]\nname = "ａｉ"\n', "it already leads to AI"),
        ('stop = ["ai"]\n[[term]]\nname = "AI"\n', "no word of the list stop"),
        ('[[term]]\nname = "a"\nbroader = ["b"]\n', "names of terms of the kind topics that the file has"),
        ('[[term]]\nname = "a"\nrelated = ["a"]\n', "related must be other terms"),
    ],
)
def test_a_wrong_vocabulary_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "topics.toml").write_text(text)
    with pytest.raises(BackfileError) as refused:
        read_vocabulary(tmp_path)
    assert any(message in diagnostic.message for diagnostic in refused.value.diagnostics)


def test_a_problem_is_at_the_line_of_its_own_term(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(
        '[[term]]\nname = "a"\n\n[[term]]\nname = "b"\nkind = "things"\n\n[[term]]\naliases = ["c"]\n'
    )
    with pytest.raises(BackfileError) as refused:
        read_vocabulary(tmp_path)
    assert [diagnostic.line for diagnostic in refused.value.diagnostics] == [6, 8]


CHAIN = """
[[term]]
name = "能源"
narrower = ["新能源"]

[[term]]
name = "新能源"
related = ["储能"]

[[term]]
name = "光伏"
broader = ["新能源"]

[[term]]
name = "储能"
"""


def test_a_relation_stated_at_one_end_holds_at_both(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(CHAIN)
    energy, renewable, solar, storage = read_vocabulary(tmp_path).terms
    assert (energy.broader, energy.narrower) == ((), ("新能源",))
    assert (renewable.broader, renewable.narrower, renewable.related) == (("能源",), ("光伏",), ("储能",))
    assert solar.broader == ("新能源",)
    assert storage.related == ("新能源",)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('broader = ["光伏"]', "they lead back to it"),
        ('related = ["光伏"]', "terms neither broader nor narrower than this one"),
    ],
)
def test_relations_that_contradict_one_another_are_refused(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "topics.toml").write_text(
        CHAIN.replace('narrower = ["新能源"]', f'narrower = ["新能源"]\n{line}')
    )
    with pytest.raises(BackfileError) as refused:
        read_vocabulary(tmp_path)
    assert any(message in diagnostic.message for diagnostic in refused.value.diagnostics)
    assert all(diagnostic.line for diagnostic in refused.value.diagnostics)
