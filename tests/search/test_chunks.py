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


def test_a_file_is_of_the_form_that_the_browser_reads() -> None:
    """What search-index.js reads: ``[[[word, [[row, [position, …], []], …], []], …]]``."""
    _, files = number_chunks(engine.run_engine(["丙þ 甲乙ŧ - 甲乙ŧ", "丁ŧ", "甲乙ŧ"]))
    plain = gzip.decompress(files["index/0.pf_index"])
    rows = {"丁ŧ": "81 83 01 81 00 80", "丙þ": "81 83 00 81 00 80"}
    rows["甲乙ŧ"] = "82 83 00 82 01 02 80 83 02 81 00 80"
    words = "".join(f"83 {_text(word)} {listed} 80" for word, listed in rows.items())
    assert plain == SIGNATURE + bytes.fromhex(f"81 83 {words}")


def _text(word: str) -> str:
    content = word.encode()
    return bytes([0x60 + len(content), *content]).hex()


@pytest.mark.parametrize(
    "content", [b"", SIGNATURE, SIGNATURE + b"\x80\x80", SIGNATURE + b"\x9f", SIGNATURE + b"\xf6"]
)
def test_a_list_of_another_form_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        number_chunks({"pagefind.x.pf_meta": gzip.compress(content)})
