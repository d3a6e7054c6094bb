"""The folding tables that builds keep are those that would be computed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.search import folding, kept_folding
from generator.search.folding import folding_of, load_folding
from generator.search.kept_folding import folding_asset


@pytest.fixture
def no_computing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whatever asks for the tables fail."""

    def fail() -> None:
        raise AssertionError("the tables were asked for")

    monkeypatch.setattr(kept_folding, "load_folding", fail)


def test_what_the_browser_is_given_says_all_of_the_folding() -> None:
    made, given = load_folding(), folding_of(load_folding().as_asset())
    assert (given.table, given.classes) == (made.table, made.classes)


def test_kept_tables_are_neither_computed_nor_read(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    made = folding_asset(tmp_path)
    request.getfixturevalue("no_computing")
    assert folding_asset(tmp_path) == made
    assert json.loads(made) == load_folding().as_asset()


@pytest.mark.parametrize("damage", [b"", b"x", b"[]\n{}"])
def test_damaged_tables_are_made_anew(tmp_path: Path, damage: bytes) -> None:
    made = folding_asset(tmp_path)
    kept = (tmp_path / "folding.json").read_bytes()
    (tmp_path / "folding.json").write_bytes(damage or kept[:-9])
    assert folding_asset(tmp_path) == made
    assert (tmp_path / "folding.json").read_bytes() == kept


def test_tables_of_another_dictionary_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folding_asset(tmp_path)
    monkeypatch.setattr(kept_folding, "made_from", lambda: [*folding.made_from(), "other"])
    monkeypatch.setattr(kept_folding, "load_folding", lambda: folding.Folding.of({65: 97}, {}))
    assert json.loads(folding_asset(tmp_path))["fold"] == [65, 1, 32]
