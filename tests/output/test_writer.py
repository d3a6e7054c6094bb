"""A site is replaced whole or not at all, and nothing else is ever written to."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.exchange import exchange
from generator.locks import only_one
from generator.output import SiteWriter, find_unfinished, is_site, stage_file, writer
from tests.output.sites import digest_of


def write(site: Path, *inputs: Path, **files: str) -> None:
    staged = {name.replace("_", "/"): text.encode() for name, text in files.items()}
    with SiteWriter(site, inputs) as writer:
        for path, data in staged.items():
            stage_file(writer.staging, path, data)
        writer.commit(digest_of(staged))


def names(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_a_build_replaces_the_one_before(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / ".gitignore").write_text("*\n")
    write(site, a_b="1", c="2")
    write(site, c="3")
    assert names(site) == {".gitignore", "build.json", "c"}
    assert (site / "c").read_text() == "3"
    assert is_site(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, c="old")
    with pytest.raises(RuntimeError), SiteWriter(site, ()) as writer:
        stage_file(writer.staging, "c", b"new")
        raise RuntimeError
    assert (site / "c").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_same_files_have_the_same_mark(tmp_path: Path) -> None:
    write(tmp_path / "one", a="1", b="2")
    write(tmp_path / "two", b="2", a="1")
    marks = [json.loads((tmp_path / name / "build.json").read_text()) for name in ("one", "two")]
    assert marks[0] == marks[1]


@pytest.mark.parametrize("name", ["thesis.doc", "index.html", "build.json"])
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_text("mine")
    with pytest.raises(BackfileError, match="files that no build has written"):
        write(tmp_path / "site", a="1")
    assert (tmp_path / "site" / name).read_text() == "mine"


@pytest.mark.parametrize(("site", "content"), [("a", "a"), ("a/b", "a"), ("a", "a/b"), ("x/../a", "a/b/c")])
def test_a_site_that_overlaps_its_inputs_is_refused(tmp_path: Path, site: str, content: str) -> None:
    (tmp_path / content).mkdir(parents=True)
    with pytest.raises(BackfileError, match="overlap"):
        SiteWriter(tmp_path / site, (tmp_path / content,))


def test_a_site_lost_between_two_renames_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, c="old")
    (tmp_path / ".site.building").mkdir()
    site.rename(tmp_path / ".site.building" / "old")
    with SiteWriter(site, ()) as writer:
        assert (site / "c").read_text() == "old"
        stage_file(writer.staging, "c", b"new")
        writer.commit(digest_of({"c": b"new"}))
    assert (site / "c").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    with (
        only_one(tmp_path, "build"),
        pytest.raises(BackfileError, match="another build"),
        only_one(tmp_path, "build"),
    ):
        pass
    with only_one(tmp_path, "build"):
        assert list(tmp_path.iterdir()) == []


def test_two_builds_of_one_site_are_refused(tmp_path: Path) -> None:
    with SiteWriter(tmp_path / "site", ()) as first:
        stage_file(first.staging, "a", b"1")
        with pytest.raises(BackfileError, match="another build"), SiteWriter(tmp_path / "site", ()):
            pass
        first.commit(digest_of({"a": b"1"}))
    assert (tmp_path / "site" / "a").read_bytes() == b"1"


def swapped(site: Path) -> None:
    """Write a site over another in ``site`` and assert that only the new one is there."""
    write(site, c="old")
    write(site, c="new", d="more")
    assert names(site) == {"build.json", "c", "d"}
    assert (site / "c").read_text() == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_two_renames_stand_in_where_folders_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "exchange", lambda *_: False)
    swapped(tmp_path / "site")


def test_the_old_site_comes_back_when_the_second_rename_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    write(site, c="old")
    monkeypatch.setattr(writer, "exchange", lambda *_: False)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "files":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(path, target)

    with monkeypatch.context() as patched, pytest.raises(BackfileError, match="Invalid cross-device link"):
        patched.setattr(Path, "rename", refuse)
        write(site, c="new")
    assert (site / "c").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_folders_are_exchanged_and_nothing_is_done_where_one_is_missing(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)
    done = exchange(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "one/name").read_text() == ("two" if done else "one")
    assert not exchange(tmp_path / "one", tmp_path / "three")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_no_build_begins_while_another_removes_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    write(site, c="old")
    remove = shutil.rmtree

    def remove_while_another_begins(folder: Path, **options: bool) -> None:
        with pytest.raises(BackfileError, match="another build"), SiteWriter(site, ()):
            pass
        remove(folder, **options)

    with SiteWriter(site, ()) as writer:
        stage_file(writer.staging, "c", b"new")
        monkeypatch.setattr(shutil, "rmtree", remove_while_another_begins)
        writer.commit(digest_of({"c": b"new"}))
    assert (site / "c").read_text() == "new"


def test_a_lock_on_a_folder_that_was_replaced_meanwhile_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    lock = fcntl.flock

    def lock_too_late(descriptor: int, operation: int) -> None:
        folder.rename(tmp_path / "elsewhere")
        lock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", lock_too_late)
    with pytest.raises(BackfileError, match="another build"), only_one(folder, "build"):
        pass


def test_a_folder_that_its_holder_has_just_removed_is_being_built_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder"
    begin = os.open

    def remove_and_open(path: Path, flags: int) -> int:
        folder.rmdir()
        return begin(path, flags)

    monkeypatch.setattr(os, "open", remove_and_open)
    with pytest.raises(BackfileError, match="another build"), only_one(folder, "build", make=True):
        pass


def test_where_a_disk_is_mounted_no_site_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "site")
    with pytest.raises(BackfileError, match="a disk is mounted"):
        SiteWriter(tmp_path / "site", ())


def test_what_a_build_has_left_is_found(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, c="1")
    assert list(find_unfinished(site)) == []
    (tmp_path / ".site.building").mkdir()
    assert [finding.file for finding in find_unfinished(site)] == [str(tmp_path / ".site.building")]
