"""Pagefind's list of its index files, as the version we pin writes it."""

from __future__ import annotations

import gzip

import pytest

from generator.search import engine
from generator.search.chunks import SIGNATURE, number_chunks


def test_each_word_is_in_the_last_file_that_begins_at_it_or_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "CHUNK_SIZE", 40)
    words = [chr(code) + chr(code + 1) for code in range(0x4E00, 0x4F00)]
    firsts, files = number_chunks(engine.run_engine(words))
    assert len(files) == len(firsts) > 3
    assert firsts == sorted(firsts)
    for word in words:
        number = max(i for i, first in enumerate(firsts) if i == 0 or first <= word)
        plain = gzip.decompress(files[f"index/{number}.pf_index"])
        assert plain.startswith(SIGNATURE)
        assert word.encode() in plain


@pytest.mark.parametrize(
    "content", [b"", SIGNATURE, SIGNATURE + b"\x80\x80", SIGNATURE + b"\x9f", SIGNATURE + b"\xf6"]
)
def test_a_list_of_another_form_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        number_chunks({"pagefind.x.pf_meta": gzip.compress(content)})
