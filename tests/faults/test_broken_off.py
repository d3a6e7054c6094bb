"""Builds that are killed, interrupted or refused the disk: a site that serves, and a next build that is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import ExitCode
from generator.layouts_folder import built_in_layouts
from generator.output import find_unfinished
from tests.faults.archives import check, names, snapshot, write_article, write_issue
from tests.faults.breaking import Breaker, Fault, breaker
from tests.faults.changed import Changed, make_changed, spread

KILLED = -9
INTERRUPTED = 130


def write_archive(folder: Path) -> None:
    content = folder / "content"
    write_issue(content, 4, 2)
    write_issue(content, 5, 2)
    (content / "static").mkdir()
    (content / "static" / "CNAME").write_text("example.org\n")


def edit_archive(folder: Path) -> None:
    """Change articles and issues, and a template that all pages are made with: the site is made whole."""
    write_article(folder / "content", 4, 1, seed=1)
    (folder / "content/wanbao/1996-03-05/p01/02.md").unlink()
    write_issue(folder / "content", 6, 1)
    (folder / "layouts").mkdir()
    base = (built_in_layouts() / "base.html").read_text(encoding="utf-8")
    (folder / "layouts/base.html").write_text(base.replace("</body>", "<!-- of our own -->\n</body>"))


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Breaker]:
    with breaker(tmp_path_factory.mktemp("notes")) as started:
        yield started


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory, builds: Breaker) -> Changed:
    return make_changed(tmp_path_factory.mktemp("searched"), builds, write_archive, edit_archive)


@pytest.fixture(scope="module")
def unsearched(tmp_path_factory: pytest.TempPathFactory, builds: Breaker) -> Changed:
    return make_changed(
        tmp_path_factory.mktemp("unsearched"), builds, write_archive, edit_archive, "--no-search"
    )


def swap_of(changed: Changed) -> int:
    """Return the place of the first change after the new site is at its place."""
    return changed.place_of("os.rename .site.building/files/build.json.part") + 1


def assert_right_after_a_kill(changed: Changed, fault: Fault) -> bool:
    """Kill a build, look at the site, build again; return whether the site was the new one already."""
    changed.bring_back()
    told = f"killed at change {fault.at}: {changed.changes[fault.at : fault.at + 1]}"
    assert changed.build(fault).status == KILLED, told
    site = changed.site()
    assert site in (changed.old, changed.new), told
    left = names(changed.folder) - {"content", "layouts", "site", ".backfile"}
    found = {Path(finding.file).name for finding in find_unfinished(changed.folder / "site")}
    assert left == found, told
    assert changed.build().status == ExitCode.DONE, told
    assert changed.site() == changed.new, told
    assert names(changed.folder) == {"content", "layouts", "site", ".backfile"}, told
    return site == changed.new


def test_a_build_killed_anywhere_leaves_a_whole_site(unsearched: Changed) -> None:
    last = len(unsearched.changes) - 1
    swap = swap_of(unsearched)
    places = spread(0, last, 30) | set(range(swap - 3, swap + 4))
    new = {at: assert_right_after_a_kill(unsearched, Fault("kill", at)) for at in sorted(places)}
    assert set(new.values()) == {False, True}
    assert all(new[at] == (at >= swap) for at in places)


def test_a_build_killed_while_it_makes_the_search_leaves_a_whole_site(searched: Changed) -> None:
    first = next(n for n, change in enumerate(searched.changes) if ".backfile/search" in change)
    swap = swap_of(searched)
    places = spread(first, swap + 2, 22)
    assert [assert_right_after_a_kill(searched, Fault("kill", at)) for at in sorted(places)].count(True) <= 3


def test_a_kill_between_two_renames_is_made_good_by_the_next_build(unsearched: Changed) -> None:
    unsearched.bring_back()
    changes = unsearched.build(Fault(exchange=False)).changes
    first, second = (changes.index(f"os.rename {name}") for name in ("site", ".site.building/files"))
    assert_right_after_a_kill(unsearched, Fault("kill", first, exchange=False))
    assert assert_right_after_a_kill(unsearched, Fault("kill", second + 1, exchange=False))
    unsearched.bring_back()
    assert unsearched.build(Fault("kill", second, exchange=False)).status == KILLED
    assert not (unsearched.folder / "site").exists()
    assert snapshot(unsearched.folder / ".site.building/old") == unsearched.old
    assert len(list(find_unfinished(unsearched.folder / "site"))) == 1
    (unsearched.folder / "content/wanbao/notes").mkdir()  # a build that fails brings the site back as well
    assert unsearched.build().status == ExitCode.UNUSABLE
    (unsearched.folder / "content/wanbao/notes").rmdir()
    assert unsearched.site() == unsearched.old
    assert unsearched.build().status == ExitCode.DONE
    assert unsearched.site() == unsearched.new
    assert names(unsearched.folder) == {"content", "layouts", "site", ".backfile"}


def test_check_reports_a_build_that_was_broken_off(unsearched: Changed) -> None:
    unsearched.bring_back()
    assert unsearched.build(Fault("kill", swap_of(unsearched))).status == KILLED
    assert [finding.code for finding in check(unsearched.folder).findings] == ["build-unfinished"]
    assert unsearched.build().status == ExitCode.DONE
    assert check(unsearched.folder).findings == ()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8, 0.95])
def test_on_a_full_disk_the_old_site_stays(searched: Changed, share: float) -> None:
    searched.bring_back()
    ended = searched.build(Fault("full", int(share * (swap_of(searched) - 1))))
    assert (ended.status, "cannot be" in ended.said) == (ExitCode.UNUSABLE, True), ended.said
    assert "No space left on device" in ended.said
    assert "the old site is untouched" in ended.said or share == 0
    assert searched.site() == searched.old
    assert names(searched.folder) == {"content", "layouts", "site", ".backfile"}
    assert searched.build().status == ExitCode.DONE
    assert searched.site() == searched.new


@pytest.mark.parametrize("largest", [1_000, 5_000, 10_000])
def test_a_file_that_cannot_be_written_to_its_end_is_not_put_in_place(
    searched: Changed, largest: int
) -> None:
    searched.bring_back()
    ended = searched.build(Fault(largest=largest))
    assert (ended.status, "cannot be written: " in ended.said) == (ExitCode.UNUSABLE, True), ended.said
    assert searched.site() == searched.old
    assert names(searched.folder) == {"content", "layouts", "site", ".backfile"}


@pytest.mark.parametrize("share", [0.3, 0.8, 0.95])
def test_ctrl_c_stops_a_build_and_the_next_goes_on(searched: Changed, share: float) -> None:
    searched.bring_back()
    ended = searched.build(Fault("interrupt", int(share * (swap_of(searched) - 1))))
    assert (ended.status, ended.said.strip()) == (
        INTERRUPTED,
        "backfile: stopped; every file is as it was or as it should be.",
    )
    assert searched.site() == searched.old
    assert names(searched.folder) - {".site.building"} == {"content", "layouts", "site", ".backfile"}
    assert searched.build().status == ExitCode.DONE
    assert searched.site() == searched.new
    assert names(searched.folder) == {"content", "layouts", "site", ".backfile"}
