"""The made archive, imported once; each test damages a copy of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.check.made import make_archive
from tests.conftest import Run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the made archive; nobody writes there."""
    folder = tmp_path_factory.mktemp("made")
    before = Path.cwd()
    os.chdir(folder)
    try:
        make_archive()
    finally:
        os.chdir(before)
    return folder


@pytest.fixture
def archive(run: Run, made: Path) -> Run:
    """A copy of the made archive in the working folder, and what runs commands there."""
    shutil.copytree(made, Path(), dirs_exist_ok=True)
    return run
