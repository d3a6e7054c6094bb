"""Real builds of one edit, killed while they change the site in place: the next build is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import ExitCode
from generator.output import find_unfinished
from generator.output.marker import MARKER
from tests.faults.archives import check, names, snapshot, write_article, write_issue
from tests.faults.breaking import Fault, breaker
from tests.faults.changed import Changed, make_changed, spread
from tests.faults.test_broken_off import INTERRUPTED, KILLED

WRITES_JOURNAL = "os.rename .site.building/journal.json.part"
REMOVES_JOURNAL = "os.remove .site.building/journal.json"


def write_archive(folder: Path) -> None:
    for day in range(4, 8):
        write_issue(folder / "content", day, 2)


def edit_archive(folder: Path) -> None:
    write_article(folder / "content", 5, 1, seed=1)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Changed]:
    with breaker(tmp_path_factory.mktemp("notes")) as builds:
        yield make_changed(tmp_path_factory.mktemp("edited"), builds, write_archive, edit_archive)


def kill(edited: Changed, at: int) -> str:
    """Kill a build just before a change, look at the site, and return what to say of it."""
    edited.bring_back()
    told = f"killed at change {at}: {edited.changes[at]}"
    assert edited.build(Fault("kill", at)).status == KILLED, told
    site = edited.site()
    for path, data in site.items():
        assert path == MARKER or data in (edited.old.get(path), edited.new.get(path)), f"{told}: {path}"
    assert edited.old.keys() & edited.new.keys() <= site.keys(), told
    if at <= edited.place_of(WRITES_JOURNAL):
        assert site == edited.old, told
    if at > edited.place_of(REMOVES_JOURNAL):
        assert site == edited.new, told
    assert names(edited.folder) - {".site.building"} == {"content", "site", ".backfile"}, told
    return told


def test_a_kill_at_any_moment_is_made_good_by_the_next_build(edited: Changed) -> None:
    journal, last = edited.place_of(WRITES_JOURNAL), edited.place_of(REMOVES_JOURNAL)
    for at in sorted(spread(0, journal - 2, 6) | spread(journal - 1, last + 1, 8)):
        told = kill(edited, at)
        assert edited.build().status == ExitCode.DONE, told
        assert edited.site() == edited.new, told
        assert names(edited.folder) == {"content", "site", ".backfile"}, told
        assert list(find_unfinished(edited.folder / "site")) == [], told


@pytest.mark.parametrize("action", ["kill", "interrupt"])
def test_what_was_put_in_place_is_not_made_again(edited: Changed, action: str) -> None:
    first = edited.place_of(WRITES_JOURNAL) + 1
    for at in sorted(spread(first, len(edited.changes) - 1, 3)):
        edited.bring_back()
        assert edited.build(Fault(action, at)).status in (KILLED, INTERRUPTED)
        ended = edited.build()
        told = f"{action} at change {at}: {edited.changes[at]}"
        assert ended.status == ExitCode.DONE, told
        made = {change for change in ended.changes if change.startswith("open .site.building/files/")}
        assert made == {"open .site.building/files/build.json"}, told
        assert edited.site() == edited.new, told


@pytest.mark.parametrize("options", [("--cache", ".other"), ("--precompress",)])
def test_a_build_with_another_cache_or_a_whole_one_completes_it_too(
    edited: Changed, options: tuple[str, ...]
) -> None:
    journal, last = edited.place_of(WRITES_JOURNAL), edited.place_of(REMOVES_JOURNAL)
    kill(edited, (journal + last) // 2)
    assert "build-unfinished" in {finding.code for finding in check(edited.folder).findings}
    assert edited.build(None, *options).status == ExitCode.DONE
    site = {name: data for name, data in edited.site().items() if not name.endswith(".gz")}
    assert {**site, MARKER: b""} == {**edited.new, MARKER: b""}
    assert check(edited.folder).findings == ()
    assert edited.build().status == ExitCode.DONE
    assert edited.site() == edited.new


def test_a_build_that_fails_completes_it_too(edited: Changed) -> None:
    kill(edited, edited.place_of(WRITES_JOURNAL) + 2)
    stray = edited.folder / "content/wanbao/notes"
    stray.mkdir()
    assert edited.build().status == ExitCode.UNUSABLE
    stray.rmdir()
    assert edited.site() == edited.new
    assert edited.build().status == ExitCode.DONE
    assert edited.site() == edited.new


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_on_a_full_disk_the_old_site_stays(edited: Changed, share: float) -> None:
    edited.bring_back()
    ended = edited.build(Fault("full", int(share * (edited.place_of(WRITES_JOURNAL) - 2))))
    assert (ended.status, "No space left on device" in ended.said) == (ExitCode.UNUSABLE, True), ended.said
    assert edited.site() == edited.old
    assert edited.build().status == ExitCode.DONE
    assert edited.site() == edited.new == snapshot(edited.folder / "site")
