"""The made archive, imported once; each test damages a copy of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import command
from tests.check.made import ISSUE, RECORDS, edit, holding, make_archive
from tests.conftest import Run


def _in(folder: Path, work: Callable[[], object]) -> Path:
    before = Path.cwd()
    os.chdir(folder)
    try:
        work()
    finally:
        os.chdir(before)
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the made archive; nobody writes there."""
    return _in(tmp_path_factory.mktemp("made"), make_archive)


@pytest.fixture(scope="session")
def built(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made archive with one article corrected and one withdrawn, and its site with feeds and search."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(made, folder, dirs_exist_ok=True)

    def build() -> None:
        edit(holding(ISSUE, "五分钟", "*.md"), "五分钟", "五六分钟")
        edit(holding(RECORDS, "提要", "*.md"), "kind: article", "kind: article\nstatus: withdrawn")
        command.main(["build", "--base-url", "https://example.org/"], standalone_mode=False)
        shutil.rmtree(".backfile")

    return _in(folder, build)


@pytest.fixture
def archive(run: Run, made: Path) -> Run:
    """A copy of the made archive in the working folder, and what runs commands there."""
    shutil.copytree(made, Path(), dirs_exist_ok=True)
    return run


@pytest.fixture
def whole_site(run: Run, built: Path) -> Run:
    """A copy of the built one in the working folder, and what runs commands there."""
    shutil.copytree(built, Path(), dirs_exist_ok=True)
    return run
