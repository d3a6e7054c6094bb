"""Characters that do harm where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.characters import close_turns

EMBEDDINGS, ISOLATES, POP, POP_ISOLATE = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068", "\u202c", "\u2069"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("渡船", ""),
        ("\u202eevil", POP),
        ("\u202eevil\u202c", ""),
        ("\u2066a\u202eb", POP + POP_ISOLATE),
        ("\u202ea\u2066b\u2069", POP),
        ("\u2066a\u202eb\u2069", ""),
        ("\u202c\u2069", ""),
        ("\u2066a\u202c", POP_ISOLATE),
    ],
)
def test_marks_of_direction_are_closed(text: str, ends: str) -> None:
    assert close_turns(text) == text + ends


@given(st.text("a" + EMBEDDINGS + ISOLATES + POP + POP_ISOLATE))
def test_what_is_closed_stays(text: str) -> None:
    """The text is all there, and nothing is left open."""
    closed = close_turns(text)
    assert closed.startswith(text)
    assert close_turns(closed) == closed
