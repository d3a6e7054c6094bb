"""Terms that stay whole are found from left to right, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.topics.setting_apart import set_apart

texts = st.text("东数西算", max_size=12)


@given(texts, st.sets(st.text("东数西算", min_size=1, max_size=4), max_size=4))
def test_terms_are_set_apart_as_a_pattern_of_them_would_find_them(text: str, terms: set[str]) -> None:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    pieces = re.split(f"({'|'.join(longest_first)})", text) if terms else [text]
    expected = [(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece]
    assert list(set_apart(text, terms)) == expected
