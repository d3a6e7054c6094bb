"""JSON Lines of many issues: streamed, on all cores, and gone on with after being broken off; the result is one."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.check import check_archive
from generator.errors import BackfileError
from generator.pipeline import importing
from generator.pipeline.importing import ImportReport, import_sources
from generator.pipeline.settling import ImportRequest
from generator.pipeline.unfinished import STORED
from generator.sources import record_file
from tests.conftest import PROJECT

ISSUES = 12
_PLACES = ("石桥", "北门码头", "气象站", "图书馆", "渡口", "老城墙", "盐田")
_DEEDS = ("修了两年重新开放", "昨天起改用新的时刻表", "找到了一封旧信", "请来三位木匠")


def record(number: int, days: int = ISSUES) -> str:
    """Return a line of an article; those of one day are far apart, and some days have two editions."""
    day, place = dt.date(1996, 1, 1) + dt.timedelta(number % days), _PLACES[number % 7]
    return json.dumps(
        {
            "date": day.isoformat(),
            "page": 1 + number % 3,
            "title": f"{place}{_DEEDS[number % 4]}",
            "paragraphs": [
                f"青石市{place}{_DEEDS[number % 4]}。",
                f"青石市市长林知远说，{place}是第{number}处。",
            ],
            **({"edition": "wan"} if number % 24 == 5 else {}),
            **({"topics": [place, "第一"]} if number % 17 == 0 else {}),
            **({"kind": "notice"} if number % 19 == 0 else {}),
        },
        ensure_ascii=False,
    )


LINES = [record(number) for number in range(300)]


def imported(lines: list[str], folder: Path, jobs: int = 1) -> ImportReport:
    folder.mkdir(exist_ok=True)
    (folder / "all.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    request = ImportRequest((folder / "all.jsonl",), folder / "content", "wanbao", jobs=jobs)
    return import_sources(request)


def tree(folder: Path) -> Mapping[str, str]:
    """Return the files of an archive; the checksum of the file that lines came from is not theirs."""
    return {
        path.relative_to(folder).as_posix(): re.sub(
            "part_of_sha256 = .*", "", path.read_text(encoding="utf-8")
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one process makes of all lines, at one go."""
    folder = tmp_path_factory.mktemp("whole")
    report = imported(LINES, folder)
    assert (len(report.issues), sum(count.lines for count in report.counts)) == (13, 300)
    return folder / "content"


def test_an_issue_gets_of_a_file_of_all_what_it_gets_of_a_file_of_its_own(
    whole: Path, tmp_path: Path
) -> None:
    for day in range(ISSUES):
        imported([line for number, line in enumerate(LINES) if number % ISSUES == day], tmp_path)
    assert tree(tmp_path / "content") == tree(whole)
    assert check_archive(whole, tmp_path / "none", jobs=1).findings == ()


def test_neither_the_processes_nor_the_parts_of_the_file_show(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.sources.plain_text._CHUNK", 3000)
    monkeypatch.setattr(importing, "LARGE", 26)
    monkeypatch.setattr("generator.pipeline.drafting.SLICE", 4)
    imported(LINES, tmp_path, jobs=3)
    assert tree(tmp_path / "content") == tree(whole)


KILLED = """
import os, signal, sys
from pathlib import Path
from generator.pipeline import importing_issue
from generator.pipeline.importing import import_sources
from generator.pipeline.settling import ImportRequest

store, stored = importing_issue.store_issue, []

def end_at_the_seventh(planned):
    stored.append(planned)
    if len(stored) == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return store(planned)

importing_issue.store_issue = end_at_the_seventh
folder = Path(sys.argv[1])
import_sources(ImportRequest((folder / "all.jsonl",), folder / "content", "wanbao"))
"""


def test_an_import_that_is_killed_is_gone_on_with(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=PROJECT, check=False)
    assert ended.returncode == -9
    content = tmp_path / "content"
    left_behind = content / "wanbao/.1996-01-07.importing-77"
    left_behind.mkdir()
    (left_behind / "issue.toml").write_text("half")
    stored = {path: path.stat().st_mtime_ns for path in content.glob("wanbao/*/p*/*.md")}
    assert len({path.parts[-3] for path in stored}) == 6

    report = imported(LINES, tmp_path)
    assert [each.code for each in report.warnings] == ["import-resumed"]
    assert len(report.issues) == 7
    assert {path: path.stat().st_mtime_ns for path in stored} == stored, "what was stored is left alone"
    assert tree(content) == tree(whole)


def test_ctrl_c_stops_at_once_and_the_next_import_goes_on(tmp_path: Path) -> None:
    lines = [record(number, days=80) for number in range(1600)]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "generator",
        "import",
        "all.jsonl",
        "--publication",
        "wanbao",
        "--jobs",
        "2",
    ]
    stored = tmp_path / "content" / STORED
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        while process.poll() is None and not stored.exists():
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of its processes
        assert process.stdout
        said = process.stdout.read()  # comes to its end when the last of them has gone
        assert (process.wait(), said.strip()) == (
            130,
            "backfile: stopped; every file is as it was or as it should be.",
        )
    first = len(list(tmp_path.glob("content/wanbao/[!.]*")))
    assert 0 < first < 90
    request = ImportRequest((tmp_path / "all.jsonl",), tmp_path / "content", "wanbao", jobs=2)
    report = import_sources(request)
    assert 90 - first <= len(report.issues) < 90
    assert check_archive(tmp_path / "content", tmp_path / "none").findings == ()
    assert len(list(tmp_path.glob("content/wanbao/*/p*/*.md"))) == 1600
    assert list(tmp_path.glob("content/**/.*importing*")) == []


def test_another_import_does_not_go_on_with_it(whole: Path, tmp_path: Path) -> None:
    imported(LINES[:100], tmp_path)
    (tmp_path / "content" / STORED).write_text("another\nwanbao/1996-01-01\nwanbao/1996-01-02\n")
    report = imported(LINES[:100], tmp_path)
    assert (len(report.issues), report.warnings) == (13, ())
    assert not (tmp_path / "content" / STORED).exists()


def test_the_list_of_what_is_stored_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "outside").write_text("safe")
    (tmp_path / "content" / STORED).symlink_to(tmp_path / "outside")
    imported(LINES[:40], tmp_path)
    assert (tmp_path / "outside").read_text() == "safe"


def test_an_article_that_cannot_be_read_costs_nothing(tmp_path: Path) -> None:
    imported(LINES[:40], tmp_path)
    broken = tmp_path / "content/wanbao/1996-01-09/p03/01.md"
    broken.write_text("---\norder: [1]\n---\n")
    before = tree(tmp_path / "content")
    with pytest.raises(BackfileError, match="order must be a whole number"):
        imported(LINES[:80], tmp_path)
    assert tree(tmp_path / "content") == before


@pytest.mark.parametrize(
    "data",
    [
        "\r\n".join(LINES[:30]).encode(),
        "\r".join(LINES[:30]).encode(),
        "\n".join(LINES[:30]).encode("utf-8-sig"),
        "\n".join(LINES[:30]).encode("utf-16"),
        "\n".join(LINES[:30]).encode("gb18030"),
    ],
    ids=["crlf", "cr", "bom", "utf-16", "gb18030"],
)
def test_files_in_other_encodings_and_with_other_line_ends_give_the_same_articles(
    data: bytes, tmp_path: Path
) -> None:
    articles = []
    for name, given in (("plain", "\n".join(LINES[:30]).encode()), ("other", data)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "all.jsonl").write_bytes(given)
        import_sources(ImportRequest((folder / "all.jsonl",), folder / "content", "wanbao"))
        files = sorted(folder.glob("content/wanbao/*/p*/*.md"))
        articles.append({path.relative_to(folder): path.read_bytes() for path in files})
    assert articles[0] == articles[1]


def test_wrong_lines_have_their_numbers_in_a_file_of_several_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.sources.plain_text._CHUNK", 500)
    lines = [*LINES[:20], "", '{"title": 7}', *LINES[20:40], "[]"]
    with pytest.raises(BackfileError) as refused:
        imported(lines, tmp_path, jobs=2)
    assert [each.line for each in refused.value.diagnostics] == [22, 43]
    assert not (tmp_path / "content").exists()


def test_keys_that_import_does_not_know_are_named_once(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    lines = [{"title": "甲"}, {"title": "乙", "body": "正文"}, {"id": 1, "title": "丙", "body": "正文"}]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    asked = ImportRequest((file,), tmp_path / "content", "wanbao", dt.date(2001, 2, 3), page="01")
    (note,) = import_sources(asked).warnings
    assert (note.severity, note.code, note.line) == ("note", "keys-unread", 2)
    assert "'body' (line 2), 'id' (line 3)." in note.message


def test_a_line_of_any_length_is_refused_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(BackfileError, match=r"all.jsonl:2: error: the line has 8,000,011 characters"):
        imported([LINES[0], '{"text": "' + "长" * 8_000_000 + '"', LINES[1]], tmp_path)


def test_a_file_that_changes_meanwhile_is_not_taken_for_what_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.jsonl"
    index = record_file.index_records

    def then_written_to(*given: object) -> record_file.RecordFile:
        found = index(*given)  # type: ignore[arg-type]  # as it was called
        file.write_text("\n".join(LINES[5:]))
        return found

    monkeypatch.setattr("generator.sources.reading.index_records", then_written_to)
    with pytest.raises(BackfileError, match="the file was changed while it was imported"):
        imported(LINES, tmp_path)


def test_a_disk_that_is_read_only_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "unlink", refuse)  # Linux says so of a file that is not there, too
    with pytest.raises(BackfileError, match=r"\.importing\.txt: error: .*: Read-only file system\."):
        imported(LINES[:1], tmp_path)
