"""A site that is changed in place has, file by file, what one made whole has; nobody sees more of it than that."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disk import settle
from generator.errors import BackfileError
from generator.output import SiteWriter, is_site, journal, stage_file
from generator.output import standing as standing_site
from generator.output.marker import read_marker
from generator.output.planning import plan_steps
from generator.output.standing import size_of
from generator.precompress import SMALLEST
from tests.faults.archives import names, snapshot
from tests.output.sites import Files, change, digest_of, stage_changes, write_whole

OLD = {"index.html": b"1 2", "a/1.html": b"1", "a/2.html": b"2", "s.1.css": b"s", "pagefind/p1/x": b"p"}
NEW = {"index.html": b"1 3", "a/1.html": b"1", "b/3.html": b"3", "s.2.css": b"S", "pagefind/p2/x": b"P"}

_PATHS = st.lists(st.sampled_from(("a", "b", "c.html", "d.css")), min_size=1, max_size=3).map("/".join)
_SIZES = st.sampled_from((1, 2, SMALLEST + 1, SMALLEST + 2))


@st.composite
def _sites(draw: st.DrawFn) -> Files:
    """Draw files of which none is in the place of another's folder."""
    drawn = draw(st.dictionaries(_PATHS, _SIZES.map(lambda size: b"x" * size), min_size=1, max_size=6))
    return {
        path: data for path, data in drawn.items() if not any(other.startswith(f"{path}/") for other in drawn)
    }


@given(_sites(), _sites(), st.booleans())
def test_it_is_the_site_made_whole(
    tmp_path_factory: pytest.TempPathFactory, old: Files, new: Files, compressed: bool
) -> None:
    folder = tmp_path_factory.mktemp("sites")
    for name, files in (("whole", new), ("changed", old)):
        write_whole(folder / name, files, compressed=compressed)
    change(folder / "changed", old, new, compressed=compressed)
    assert snapshot(folder / "changed") == snapshot(folder / "whole")
    folders = [
        {path.relative_to(folder / name) for path in (folder / name).rglob("*")}
        for name in ("changed", "whole")
    ]
    assert folders[0] == folders[1]
    assert names(folder) == {"whole", "changed"}


def test_what_does_not_change_and_what_a_person_keeps_stay_the_same_files(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_whole(site, OLD)
    (site / ".git").mkdir()
    for name in (".gitignore", ".git/config"):
        (site / name).write_text("mine")
    kept = {name: (site / name).stat().st_ino for name in ("a/1.html", ".gitignore", ".git/config")}
    with SiteWriter(site, ()) as writer:
        stage_changes(writer, OLD, NEW)
        stage_file(writer.staging, "a/1.html", OLD["a/1.html"])  # made again, and the same
        writer.commit(digest_of(NEW), whole=False)
    assert {name: (site / name).stat().st_ino for name in kept} == kept
    assert is_site(site)


def test_a_folder_goes_with_all_that_is_in_it_but_what_comes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_whole(site, {"index.html": b"", "p/1": b"1", "p/2/3": b"3"})
    with SiteWriter(site, ()) as writer:
        writer.remove("p")
        writer.remove("not there")
        stage_file(writer.staging, "p/1", b"new")
        writer.commit("1", whole=False)
    assert {path.relative_to(site).as_posix() for path in site.rglob("*")} == {
        "build.json",
        "index.html",
        "p",
        "p/1",
    }


def test_pages_come_after_what_they_name_and_the_search_after_its_parts(tmp_path: Path) -> None:
    site, staging = tmp_path / "site", tmp_path / "staging"
    for name in (
        "index.html",
        "assets/style.css",
        "sitemap.xml",
        "old.html",
        "old.css",
        "pagefind/manifest.json",
    ):
        stage_file(site, name, b"old")
    for name in (
        *("index.html", "index.html.gz", "sitemap.xml", "new.html", "assets/style.css"),
        *("pagefind/manifest.json", "pagefind/x"),
    ):
        stage_file(staging, name, b"new")
    steps = plan_steps(site, staging, ("old.css", "old.html"), compressed=True)
    assert steps.clear == ()
    assert steps.put == (
        "assets/style.css",
        "pagefind/x",
        "new.html",
        "index.html",
        "index.html.gz",
        "sitemap.xml",
        "pagefind/manifest.json",
    )
    assert steps.remove == ("old.html", "old.css")


def test_a_site_with_other_copies_or_none_cannot_be_changed_in_place(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for compressed in (False, True):
        with SiteWriter(site, (), compressed=compressed) as writer:
            assert writer.standing == ""
            stage_file(writer.staging, "a", b"1")
            with pytest.raises(ValueError, match="no site"):
                writer.commit("1", whole=False)
        write_whole(site, OLD, compressed=False)
    with SiteWriter(site, (), compressed=False) as writer:
        assert writer.standing == digest_of(OLD)


@pytest.mark.parametrize("path", ["../x", "/etc", "a/../../x", "a//b", "./a", "a\\b", "a\0b", ""])
def test_nothing_out_of_the_site_is_staged_or_removed(tmp_path: Path, path: str) -> None:
    with SiteWriter(tmp_path / "site", ()) as writer:
        with pytest.raises(BackfileError, match="not a place in the site"):
            stage_file(writer.staging, path, b"")
        with pytest.raises(BackfileError, match="not a place in the site"):
            writer.remove(path)


def test_no_link_leads_a_file_out_of_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_whole(site, OLD)
    (tmp_path / "elsewhere").mkdir()
    (site / "b").symlink_to(tmp_path / "elsewhere")
    change(site, OLD, NEW)
    assert names(tmp_path / "elsewhere") == set()
    assert (site / "b/3.html").read_bytes() == b"3"


def test_all_that_comes_is_on_the_disk_before_the_site_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    write_whole(site, OLD)
    old, settled = snapshot(site), []

    def look(folder: Path) -> None:
        settled.append((snapshot(folder), snapshot(site), (folder.parent / "journal.json").exists()))

    monkeypatch.setattr(journal, "settle", look)
    change(site, OLD, NEW)
    (staged, then, certain), *more = settled
    assert (then, certain, more) == (old, False, [])
    assert {path: data for path, data in snapshot(site).items() if path in staged} == staged
    assert staged.keys() >= {"index.html", "b/3.html", "build.json"}


@pytest.mark.parametrize("lost", ["index.html", "pagefind/p1/x", "a/2.html"])
def test_where_the_power_failed_a_site_that_has_lost_something_is_made_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    site = tmp_path / "site"
    write_whole(site, OLD)
    (site / ".git").write_text("mine")
    began = time.time()

    def standing(started: float) -> str:
        monkeypatch.setattr(standing_site, "_started", lambda: started)
        with SiteWriter(site, ()) as writer:
            return writer.standing

    assert standing(began + 1000) == digest_of(OLD)
    (site / lost).write_bytes(b"")
    assert standing(began + 1000) == ""
    assert standing(began - 1000) == digest_of(
        OLD
    )  # nothing is lost while the machine runs: it need not be measured


def test_the_size_of_a_site_is_kept_as_it_changes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for old, new in ((None, OLD), (OLD, NEW), (NEW, {"index": b"a file"}), ({"index": b"a file"}, OLD)):
        change(site, old, new) if old else write_whole(site, new)
        marker = read_marker(site)
        assert marker
        assert marker.size == size_of(site) == sum(map(len, new.values()))


def test_settling_returns_and_says_what_the_system_refuses(tmp_path: Path) -> None:
    settle(tmp_path)
    with pytest.raises(FileNotFoundError):
        settle(tmp_path / "nowhere")


def test_a_folder_of_the_site_that_is_read_only_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    write_whole(site, OLD)
    old = snapshot(site)
    monkeypatch.setattr(os, "access", lambda place, _: Path(place).name != "a")  # root may write anywhere
    with pytest.raises(BackfileError, match=r"site/a: error: the site cannot be written: Permission denied"):
        change(site, OLD, NEW)
    assert snapshot(site) == old
    assert names(tmp_path) == {"site"}
    assert not (site / "b").exists()
