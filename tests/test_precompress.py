"""Compressed copies are the files that they stand beside, and the same each time."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

from generator.precompress import SMALLEST, precompress


def test_text_that_becomes_smaller_has_a_copy_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    texts = {"deep/page.html": "文" * SMALLEST, "style.css": "a" * SMALLEST}
    others = {"small.html": "a", "picture.png": "a" * SMALLEST, "part.pf_index": "a" * SMALLEST}
    for name, text in (texts | others).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert precompress(tmp_path) == len(texts)
    copies = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*.gz")}
    assert {n.removesuffix(".gz"): gzip.decompress(data).decode() for n, data in copies.items()} == texts
    assert precompress(tmp_path) == len(texts)
    assert {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*.gz")} == copies


def test_a_copy_names_neither_time_nor_system(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("文" * SMALLEST, encoding="utf-8")
    precompress(tmp_path)
    # RFC 1952, section 2.3: magic, deflate, no flags, no time, the best compression, no system.
    assert (tmp_path / "page.html.gz").read_bytes()[:10] == bytes.fromhex("1f8b 08 00 00000000 02 ff")


def test_text_that_cannot_become_smaller_has_no_copy(tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(random.Random(1).randbytes(2 * SMALLEST))
    assert precompress(tmp_path) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["noise.txt"]


def test_many_files_on_several_processes_are_the_same(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for number in range(1100):
            (tmp_path / folder / f"{number}.txt").write_text(str(number) * 1200, encoding="utf-8")
    assert precompress(tmp_path / "one", jobs=1) == precompress(tmp_path / "two", jobs=2) == 1100
    for number in range(1100):
        name = f"{number}.txt.gz"
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
