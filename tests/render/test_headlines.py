"""Headlines: no line ends inside a name, and nothing of them is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Terms
from generator.render.headlines import keep_whole
from generator.title_words import find_title_words

TITLE = "算力成激活数据要素潜能新引擎"


def _set(title: str, terms: Terms) -> str:
    return str(keep_whole(title, find_title_words(title, terms)))


def test_the_terms_of_an_article_stay_whole_the_longest_first() -> None:
    terms = Terms(topics=("数据", "数据要素", "算力", "引擎<"), people=("新引擎",))
    assert _set(TITLE, terms) == (
        '<span class="w">算力</span>成激活<span class="w">数据要素</span>潜能<span class="w">新引擎</span>'
    )


def test_short_headlines_and_foreign_terms_are_left_as_they_are() -> None:
    assert _set("算力新引擎", Terms(topics=("算力",))) == "算力新引擎"
    assert _set(TITLE, Terms(topics=("轮渡",))) == TITLE


def test_phrases_that_fit_into_a_line_stay_whole() -> None:
    assert _set("算力成新引擎 数据要素添潜能", Terms()) == (
        '<span class="k">算力成新引擎 数据要素添潜能</span>'
    )
    assert _set("《滨城史话》杂志发表老市长回忆新港的文章", Terms()) == (
        '<span class="kl">《滨城史话》杂志发表老市长回忆新港的文章</span>'
    )
    assert _set("“算力”成为激活数据要素潜能推动各行各业转型升级的新引擎", Terms()).startswith("“")


@given(st.text("<&数据要素", max_size=30), st.lists(st.text("<&数据要素", max_size=4)))
def test_a_headline_keeps_its_characters_and_is_safe(title: str, names: list[str]) -> None:
    made = _set(title, Terms(topics=tuple(names)))
    plain = re.sub(r'<span class="(w|k|kl)">|</span>', "", str(made))
    assert "<" not in plain
    assert plain.replace("&lt;", "<").replace("&amp;", "&") == title


def test_a_number_stays_with_what_it_counts() -> None:
    html = _set("全国总工会表彰3024个全国五一劳动奖", Terms())
    assert '<span class="w">3024个</span>' in html
