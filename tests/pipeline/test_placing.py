"""What units have made comes into the site, what no unit makes any more goes, and no file has two makers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, Ledger
from generator.errors import BackfileError
from generator.model import Settings, Vocabulary
from generator.output import SiteWriter, stage_file
from generator.pipeline.making import Made
from generator.pipeline.placing import Placed, place
from generator.pipeline.planning import Plan
from tests.faults.archives import snapshot
from tests.output.sites import digest_of

FIRST = {"one": {"a": b"1", "b": b"2"}, "two": {"c": b"3"}}


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Catalogue.open(None, Settings(), Vocabulary(), program="1") as catalogue:
        yield catalogue.ledger


def put(
    site: Path,
    ledger: Ledger,
    made: Mapping[str, Mapping[str, bytes]],
    *,
    gone: tuple[str, ...] = (),
    some: tuple[str, ...] = (),
) -> Placed:
    """Place what units have made, and note it; the first time the site is made whole."""
    with SiteWriter(site, ()) as writer:
        units = [
            Made(name, tuple((path, stage_file(writer.staging, path, data)) for path, data in files.items()))
            for name, files in made.items()
        ]
        plan = Plan(dict.fromkeys(made, "key"), {name: frozenset() for name in some}, gone)
        whole = not writer.standing
        placed = place(units, plan, None if whole else ledger, writer, site.parent / "content")
        writer.commit(placed.digest.hex, whole=whole)
    ledger.drop_units(gone)
    ledger.put_units(placed.units)
    return placed


def assert_has(site: Path, placed: Placed, files: Mapping[str, bytes]) -> None:
    assert {path: data for path, data in snapshot(site).items() if path != "build.json"} == files
    assert placed.digest.hex == digest_of(files)


def test_files_change_come_go_and_stay(tmp_path: Path, ledger: Ledger) -> None:
    site = tmp_path / "site"
    placed = put(site, ledger, FIRST)
    assert_has(site, placed, {"a": b"1", "b": b"2", "c": b"3"})
    assert (placed.files, placed.changed) == (3, 3)
    placed = put(site, ledger, {"one": {"a": b"1", "b": b"new", "d": b"4"}}, gone=("two",))
    assert_has(site, placed, {"a": b"1", "b": b"new", "d": b"4"})
    assert (placed.files, placed.changed) == (3, 3)


def test_a_unit_that_is_made_in_part_keeps_the_rest(tmp_path: Path, ledger: Ledger) -> None:
    site = tmp_path / "site"
    put(site, ledger, FIRST)
    assert_has(
        site, put(site, ledger, {"one": {"b": b"new"}}, some=("one",)), {"a": b"1", "b": b"new", "c": b"3"}
    )
    assert {path for path, _ in ledger.units(["one"])["one"].files} == {"a", "b"}


def test_a_file_may_go_from_one_unit_to_another(tmp_path: Path, ledger: Ledger) -> None:
    site = tmp_path / "site"
    put(site, ledger, FIRST)
    placed = put(site, ledger, {"two": {"b": b"2", "c": b"3"}, "one": {"a": b"1"}})
    assert_has(site, placed, {"a": b"1", "b": b"2", "c": b"3"})


@pytest.mark.parametrize(
    "made", [{"one": {"a": b"1"}, "two": {"a": b"1"}}, {"three": {"a": b"1"}}, {"three": {"c": b"1"}}]
)
def test_two_units_that_make_one_file_are_refused(
    tmp_path: Path, ledger: Ledger, made: dict[str, dict[str, bytes]]
) -> None:
    site = tmp_path / "site"
    if "three" in made:
        put(site, ledger, FIRST)
    with pytest.raises(BackfileError, match="make the same file of the site"):
        put(site, ledger, made)
