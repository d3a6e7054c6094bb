"""``backfile check`` proves that the search index has every article whole, and leads to all places of its words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ExitCode
from tests.check.made import ISSUE, RECORDS, edit, holding
from tests.conftest import Run

INDEX = Path("site/pagefind")


def _file(pattern: str, holds: str = "") -> Path:
    """Return the first file of the index under ``pattern`` whose plain bytes hold ``holds``."""
    return next(
        path for path in sorted(INDEX.glob(pattern)) if holds.encode() in gzip.decompress(path.read_bytes())
    )


def _change(pattern: str, old: str, new: str) -> None:
    """Change what a compressed file of the index says; its own checksum is right again."""
    path = _file(pattern, old)
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()).replace(old.encode(), new.encode(), 1)))


def _without_last(pattern: str) -> None:
    path = _file(pattern)
    rows: list[Any] = json.loads(gzip.decompress(path.read_bytes()))
    path.write_bytes(gzip.compress(json.dumps(rows[:-1]).encode()))


def _flip(pattern: str) -> None:
    path = _file(pattern)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_a_whole_index(whole_site: Run) -> None:
    status, out, err = whole_site("check")
    assert (status, err) == (ExitCode.DONE, "")
    assert " 7 texts of the search index" in out


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (
            lambda: _change("*/text/*.pack", "渡船仍然", "渡船乃然"),
            "p02/01.md: error: the search index has another text of it, first here: 通车以后",
        ),
        (lambda: _without_last("*/text/*.pack"), "texts instead of"),
        (
            lambda: _change("*/index/*.pf_index", "渡船þ", "渡般þ"),
            "its words do not lead where the texts have them",
        ),
        (
            lambda: _flip("*/index/*.pf_index"),
            "0.pf_index: error: this file of the search index cannot be read",
        ),
        (lambda: _flip("*/topic.pack"), "topic.pack: error: this file of the search index cannot be read"),
        (lambda: _file("*/forms/*.pack").unlink(), "0.pack: error: this file of the search index is missing"),
        (lambda: _file("folding-*.pack").unlink(), "this file of the search index is missing"),
        ((INDEX / "manifest.json").unlink, "manifest.json: error: this file of the search index is missing"),
        (
            lambda: edit(RECORDS / "p02/01.md", "kind: notice", "kind: notice\nstatus: withdrawn"),
            "the search index has zaobao/2001-06-06/p02/01, which was withdrawn",
        ),
        (
            lambda: edit(holding(RECORDS, "提要", "*.md"), "status: withdrawn\n", ""),
            "zaobao/2001-06-06/p01/01.md: error: the article is not in the search index",
        ),
        (
            lambda: holding(ISSUE, "（上接", "p02/02.md").unlink(),
            "the search index has wanbao/2001-06-05/p02/02, which content/ does not have",
        ),
    ],
)
def test_a_difference_is_found_and_named(whole_site: Run, damage: Callable[[], object], message: str) -> None:
    damage()
    status, _, err = whole_site("check")
    assert (status, message in err) == (ExitCode.NEEDS_EYE, True), err
