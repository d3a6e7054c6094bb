"""What a build notes of its site is taken up from the build before only where that left both as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from generator.catalogue import Catalogue, KeptUnit
from generator.model import Settings, Vocabulary
from generator.pipeline.noting import SiteNote, is_noted, noted_site, put_in_place, take_up
from generator.pipeline.stocktaking import TAKEN

NOTE = SiteNote("new", "made with", {"one": KeptUnit("key", (("a", "1"), ("b", "2")))}, ("two",))


@dataclass
class Writer:
    """The writer of a site, as far as it concerns what is noted."""

    standing: str = "old"
    memo: bytes = b""
    ends: str = "new"
    """The site that stands when a change of it was broken off."""
    wholes: list[bool] = field(default_factory=list)

    def commit(self, digest: str, *, whole: bool, memo: bytes = b"") -> None:
        self.wholes.append(whole)
        self.memo, self.standing = memo, self.ends
        if self.ends != digest:
            raise KeyboardInterrupt


@pytest.fixture
def catalogue() -> Iterator[Catalogue]:
    with Catalogue.open(None, Settings(), Vocabulary(), program="1") as opened:
        opened.ledger.put_units(
            {"one": KeptUnit("before", ()), "two": KeptUnit("k", ()), "three": KeptUnit("k", ())}
        )
        opened.ledger.put_note(TAKEN, "first")
        yield opened


def units(catalogue: Catalogue) -> dict[str, KeptUnit]:
    return dict(catalogue.ledger.units(("one", "two", "three")))


def test_a_site_changed_in_place_is_noted_with_what_it_keeps(catalogue: Catalogue) -> None:
    put_in_place(Writer(), catalogue, NOTE, whole=False)  # type: ignore[arg-type]  # as far as it is asked
    assert units(catalogue) == {"one": NOTE.units["one"], "three": KeptUnit("k", ())}
    assert is_noted(catalogue, "new", "made with")
    assert not is_noted(catalogue, "new", "other")
    assert not is_noted(catalogue, "", "made with")


def test_a_site_made_whole_has_no_units_but_the_new_ones(catalogue: Catalogue) -> None:
    put_in_place(Writer(), catalogue, NOTE, whole=True)  # type: ignore[arg-type]  # likewise
    assert units(catalogue) == NOTE.units


def test_what_did_not_come_about_is_not_noted(catalogue: Catalogue) -> None:
    before = units(catalogue)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(Writer(ends="old"), catalogue, NOTE, whole=False)  # type: ignore[arg-type]  # likewise
    assert (units(catalogue), noted_site(catalogue)) == (before, "")


def broken_off(catalogue: Catalogue) -> Writer:
    """The writer of the build after one that was broken off when its site stood and nothing was noted."""
    writer = Writer(ends="")
    with pytest.raises(KeyboardInterrupt):
        put_in_place(writer, catalogue, NOTE, whole=False)  # type: ignore[arg-type]  # likewise
    return Writer(standing="new", memo=writer.memo)


def test_the_next_build_notes_what_was_put_in_place(catalogue: Catalogue) -> None:
    take_up(broken_off(catalogue), catalogue)  # type: ignore[arg-type]  # likewise
    assert units(catalogue) == {"one": NOTE.units["one"], "three": KeptUnit("k", ())}
    assert is_noted(catalogue, "new", "made with")


@pytest.mark.parametrize("standing", ["old", ""])
def test_not_where_another_site_stands(catalogue: Catalogue, standing: str) -> None:
    writer = broken_off(catalogue)
    writer.standing = standing
    take_up(writer, catalogue)  # type: ignore[arg-type]  # likewise
    assert noted_site(catalogue) == ""


def test_not_where_the_catalogue_has_taken_in_more_since(catalogue: Catalogue) -> None:
    writer = broken_off(catalogue)
    catalogue.ledger.put_note(TAKEN, "second")
    take_up(writer, catalogue)  # type: ignore[arg-type]  # likewise
    assert noted_site(catalogue) == ""


@pytest.mark.parametrize(
    "memo", [b"", b"[", b"[1, 2]", b"{}", b'["first", "new", "made with", [], 3]', b"\xff"]
)
def test_what_is_left_of_a_memo_is_none(catalogue: Catalogue, memo: bytes) -> None:
    take_up(Writer(standing="new", memo=memo), catalogue)  # type: ignore[arg-type]  # likewise
    assert noted_site(catalogue) == ""
