"""Front matter that libyaml writes is what PyYAML would have written."""

from __future__ import annotations

import datetime as dt

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.content import frontmatter_writing as writing

_texts = st.one_of(
    st.text(" -?:,[]{}#&*!|>'%@`~=0123456789.eno", max_size=12),
    st.text("石桥开放，。：（）“”、—…ＡＢ１２《》", max_size=12),
    st.sampled_from(
        ["null", "yes", "off", "007", "0x1f", "1e3", "2022-09-20", "<<", "=", ".inf", "12:30:45"]
    ),
    st.text(max_size=8),
)
_values = st.dictionaries(
    st.sampled_from(
        ["id", "title", "lede", "authors", "topics", "source", "order", "yes", "null", "a b", "2"]
    ),
    st.one_of(
        _texts,
        st.lists(_texts, max_size=4),
        st.lists(_texts, max_size=4).map(writing.flow),
        st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=3).map(writing.flow),
        st.fixed_dictionaries({"file": _texts, "lines": st.just(writing.flow([[1, 2]]))}),
        st.lists(st.fixed_dictionaries({"file": _texts}), max_size=2),
        st.sampled_from([None, True, 1, 1.0, 0.87, 1e20, float("inf"), 12, dt.date(2022, 9, 20), {}, b"1"]),
    ),
)


@settings(max_examples=400)
@given(_values)
@example({"title": "长" * 3000 + " 短" * 200})
@example(
    {"id": "daily/2022-09-20/p01/01", "order": [1, 1.0, True, "1", "a/b-/"], "source": {"a": {"b": "c/d"}}}
)
@example({"lede": ["a: b", "- c", "# d", " e ", "f:", "'g'", "", "~", "100%"]})
def test_however_it_is_written_it_is_what_pyyaml_writes(values: dict[str, object]) -> None:
    assert writing.dump(values) == writing._dump(dict(values), writing._Dumper)


def test_ordinary_articles_are_written_by_the_fast_one() -> None:
    assert writing._is_same({"title": "石桥“开放”：10%", "topics": ["石桥"], "order": 1, "kicker": None})
