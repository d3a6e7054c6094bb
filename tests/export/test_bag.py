"""A bag holds the whole archive, is valid for the library's own command, and what is damaged in it is named."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CONTENT, Run


@pytest.fixture
def bag(run: Run, tmp_path: Path) -> Path:
    """Return a bag of the sample archive, with a template of its own."""
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "404.html").write_text("gone", encoding="utf-8")
    status, _, said = run("export", "--bagit", "bag")
    assert status == 0, said
    return tmp_path / "bag"


def test_the_bag_holds_every_file_of_the_archive(bag: Path) -> None:
    assert files_of(bag / "data") == {f"content/{name}": data for name, data in files_of(CONTENT).items()} | {
        "layouts/404.html": b"gone"
    }


def test_the_bag_is_valid_for_the_librarys_own_command_and_for_ours(bag: Path, run: Run) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "bagit", "--validate", str(bag)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    status, said, _ = run("check", "--bag", "bag")
    assert status == 0
    assert "Whole." in said


def test_check_names_what_was_changed_removed_and_added(bag: Path, run: Run) -> None:
    page = Path("bag/data/content/tmt-kuaibao/2022-09-20/source/page.txt")
    text = page.read_bytes()
    page.write_bytes(text.replace("算".encode(), "筭".encode(), 1))
    status, _, said = run("check", "--bag", "bag")
    assert status == 1
    assert f"{page}: error: the file is not what it was" in said
    page.write_bytes(text)
    (bag / "data" / "layouts" / "404.html").rename(bag / "data" / "gone.html")
    status, _, said = run("check", "--bag", "bag")
    assert status == 1
    assert "404.html: error: the bag's manifest has this file, but the bag has not." in said
    assert "gone.html: error: the bag's manifest does not have this file" in said


def test_a_folder_that_is_no_bag_cannot_be_checked_as_one(run: Run) -> None:
    status, _, said = run("check", "--bag", ".")
    assert status == 2
    assert "bag-missing" in said


@pytest.mark.parametrize(
    ("place", "code"), [("content/bag", "bagit-overlap"), (".", "bagit-overlap"), ("there", "bag-exists")]
)
def test_a_bag_is_not_made_over_anything(place: str, code: str, tmp_path: Path, run: Run) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "there").mkdir()
    before = sorted(tmp_path.rglob("*"))
    status, _, said = run("export", "--bagit", place)
    assert status == 2
    assert code in said
    assert sorted(tmp_path.rglob("*")) == before


def test_symbolic_links_are_not_followed_out_of_the_archive(tmp_path: Path, run: Run) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "content" / "static").mkdir(exist_ok=True)
    (tmp_path / "content" / "static" / "link.txt").symlink_to(tmp_path / "secret.txt")
    status, _, said = run("export", "--bagit", "bag")
    assert status == 2
    assert "content-link" in said
    assert not (tmp_path / "bag").exists()


@pytest.mark.parametrize("name", [b"100%0a.txt", b"a\nb.txt", b"\xff.txt", b"pipe"])
def test_what_no_bag_can_hold_is_named(tmp_path: Path, run: Run, name: bytes) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    path = tmp_path / "content/static" / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    if name == b"pipe":
        os.mkfifo(path)
    else:
        path.write_text("x")
    status, _, said = run("export", "--bagit", "bag")
    assert status == 2
    assert "content/static/" in said and "[bag-name]" in said
    assert not (tmp_path / "bag").exists()


def test_the_same_archive_gives_the_same_bag(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    for name in ("one", "two"):
        assert run("export", "--bagit", name)[0] == 0
    one, two = files_of(tmp_path / "one"), files_of(tmp_path / "two")
    assert b"Bagging-Date: 2001-09-09" in one["bag-info.txt"]
    listed = {name for name in one if name.startswith("tagmanifest")}
    assert {name: one[name] for name in one.keys() - listed} == {
        name: two[name] for name in two.keys() - listed
    }


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file under ``folder``, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_full_disk_is_said_and_leaves_nothing(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: str, place: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), place)

    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.setattr(shutil, "copy2", refuse)
    status, _, said = run("export", "--bagit", "bag")
    assert status == 2
    assert "error: the bag cannot be written: No space left on device. Make the folder writable" in said
    assert [path.name for path in tmp_path.iterdir()] == ["content"]
