"""Symbolic links out of content/ are refused wherever they stand, and nothing behind them is read or written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import CONTENT, Run

ISSUE = Path("tmt-kuaibao/2022-09-20")
UNPUBLISHED = "nobody is to read this"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the archive, with what must not be published."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text(UNPUBLISHED)
    return folder


def replace_by_link(path: Path, outside: Path) -> None:
    """Move what is at ``path`` out of the archive, and put a link to it there."""
    target = outside / "moved"
    if path.exists():
        shutil.move(path, target)
    else:
        target = outside
    path.symlink_to(target)


@pytest.mark.parametrize(
    "place",
    [
        *("archive.toml", "topics.toml", "static", "tmt-kuaibao", str(ISSUE)),
        *(
            f"{ISSUE}/{name}"
            for name in ("issue.toml", "source", "source/page.txt", "p01", "p01/01.md", "p02")
        ),
        *("static/secret", "static/deep/secret"),
    ],
)
def test_a_build_refuses_a_link(run: Run, outside: Path, place: str) -> None:
    shutil.copytree(CONTENT, "content")
    path = Path("content") / place
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_by_link(path, outside)
    status, _, errors = run("build", "--no-search")
    assert (status, "[content-link]" in errors) == (2, True)
    assert not Path("site").exists() and UNPUBLISHED not in errors


@pytest.mark.parametrize(
    "place",
    [
        "tmt-kuaibao",
        str(ISSUE),
        *(f"{ISSUE}/{name}" for name in (".imported", ".imported/p01", "p01", "source")),
    ],
)
def test_an_import_writes_through_no_link(run: Run, outside: Path, place: str) -> None:
    shutil.copytree(CONTENT, "content")
    replace_by_link(Path("content") / place, outside)
    before = {path: path.read_bytes() for path in sorted(outside.rglob("*")) if path.is_file()}
    Path("page.txt").write_text("新桥通车\n大桥昨日通车。\n", encoding="utf-8")
    asked = ("--publication", "tmt-kuaibao", "--date", "2022-09-20", "--page", "1")
    status, _, errors = run("import", "page.txt", *asked)
    assert (status, "[content-link]" in errors) == (2, True)
    assert {path: path.read_bytes() for path in sorted(outside.rglob("*")) if path.is_file()} == before


def test_a_source_may_be_given_by_a_link(run: Run, outside: Path) -> None:
    (outside / "page.txt").write_text("新桥通车\n大桥昨日通车。\n", encoding="utf-8")
    Path("page.txt").symlink_to(outside / "page.txt")
    status, _, _ = run("import", "page.txt", "--publication", "wanbao", "--date", "2022-09-20", "--page", "1")
    kept = Path("content/wanbao/2022-09-20/source/page.txt")
    assert status == 0 and kept.is_file() and not kept.is_symlink()
