"""Files of the archive's own: copied as they are, kept from hiding what the site needs."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.pipeline.static_files import stage_static, static_units


def write(content: Path, name: str) -> Path:
    """Write a static file."""
    path = content / "static" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    return path


def test_each_file_is_a_unit_whose_key_tells_when_it_was_written(tmp_path: Path) -> None:
    path = write(tmp_path, "pictures/a.txt")
    (before,) = static_units(tmp_path)
    assert before.name == "static\tpictures/a.txt"
    digest = stage_static("pictures/a.txt", tmp_path, tmp_path / "staging")
    assert digest == hashlib.sha256(b"x").hexdigest()
    assert (tmp_path / "staging/pictures/a.txt").read_bytes() == b"x"
    path.write_text("xyz")
    (after,) = static_units(tmp_path)
    assert (after.name, after.key != before.key) == (before.name, True)


def test_a_file_that_was_just_written_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    known = path.stat()
    (before,) = static_units(tmp_path)
    path.write_text("y")  # within one tick of a coarse clock
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    (after,) = static_units(tmp_path)
    assert after.key != before.key


def test_an_archive_without_static_files_has_none(tmp_path: Path) -> None:
    assert list(static_units(tmp_path)) == []


@pytest.mark.parametrize("name", ["build.json", "pagefind", ".gitignore"])
def test_names_that_the_site_uses_itself_are_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    with pytest.raises(BackfileError, match="no place for a file"):
        list(static_units(tmp_path))


def test_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    write(tmp_path, "a.txt")
    (tmp_path / "static/b.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(BackfileError, match="symbolic links"):
        list(static_units(tmp_path))


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "static/pipe")
    with pytest.raises(BackfileError, match="neither a file nor a folder"):
        list(static_units(tmp_path))


def test_a_name_that_no_address_can_be_made_of_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "static" / os.fsdecode(b"\xff.jpg")).write_text("x")
    with pytest.raises(BackfileError, match="static-name"):
        list(static_units(tmp_path))
