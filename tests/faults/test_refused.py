"""What a build is refused, or finds gone: a message, status 2, and the old site untouched."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ExitCode
from generator.locks import only_one
from generator.pipeline import building
from tests.conftest import PROJECT, Run
from tests.faults.archives import names, snapshot

PAGE = "江上第一座大桥通车\n\n　　大桥昨日建成通车，两岸往来从\n此只要五分钟。专家说，这是江上第\n一座大桥。\n综合\n"
ISSUE = Path("content/wanbao/2022-09-20")


@pytest.fixture
def archive(run: Run) -> Run:
    """An archive of one imported page, and its site."""
    Path("page.txt").write_text(PAGE)
    assert run("import", "page.txt", "--publication", "wanbao", "--date", "2022-09-20", "--page", "1")[0] == 0
    assert run("build", "--no-search")[0] == ExitCode.DONE
    return run


def assert_refused(archive: Run, message: str) -> None:
    before, here = snapshot(Path("site")), names(Path())
    status, _, err = archive("build", "--no-search")
    assert (status, message in err) == (ExitCode.UNUSABLE, True), err
    assert snapshot(Path("site")) == before
    assert names(Path()) == here


def test_a_source_file_that_is_gone(archive: Run) -> None:
    (ISSUE / "source/page.txt").unlink()
    assert_refused(archive, "source/page.txt: error: the source file is missing. Bring it back from a copy.")


@pytest.mark.parametrize(
    ("vanish", "message"),
    [
        ((ISSUE / "source/page.txt").unlink, "source/page.txt: error: the source file is missing."),
        ((ISSUE / "p01/01.md").unlink, "the issue was changed while it was being built. Build again."),
    ],
)
def test_a_file_that_vanishes_while_the_site_is_built(
    archive: Run, monkeypatch: pytest.MonkeyPatch, vanish: Callable[[], None], message: str
) -> None:
    read = building.take_stock

    def read_and_vanish(*arguments: Any, **options: Any) -> object:
        stock = read(*arguments, **options)
        vanish()
        return stock

    monkeypatch.setattr(building, "take_stock", read_and_vanish)
    Path("layouts").mkdir()  # with a template that is new every page is made again
    Path("layouts/article.html").write_text("{{ article.title }}")
    assert_refused(archive, message)


def test_another_build_of_the_same_site(archive: Run) -> None:
    with only_one(Path(".site.building"), "build", make=True):
        assert_refused(archive, ".site.building: error: another build is running here.")


def test_another_build_with_the_same_cache(archive: Run) -> None:
    with only_one(Path(".backfile"), "build"):
        assert_refused(archive, ".backfile: error: another build is running here.")


@pytest.mark.parametrize("site", ["content/site", "layouts/site", "layouts", ".backfile/site", "."])
def test_a_site_in_or_around_what_it_is_made_from(archive: Run, site: str) -> None:
    Path("layouts").mkdir()
    before = snapshot(Path())
    status, _, err = archive("build", "--no-search", "--site", site)
    assert (status, "overlap. Choose a folder for --site" in err) == (ExitCode.UNUSABLE, True), err
    assert snapshot(Path()) == before


@pytest.mark.parametrize("name", ["diary.txt", "index.html", "build.json"])
def test_a_folder_that_holds_what_no_build_has_written(archive: Run, name: str) -> None:
    Path("mine").mkdir()
    (Path("mine") / name).write_text("{}")
    before = snapshot(Path())
    status, _, err = archive("build", "--no-search", "--site", "mine")
    assert (status, "holds files that no build has written" in err) == (ExitCode.UNUSABLE, True), err
    assert snapshot(Path()) == before


def obey_permissions() -> None:
    """Give up the right to write where permissions forbid it, which root has; others never had it."""
    drop_from_bounding_set, override = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
    ctypes.CDLL(None).prctl(drop_from_bounding_set, override, 0, 0, 0)


def test_a_folder_that_is_read_only(archive: Run) -> None:
    before = snapshot(Path("site"))
    folder = Path.cwd()
    folder.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "build", "--no-search"],
            env={"PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=obey_permissions,  # this process has no other thread that matters
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        folder.chmod(0o755)
    assert done.returncode == ExitCode.UNUSABLE
    assert ".site.building: error: the folder cannot be made: Permission denied." in done.stderr
    assert snapshot(Path("site")) == before
