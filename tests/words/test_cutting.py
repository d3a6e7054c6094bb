"""The compiled cutter gives jieba's words, so that topics and names do not depend on which is installed."""

from __future__ import annotations

import importlib.metadata
import random
import tomllib

import pytest
import rjieba
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model import Vocabulary
from generator.topics import find_terms
from generator.words import cutting, dictionary
from tests.conftest import PROJECT
from tests.topics.stories import RICE, story

COMPILED = cutting._compiled()
INTERPRETED = cutting._interpreted()
assert COMPILED is not None, "rjieba is among the requirements of the tests"

_MARKS = "abzAZ0159.+#&_%-%.. \r\n\u3000\x1c，。“”、"
_RARE = "㐀㐁䶿龥\u9fd5\u9fd6\u9fff\uf900\U00020000\U0002a700\ud800éＡ１々〇"
_WORDS = sorted(random.Random(7).sample(sorted(dictionary.counts()), 3000))
_texts = st.lists(
    st.one_of(
        st.sampled_from(_WORDS),
        st.sampled_from(_WORDS).map(lambda word: word[-1]),
        st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=4),
        st.text(_MARKS + _RARE, max_size=6),
        st.text(max_size=6),
    ),
    max_size=14,
).map("".join)


@settings(deadline=None, max_examples=400)
@given(_texts)
@example("列车从S-300型换成8.1ZB，见20th.example.cn")
@example("用C++和C#写成，AT&T公司的T恤1.2.3版")
@example("a--5-6_7%%8.5%5")
@example("㐀㐁中国\U00020000\U00020001话")
@example("换行\r\n\r前后")
def test_both_cutters_give_the_same_words(text: str) -> None:
    assert COMPILED(text) == INTERPRETED(text)


def test_the_dictionaries_have_the_same_words() -> None:
    assert [word for word in dictionary.counts() if not rjieba.has_word(word)] == []


def test_topics_and_names_are_the_same_with_both(monkeypatch: pytest.MonkeyPatch) -> None:
    stories = [
        RICE,
        story(
            "“浅海风电”并网：滨湾市换电重卡上路",
            "滨湾日报青石市3月4日电　青石市副市长林知远说，浅海风电的5.5G专网已在港口使用，换电重卡每天跑两趟。",
            "记者高明　据中国浅海风电研究院（以下简称“浅风院”）介绍，其换电重卡车型有三种，S-300型最多。",
            "## 浅风院的下一步",
            "浅风院首席工程师阿列克谢·伊万诺夫表示，浅海风电和海水稻不同，换电项目明年上路。",
        ),
        story("無題", "臺灣的圖書館與資訊學會舉行會議，與會者有歐陽文軒教授。"),
    ]
    found = []
    for cut in (COMPILED, INTERPRETED):
        monkeypatch.setattr(cutting, "_cutter", lambda cut=cut: cut)
        found.append(find_terms(stories, Vocabulary()))
    assert found[0] == found[1]
    assert all(terms.topics for terms in found[0])


def test_the_compiled_cutter_is_used_in_the_version_that_was_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["optional-dependencies"]["fast"] == [f"rjieba=={cutting.FAST}"]
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "99.0")
    assert cutting._compiled() is None
