"""What a build notes for the next: units and their files, what it saw, all or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, KeptUnit, Seen, read_catalogue
from generator.model import Settings, Terms, Vocabulary
from tests.catalogue.made_up import article, issue


@pytest.fixture
def catalogue() -> Iterator[Catalogue]:
    with Catalogue.open(None, Settings(), Vocabulary(), program="1") as opened:
        yield opened


def unit(key: str, *paths: str) -> KeptUnit:
    return KeptUnit(key, tuple((path, f"digest of {path}") for path in paths))


def test_units_are_given_back_as_they_were_put(catalogue: Catalogue) -> None:
    units = {"article a": unit("k1", "a/index.html", "a/index.md"), "term b": unit("k2")}
    catalogue.ledger.put_units(units)
    assert catalogue.ledger.units(["article a", "term b", "none"]) == units
    assert catalogue.ledger.units_under("article ") == {"article a": units["article a"]}


def test_a_file_belongs_to_the_unit_that_made_it_last(catalogue: Catalogue) -> None:
    ledger = catalogue.ledger
    ledger.put_units({"one": unit("k", "x", "y"), "two": unit("k", "z")})
    assert (ledger.owner_of("x"), ledger.owner_of("z"), ledger.owner_of("w")) == ("one", "two", "")
    ledger.put_units({"one": unit("k", "y")})
    assert (ledger.owner_of("x"), ledger.owner_of("y")) == ("", "one")
    ledger.put_units({"two": unit("k", "y", "z")})
    ledger.drop_units(["one", "unknown"])
    assert ledger.owner_of("y") == "two"
    assert list(ledger.units(["one", "two"])) == ["two"]


def test_what_is_written_together_holds_together(catalogue: Catalogue) -> None:
    with pytest.raises(RuntimeError), catalogue.together():
        catalogue.ledger.put_units({"one": unit("k", "x")})
        catalogue.ledger.put_note("site", "digest")
        catalogue.settle()
        raise RuntimeError
    assert catalogue.ledger.units(["one"]) == {}
    assert catalogue.ledger.note("site") == ""


def test_what_was_seen_of_an_issue_goes_with_it(catalogue: Catalogue) -> None:
    issues = [
        issue("wanbao/2020-01-01"),
        issue("wanbao/2020-01-02", article("wanbao/2020-01-02", 1, Terms())),
    ]
    seen = {each.record.id: Seen("stat", "sha", 3) for each in issues}
    catalogue.update(issues, [])
    catalogue.ledger.put_seen(seen)
    assert catalogue.ledger.seen() == seen
    catalogue.update([], ["wanbao/2020-01-01"])
    assert list(catalogue.ledger.seen()) == ["wanbao/2020-01-02"]


def test_a_delta_is_pending_until_it_is_settled_and_survives_the_process(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    first, second = issue("wanbao/2020-01-01"), issue("wanbao/2020-01-02")
    for changed, gone in (([first], []), ([second], [first.record.id]), ([], [])):
        with Catalogue.open(path, Settings(), Vocabulary(), program="1") as opened:
            delta = opened.update(changed, gone)
    assert delta.everything
    assert (set(delta.issues), set(delta.gone)) == ({second.record.id}, {first.record.id})
    with Catalogue.open(path, Settings(), Vocabulary(), program="1") as opened:
        opened.settle()
        assert opened.update([second], []) == type(delta)(*[frozenset()] * 6)
        assert set(opened.update([first], []).issues) == {first.record.id}
    assert [face.id for face in read_catalogue(path, Settings()).issues] == [
        first.record.id,
        second.record.id,
    ]


@pytest.mark.parametrize("damage", ["other program", "not a database", "cut short", "empty"])
def test_a_file_that_is_not_whole_and_ours_is_begun_anew(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "catalogue.sqlite"
    with Catalogue.open(path, Settings(), Vocabulary(), program="1") as opened:
        opened.update([issue("wanbao/2020-01-01")], [])
    data = path.read_bytes()
    if damage == "not a database":
        path.write_bytes(b"something else " * 1000)
    elif damage == "cut short":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "empty":
        path.write_bytes(b"")
    program = "2" if damage == "other program" else "1"
    with Catalogue.open(path, Settings(), Vocabulary(), program=program) as opened:
        assert opened.issues == ()
        assert opened.update([], []).everything
