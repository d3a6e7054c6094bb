"""Pipes, devices, huge files and odd names in an archive: refused with their place, never waited for or followed."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from generator.content.source_lines import read_source_lines
from generator.errors import BackfileError, Diagnostic
from generator.model import LARGEST_SOURCE, IssueRecord, SourceFile
from generator.pipeline.rereading import digest_of_files
from tests.conftest import Run

ISSUE = Path("content/wanbao/2022-09-20")


@pytest.fixture
def archive(run: Run) -> Run:
    """An archive of one imported page."""
    Path("page.txt").write_text("新桥通车\n大桥昨日通车。\n", encoding="utf-8")
    assert run("import", "page.txt", "--publication", "wanbao", "--date", "2022-09-20", "--page", "1")[0] == 0
    return run


@pytest.mark.parametrize(
    ("place", "command", "said"),
    [
        ("p01/02.md", "build", "02.md: error: nothing of this name belongs here"),
        ("p01/02.md", "check", "02.md: error: nothing of this name belongs here"),
        ("x", "build", "x: error: nothing of this name belongs here"),
        ("issue.toml", "build", "issue.toml is missing"),
        ("source/page.txt", "build", "page.txt: error: the source file is missing"),
        ("source/x.txt", "check", "x.txt: error: no import has brought this file"),
        (".imported/p01/02.txt", "check", "02.txt: error: it is no file"),
    ],
)
def test_a_pipe_is_not_waited_for(archive: Run, place: str, command: str, said: str) -> None:
    (ISSUE / place).unlink(missing_ok=True)
    os.mkfifo(ISSUE / place)
    status, _, errors = archive(command, *(["--no-search"] if command == "build" else []))
    assert status == (2 if command == "build" else 1)
    assert said in errors


def test_a_source_without_an_end_is_not_read(run: Run) -> None:
    Path("page.txt").symlink_to("/dev/zero")
    status, _, errors = run("import", "page.txt", "--publication", "wanbao", "--date", "2022-09-20")
    assert (status, "page.txt: error: it is no file." in errors) == (2, True)


def test_check_follows_no_link_out_of_what_import_wrote(archive: Run, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("nobody is to read this")
    kept = ISSUE / ".imported/p01/01.txt"
    kept.unlink()
    kept.symlink_to(secret)
    status, out, errors = archive("check")
    assert (status, "01.txt: error: the archive does not follow symbolic links" in errors) == (1, True)
    assert "nobody" not in out + errors


def test_the_digest_of_an_issue_leads_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue/a").write_text("a")
    before = digest_of_files(tmp_path / "issue")
    (tmp_path / "issue/root").symlink_to("/")
    (tmp_path / "issue/endless").symlink_to("/dev/zero")
    assert digest_of_files(tmp_path / "issue") == before


def test_a_source_file_that_has_grown_past_any_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    with (tmp_path / "source/page.txt").open("wb") as file:
        file.truncate(LARGEST_SOURCE + 1)
    day = dt.date(2022, 9, 20)
    record = IssueRecord("wanbao", day, sources=(SourceFile("source/page.txt", "0" * 64, ("01",), day),))
    with pytest.raises(BackfileError, match="source-size"):
        read_source_lines(tmp_path, record)


@pytest.mark.parametrize("name", ["0.md", "00.md", "1.md", "002.md", "0100.md", "1000000.md", "０２.md"])
def test_an_article_has_one_number_written_one_way(archive: Run, name: str) -> None:
    (ISSUE / "p01" / name).write_text("---\ntitle: 甲\n---\n\n文\n", encoding="utf-8")
    status, _, errors = archive("build", "--no-search")
    assert (status, f"p01/{name}: error: nothing of this name belongs here" in errors) == (2, True)


def test_a_message_steers_no_terminal() -> None:
    said = str(Diagnostic("error", "content-stray", "here\u202e.\nnext", "a\x1b[31m\udcff.md", 3))
    assert said == r"a\x1b[31m\udcff.md:3: error: here\u202e.\nnext [content-stray]"
