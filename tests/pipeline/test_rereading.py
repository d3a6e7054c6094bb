"""An issue that is edited while it is being built is not taken for what it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.model import IssueFiles
from generator.pipeline.rereading import digest_of_files, read_again
from generator.pipeline.scanning import scan_folder
from tests.conftest import CONTENT

ISSUE = "tmt-kuaibao/2022-09-20"


def test_an_issue_is_read_again_while_its_files_are_what_they_were(tmp_path: Path) -> None:
    folder = tmp_path / ISSUE
    shutil.copytree(CONTENT / ISSUE, folder)
    seen = IssueFiles(scan_folder(folder).signature, digest_of_files(folder))
    assert read_again(folder, seen).record.id == ISSUE
    (folder / ".swp").write_text("an editor's own")
    assert digest_of_files(folder) == seen.digest
    path = folder / "p01/01.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n又及。\n", encoding="utf-8")
    with pytest.raises(BackfileError, match="changed while it was being built"):
        read_again(folder, seen)


def test_files_that_nobody_touched_vouch_for_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ISSUE
    shutil.copytree(CONTENT / ISSUE, folder)
    assert not scan_folder(folder).signature  # their last change is too near
    monkeypatch.setattr("generator.pipeline.scanning._SETTLED", 0)
    seen = IssueFiles(scan_folder(folder).signature, "the bytes are not looked at")
    assert read_again(folder, seen).record.id == ISSUE
    (folder / "p01/01.md").touch()
    with pytest.raises(BackfileError, match="changed while it was being built"):
        read_again(folder, seen)
