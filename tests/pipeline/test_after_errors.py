"""A build after one that was refused, or on a damaged cache, gives what a build from nothing gives."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from generator.errors import BackfileError
from tests.pipeline.edits import EditedArchive
from tests.pipeline.test_warm_is_cold import assert_same, build, files_of

PAGE = 4096
"""Bytes that SQLite reads and writes at once."""


@pytest.fixture
def archive(tmp_path: Path) -> EditedArchive:
    """An archive that was built once."""
    archive = EditedArchive(tmp_path, Random(5))
    archive.begin()
    build(tmp_path, "site", "cache")
    return archive


def claim(article: Path, other: Path) -> None:
    """Let ``article`` say that it once had the id that ``other`` has."""
    id_ = "/".join((*other.parts[-4:-1], other.stem))
    lines = [line for line in article.read_text("utf-8").split("\n") if not line.startswith("formerly")]
    article.write_text("\n".join([lines[0], f"formerly: [{id_}]", *lines[1:]]), encoding="utf-8")


def assert_as_from_nothing(folder: Path, what: str) -> None:
    """Build once more, and from nothing."""
    build(folder, "site", "cache")
    build(folder, "cold", "cold-cache")
    assert_same(files_of(folder / "site"), files_of(folder / "cold"), what)


def test_an_edit_that_was_refused_and_taken_back_leaves_nothing(
    archive: EditedArchive, tmp_path: Path
) -> None:
    first, *_, last = sorted(archive.content.glob("*/*/p01/*.md"))
    before = first.read_bytes()
    claim(first, last)
    with pytest.raises(BackfileError, match="formerly"):
        build(tmp_path, "site", "cache")
    first.write_bytes(before)
    assert_as_from_nothing(tmp_path, "an edit taken back")


def test_an_issue_that_was_refused_and_taken_away_leaves_nothing(
    archive: EditedArchive, tmp_path: Path
) -> None:
    other = min(archive.content.glob("*/*/p01/*.md"))
    archive.add_issue()
    added = archive.content / archive.issues[-1]
    claim(added / "p01/01.md", other)
    with pytest.raises(BackfileError, match="formerly"):
        build(tmp_path, "site", "cache")
    shutil.rmtree(added)
    assert_as_from_nothing(tmp_path, "an issue taken away")


def test_a_damaged_page_of_the_catalogue_costs_no_more_than_a_whole_build(
    archive: EditedArchive, tmp_path: Path
) -> None:
    catalogue = tmp_path / "cache/catalogue.sqlite"
    good = catalogue.read_bytes()
    whole = 0
    for start in range(PAGE, len(good), 7 * PAGE):
        catalogue.write_bytes(good[:start] + b"\xa5" * PAGE + good[start + PAGE :])
        whole += build(tmp_path, "site", "cache").whole
    assert whole
    assert_as_from_nothing(tmp_path, "damage")
