"""An issue that is edited while it is being built is not taken for what it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.pipeline.rereading import digest_of_files, read_again
from tests.conftest import CONTENT

ISSUE = "tmt-kuaibao/2022-09-20"


def test_an_issue_is_read_again_while_its_files_are_what_they_were(tmp_path: Path) -> None:
    folder = tmp_path / ISSUE
    shutil.copytree(CONTENT / ISSUE, folder)
    seen = digest_of_files(folder)
    assert read_again(folder, seen).record.id == ISSUE
    (folder / ".swp").write_text("an editor's own")
    assert digest_of_files(folder) == seen
    path = folder / "p01/01.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n又及。\n", encoding="utf-8")
    with pytest.raises(BackfileError, match="changed while it was being built"):
        read_again(folder, seen)
