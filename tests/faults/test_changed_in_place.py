"""A site that is being changed in place, and whoever changes it is killed, interrupted or refused the disk.

Its pages are lists of what they load or lead to, so that at each moment it is seen whether a reader would find it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.errors import ExitCode
from generator.output import SiteWriter, find_unfinished
from generator.output.marker import MARKER
from tests.faults.archives import names, snapshot
from tests.faults.breaking import Breaker, Fault, Texts, breaker
from tests.faults.test_broken_off import INTERRUPTED, KILLED
from tests.output.sites import digest_of, write_whole

OLD: Texts = {
    "index.html": "s.1.css days/1.html days/2.html",
    "days/1.html": "s.1.css articles/a/1.html",
    "days/2.html": "s.1.css articles/b/2.html",
    "articles/a/1.html": "s.1.css articles/b/2.html",
    "articles/b/2.html": "s.1.css",
    "sitemap.xml": "days/1.html days/2.html articles/a/1.html articles/b/2.html",
    "s.1.css": "",
    "pagefind/manifest.json": "pagefind/p1/text articles/a/1.html articles/b/2.html",
    "pagefind/p1/text": "",
    "about": "",
    "notes/old": "",
}
NEW: Texts = {
    "index.html": "s.2.css days/1.html days/3.html",
    "days/1.html": "s.2.css articles/a/1.html",
    "days/3.html": "s.2.css articles/c/3.html",
    "articles/a/1.html": "s.2.css articles/c/3.html",
    "articles/c/3.html": "s.2.css articles/a/1.html",
    "sitemap.xml": "days/1.html days/3.html articles/a/1.html articles/c/3.html",
    "s.2.css": "",
    "pagefind/manifest.json": "pagefind/p2/text articles/a/1.html articles/c/3.html",
    "pagefind/p2/text": "",
    "about/index.html": "s.2.css",  # a folder where a file was
    "notes": "",  # a file where a folder was
}


def _bytes(site: Texts) -> dict[str, bytes]:
    return {path: text.encode() for path, text in site.items()}


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with the old site, and what changes it."""

    folder: Path
    breaker: Breaker
    old: dict[str, bytes]
    new: dict[str, bytes]
    """The sites, their markers with them."""
    changes: tuple[str, ...]
    """What is done to files where nothing goes wrong."""

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def certain(self) -> int:
        """Place among the changes of the one by which the journal appears."""
        return self.changes.index("os.rename .site.building/journal.json.part")

    def bring_back(self) -> None:
        """Make the folder what it was."""
        for path in self.folder.iterdir():
            shutil.rmtree(path)
        write_whole(self.site, _bytes(OLD))

    def change(self, fault: Fault | None = None) -> tuple[int, str]:
        self.bring_back()
        ended = self.breaker.change(self.folder, OLD, NEW, fault=fault)
        return ended.status, ended.said

    def kill(self, at: int) -> None:
        assert self.change(Fault("kill", at))[0] == KILLED, self.changes[at]

    def begin_another(self) -> str:
        """Begin a build that comes to nothing, and return the digest of the site that it found."""
        with SiteWriter(self.site, ()) as writer:
            return writer.standing

    def assert_as_before(self) -> None:
        assert snapshot(self.site) == self.old
        assert names(self.folder) == {"site"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with breaker(tmp_path_factory.mktemp("notes")) as started:
        folder, whole = tmp_path_factory.mktemp("changed"), tmp_path_factory.mktemp("whole")
        write_whole(folder / "site", _bytes(OLD))
        write_whole(whole / "site", _bytes(NEW))
        old = snapshot(folder / "site")
        ended = started.change(folder, OLD, NEW)
        assert ended.status == ExitCode.DONE, ended.said
        assert snapshot(folder / "site") == snapshot(whole / "site")
        assert names(folder) == {"site"}
        yield Place(folder, started, old, snapshot(whole / "site"), ended.changes)


def assert_nothing_is_half(place: Place, told: str) -> None:
    """Assert that each file is whole, of one of the sites, and finds all that it names."""
    files = snapshot(place.site)
    unsettled = files.pop(MARKER)
    assert unsettled in (place.old[MARKER], place.new[MARKER]) or b'"files": ""' in unsettled, told
    for path, data in files.items():
        assert data in (place.old.get(path), place.new.get(path)), told
        if path.endswith((".html", "manifest.json")):
            missing = set(data.decode().split()) - files.keys()
            if path not in NEW:  # a page that goes: so may those that it leads to
                missing = {name for name in missing if not name.endswith(".html")}
            assert missing == set(), f"{told}: {path}"


def test_a_kill_at_any_moment_is_made_good_by_whatever_build_comes_next(place: Place) -> None:
    seen = set()
    for at, change in enumerate(place.changes):
        told = f"killed before {at}: {change}"
        place.kill(at)
        assert_nothing_is_half(place, told)
        assert len(list(find_unfinished(place.site))) == (".site.building" in names(place.folder)), told
        standing = place.begin_another()
        expected, files = (place.old, OLD) if at <= place.certain else (place.new, NEW)
        assert snapshot(place.site) == expected, told
        assert standing == digest_of(_bytes(files)), told
        assert names(place.folder) == {"site"}, told
        assert list(find_unfinished(place.site)) == [], told
        seen.add(standing)
    assert len(seen) == 2


def test_it_is_completed_even_where_that_is_broken_off_as_well(place: Place) -> None:
    for at in range(place.certain + 1, len(place.changes)):
        place.kill(at)
        left = snapshot(place.folder)
        again = place.breaker.change(place.folder, NEW, NEW, fault=Fault("kill", 2))
        assert again.status in (KILLED, ExitCode.DONE)
        assert_nothing_is_half(place, f"killed before {at} and again, with {sorted(left)}")
        assert place.begin_another() == digest_of(_bytes(NEW))
        assert snapshot(place.site) == place.new


def test_on_a_full_disk_the_old_site_stays_until_no_more_space_is_needed(place: Place) -> None:
    for at in range(len(place.changes)):
        status, said = place.change(Fault("full", at))
        if at <= place.changes.index("open .site.building/journal.json.part"):
            assert (status, "No space left on device" in said) == (ExitCode.UNUSABLE, True)
            place.assert_as_before()
        elif "os.mkdir site/about" in place.changes[at:]:  # for which a file had to go first
            assert (status, "build again: that goes on from here" in said) == (ExitCode.UNUSABLE, True)
            assert_nothing_is_half(place, said)
            assert place.begin_another() == digest_of(_bytes(NEW))
            assert snapshot(place.site) == place.new
        else:
            assert status == ExitCode.DONE
            assert snapshot(place.site) == place.new


def test_ctrl_c_leaves_the_old_site_or_the_new_one(place: Place) -> None:
    for at in range(len(place.changes)):
        status, _ = place.change(Fault("interrupt", at))
        assert status == INTERRUPTED
        assert snapshot(place.site) == (place.old if at <= place.certain else place.new), place.changes[at]
        if at <= place.changes.index("os.remove .site.building/journal.json"):
            assert names(place.folder) == {"site"}, place.changes[at]


def test_a_file_that_cannot_be_written_to_its_end_changes_nothing(place: Place) -> None:
    status, said = place.change(Fault(largest=300))  # room for every page, and not for the journal
    assert (status, "File too large" in said) == (ExitCode.UNUSABLE, True)
    assert "the old site is untouched" in said
    place.assert_as_before()


@pytest.mark.parametrize("damage", [b"", b'{"put": ["../../x"], "clear": [], "remove": []}', b"[1]"])
def test_without_its_journal_nobody_takes_the_site_for_one_of_the_two(place: Place, damage: bytes) -> None:
    for at in (place.certain + 1, place.certain + 6):
        place.kill(at)
        (place.folder / ".site.building/journal.json").write_bytes(damage)
        assert place.begin_another() == ""
        assert [finding.code for finding in find_unfinished(place.site)] == ["build-unfinished"]
        write_whole(place.site, _bytes(NEW))
        assert snapshot(place.site) == place.new
        assert list(find_unfinished(place.site)) == []


def test_when_its_folder_is_removed_nobody_takes_the_site_for_one_of_the_two(place: Place) -> None:
    place.kill(place.certain + 6)
    shutil.rmtree(place.folder / ".site.building")
    found = list(find_unfinished(place.site))
    assert ["its journal is gone" in finding.message for finding in found] == [True]
    assert place.begin_another() == ""


def test_when_the_site_is_removed_no_part_of_one_is_put_there(place: Place) -> None:
    place.kill(place.certain + 6)
    shutil.rmtree(place.site)
    assert place.begin_another() == ""
    assert names(place.folder) == set()
