"""``backfile import``: what it writes, what it says, and that bad input costs nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import command
from generator.errors import ExitCode
from generator.locks import only_one
from generator.model import PageParts, SourcePage
from tests.conftest import Run
from tests.segmentation.typesetting import set_column

BODY = ["大桥昨日建成通车，两岸往来从此只", "要五分钟。专家说，这是这条江上的", "第一座大桥。"]
PAGE = "\n".join(["江上第一座大桥通车", "", "　　" + BODY[0][:-2], *BODY[1:], "综合", ""])


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


ISSUE = ("--publication", "wanbao", "--date", "2022-09-20")


def test_a_page_becomes_articles(run: Run, tmp_path: Path) -> None:
    Path("page.txt").write_text(PAGE)
    status, out, _ = run("import", "page.txt", *ISSUE, "--date-basis", "报头", "--page", "a3")
    assert status == ExitCode.DONE
    assert "wanbao/2022-09-20 pA03/01  江上第一座大桥通车  (lines 1-6)" in out
    assert "1 page: 1 article; 5 of 5 lines placed, 0 unplaced." in out
    text = Path("content/wanbao/2022-09-20/pA03/01.md").read_text()
    assert "title: 江上第一座大桥通车\n" in text
    assert "attribution: 综合\n" in text
    assert Path("content/wanbao/2022-09-20/source/page.txt").read_text() == PAGE
    assert 'date_basis = "报头"' in Path("content/wanbao/2022-09-20/issue.toml").read_text()
    archive = Path("content/archive.toml").read_text()
    assert "[publications.wanbao]" in archive
    assert "name_supplied = true" in archive


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    Path("page.txt").write_text(PAGE)
    status, out, _ = run("import", "page.txt", *ISSUE, "--dry-run")
    assert status == ExitCode.DONE
    assert "Would change" in out
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]


def test_without_a_date_the_one_in_the_text_is_proposed(run: Run) -> None:
    Path("page.txt").write_text(f"晚报 2022年9月20日\n\n{PAGE}")
    status, _, err = run("import", "page.txt", "--publication", "wanbao")
    assert status == ExitCode.UNUSABLE
    assert "page.txt: error: no date was given; the text speaks for 2022-09-20" in err
    assert "--date 2022-09-20" in err
    assert not Path("content").exists()


def test_pages_follow_one_another(run: Run) -> None:
    Path("issue.txt").write_text(f"{PAGE}\f{PAGE}")
    status, _, _ = run("import", "issue.txt", *ISSUE, "--page", "3")
    assert status == ExitCode.DONE
    folder = Path("content/wanbao/2022-09-20")
    assert (folder / "p03/01.md").is_file()
    assert "lines: [[7, 12]]" in (folder / "p04/01.md").read_text()


def test_an_unknown_page_is_said_and_never_guessed_twice(run: Run) -> None:
    Path("page.txt").write_text(PAGE)
    Path("other.txt").write_text(PAGE.replace("大桥", "隧道"))
    status, _, err = run("import", "page.txt", *ISSUE)
    assert (status, "it was taken as page 01" in err) == (ExitCode.DONE, True)
    before = snapshot(Path("content"))
    status, _, err = run("import", "other.txt", *ISSUE)
    assert (status, "the issue has page 01 already" in err) == (ExitCode.UNUSABLE, True)
    status, _, err = run("import", "page.txt", *ISSUE)
    assert (status, err) == (ExitCode.DONE, "")
    assert snapshot(Path("content")) == before


@pytest.mark.parametrize(
    ("name", "data", "arguments", "message"),
    [
        ("page.txt", b"", ISSUE, "page.txt: error: the file is empty."),
        ("page.txt", b"\n \n\f\n", ISSUE, "page.txt: error: the file is empty."),
        ("page.txt", b"%PDF-1.4\n\0\1\2", ISSUE, "page.txt:2: error: the file is not text"),
        ("page.txt", "Zürich\n".encode("latin-1"), ISSUE, "page.txt:1: error: the file is not UTF-8"),
        ("page.pdf", b"%PDF", ISSUE, "page.pdf: error: import does not know files that end in .pdf."),
        ("page.txt", PAGE.encode(), (), "page.txt: error: no publication was named."),
        (
            "page.txt",
            PAGE.encode(),
            ("--publication", "wanbao"),
            "no date was given, and the text does not tell one",
        ),
        ("page.txt", PAGE.encode(), (*ISSUE, "--page", "第x版"), "'第x版' is not a page label."),
        (
            "page.txt",
            PAGE.encode(),
            ("--publication", "topics", "--date", "2022-09-20"),
            "cannot be called 'topics'",
        ),
        (
            "page.txt",
            PAGE.encode(),
            ("--publication", "../x", "--date", "2022-09-20"),
            "'../x' cannot name a publication",
        ),
        (
            "page.txt",
            PAGE.encode(),
            ("--publication", "wanbao", "--date", "20.9.2022"),
            "is not a date such as",
        ),
        ("page.txt", PAGE.encode(), (*ISSUE, "--edition", "Late!"), "'Late!' cannot name an edition"),
        (
            "a.jsonl",
            b'{"date": "2022-09-20"}\n[]\n{"x\n',
            ISSUE,
            "a.jsonl:2: error: the line must be an object",
        ),
        ("a.jsonl", b'{"title": "x"}\n', ("--publication", "wanbao"), "a.jsonl:1: error: a line has no date"),
        ("a.jsonl", b'{"title": 7}\n', ISSUE, "a.jsonl:1: error: title must be text."),
        (
            "a.jsonl",
            b'{"title": "x", "url": "javascript:x"}\n',
            ISSUE,
            "a.jsonl:1: error: url must be an address",
        ),
        (
            "a.jsonl",
            b'{"title": "x", "page": "../p"}\n',
            ISSUE,
            "a.jsonl:1: error: '../p' is not a page label.",
        ),
    ],
)
def test_bad_input_is_named_and_costs_nothing(
    run: Run, name: str, data: bytes, arguments: tuple[str, ...], message: str
) -> None:
    Path("good.txt").write_text(PAGE)
    run("import", "good.txt", "--publication", "chenbao", "--date", "2022-09-19", "--page", "1")
    run("import", "good.txt", "--publication", "ribao", "--date", "2022-09-19", "--page", "1")
    before = snapshot(Path("content"))
    Path(name).write_bytes(data)
    status, _, err = run("import", name, *arguments)
    assert status == ExitCode.UNUSABLE
    assert message in err.replace("\n       ", " ")
    assert snapshot(Path("content")) == before


def test_a_source_that_is_not_there(run: Run) -> None:
    status, _, err = run("import", "nowhere.txt", *ISSUE)
    assert (status, "nowhere.txt: error: the file cannot be read" in err) == (ExitCode.UNUSABLE, True)


def test_every_unusable_source_is_reported_at_once(run: Run) -> None:
    Path("a.txt").write_bytes(b"")
    Path("b.txt").write_bytes(b"\0")
    _, _, err = run("import", "a.txt", "b.txt", *ISSUE)
    assert "a.txt: error" in err
    assert "b.txt:1: error" in err


def test_json_lines_become_issues(run: Run) -> None:
    records = [
        {
            "date": "1996-01-02",
            "page": 1,
            "title": "甲",
            "paragraphs": ["一段。", "## 小标题", "- 二段"],
            "topics": ["春耕"],
        },
        {
            "date": "1996-01-01",
            "page": "A2",
            "title": "乙",
            "text": "上文\n下文",
            "lede": "导语",
            "authors": "记者",
        },
        {
            "date": "1996-01-02",
            "page": 1,
            "title": "丙",
            "text": "。",
            "kind": "notice",
            "publication": "chenbao",
        },
        {
            "date": "1996-01-02",
            "page": 1,
            "title": "丁",
            "text": "丁文",
            "url": "https://example.org/1",
            "no": 7,
        },
    ]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    Path("all.jsonl").write_text("\n".join(lines) + "\n\n")
    status, _, _ = run("import", "all.jsonl", "--publication", "wanbao")
    assert status == ExitCode.DONE
    folder = Path("content/wanbao/1996-01-02")
    assert (folder / "source/all.jsonl").read_text() == f"{lines[0]}\n{lines[3]}\n"
    first = (folder / "p01/01.md").read_text()
    assert first.endswith("---\n\n一段。\n\n## 小标题\n\n\\- 二段\n")
    assert "topics: [春耕]\n" in first
    assert "lines: [[1, 1]]" in first
    assert "url: https://example.org/1\n" in (folder / "p01/02.md").read_text()
    assert "lede:\n- 导语\nauthors: [记者]\n" in Path("content/wanbao/1996-01-01/pA02/01.md").read_text()
    assert "kind: notice" in Path("content/chenbao/1996-01-02/p01/01.md").read_text()
    before = snapshot(Path("content"))
    run("import", "all.jsonl", "--publication", "wanbao")
    assert snapshot(Path("content")) == before


def test_a_strict_import_ends_with_1_when_a_person_should_look(run: Run) -> None:
    Path("page.txt").write_text(PAGE + "\x00坏行\n".replace("\x00", "\ufffd"))
    status, _, err = run("import", "page.txt", *ISSUE, "--page", "1", "--strict")
    assert (status, "page.txt:7: warning: the line holds characters" in err) == (ExitCode.NEEDS_EYE, True)


def test_a_mistake_of_ours_is_told_from_one_of_the_reader(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("nought")

    monkeypatch.setattr("generator.pipeline.importing.import_sources", fail)
    Path("page.txt").write_text(PAGE)
    status, _, err = run("import", "page.txt", *ISSUE)
    assert status == ExitCode.UNUSABLE
    assert "a mistake in backfile itself (ZeroDivisionError: nought)" in err
    log = Path(err.split("with the log ")[1].split(";")[0])
    assert "Traceback" in log.read_text()
    log.unlink()


def test_the_help_names_every_command() -> None:
    shown = CliRunner().invoke(command, ["--help"]).output
    assert all(name in shown for name in ("init", "import", "build", "serve", "check", "Exit status"))


def record(title: str, **more: object) -> str:
    return json.dumps(
        {"date": "1996-01-02", "page": 1, "title": title, "text": "正文。", **more}, ensure_ascii=False
    )


def titles(folder: Path) -> list[str]:
    return [path.read_text().split("title: ")[1].split("\n")[0] for path in sorted(folder.glob("*.md"))]


def test_two_sources_of_one_issue_in_one_call_are_numbered_through(run: Run) -> None:
    Path("a.jsonl").write_text(f"{record('甲一')}\n{record('甲二')}\n")
    Path("b.jsonl").write_text(f"{record('乙一')}\n")
    assert run("import", "a.jsonl", "b.jsonl", "--publication", "wanbao")[0] == ExitCode.DONE
    assert titles(Path("content/wanbao/1996-01-02/p01")) == ["甲一", "甲二", "乙一"]
    assert run("check")[0] == ExitCode.DONE


def test_a_json_lines_file_that_has_grown_brings_its_new_lines_alone(run: Run) -> None:
    Path("a.jsonl").write_text(f"{record('甲')}\n")
    run("import", "a.jsonl", "--publication", "wanbao")
    kept = Path("content/wanbao/1996-01-02/p01/01.md")
    kept.write_text(kept.read_text().replace("title: 甲", "title: 改正的甲"))
    Path("a.jsonl").write_text(f"{record('乙')}\n{record('甲')}\n")
    status, _, err = run("import", "a.jsonl", "--publication", "wanbao")
    assert (status, "has 1 of these lines already" in err) == (ExitCode.DONE, True)
    Path("renamed.jsonl").write_text(Path("a.jsonl").read_text())
    run("import", "renamed.jsonl", "--publication", "wanbao")
    assert titles(kept.parent) == ["改正的甲", "乙"]
    assert run("check")[0] == ExitCode.DONE


def test_the_page_of_the_call_is_that_of_records_without_one(run: Run) -> None:
    Path("a.jsonl").write_text('{"date": "1996-01-02", "title": "甲"}\n')
    run("import", "a.jsonl", "--publication", "wanbao", "--page", "7")
    assert Path("content/wanbao/1996-01-02/p07/01.md").is_file()


def test_one_import_at_a_time(run: Run) -> None:
    Path("page.txt").write_text(PAGE)
    Path("content").mkdir()
    with only_one(Path("content"), "import"):
        status, _, err = run("import", "page.txt", *ISSUE, "--page", "1")
    assert (status, "another import is running here" in err) == (ExitCode.UNUSABLE, True)
    assert list(Path("content").iterdir()) == []


def page(number: str, what: str) -> str:
    return f"第{number}版\n\n{PAGE.replace('大桥', what)}"


def test_each_page_has_the_label_that_its_header_states(run: Run) -> None:
    Path("issue.txt").write_text(f"{page('一', '大桥')}\f{page('三', '隧道')}\f{PAGE}")
    assert run("import", "issue.txt", *ISSUE)[::2] == (ExitCode.DONE, "")
    assert labels() == ["p01", "p03", "p04"]


def test_with_a_page_given_a_later_header_still_counts_and_a_contradiction_is_said(run: Run) -> None:
    Path("issue.txt").write_text(f"{page('五', '大桥')}\f{page('七', '隧道')}\f{PAGE}")
    status, _, err = run("import", "issue.txt", *ISSUE, "--page", "1")
    assert (status, "issue.txt:1: warning: the text says that it is page 05" in err) == (ExitCode.DONE, True)
    assert labels() == ["p01", "p07", "p08"]


def labels() -> list[str]:
    return sorted(path.name for path in Path("content/wanbao/2022-09-20").glob("p*"))


def test_two_files_that_state_one_page_are_refused_and_both_named(run: Run) -> None:
    Path("a.txt").write_text(page("三", "大桥"))
    Path("b.txt").write_text(page("三", "隧道"))
    status, _, err = run("import", "a.txt", "b.txt", *ISSUE)
    assert (status, "b.txt:1: error: page 03 is in a.txt already." in err) == (ExitCode.UNUSABLE, True)
    assert not Path("content/wanbao").exists()


def test_a_second_file_of_a_page_that_is_there_is_numbered_on_and_said(run: Run) -> None:
    Path("a.txt").write_text(page("三", "大桥"))
    Path("b.txt").write_text(page("三", "隧道"))
    run("import", "a.txt", *ISSUE)
    status, out, _ = run("import", "b.txt", *ISSUE)
    assert (status, "articles from another source as well: source/a.txt" in out) == (ExitCode.DONE, True)
    assert sorted(path.name for path in Path("content/wanbao/2022-09-20/p03").glob("*.md")) == [
        "01.md",
        "02.md",
        "03.md",
        "04.md",
    ]
    assert run("check")[0] == ExitCode.DONE


def test_files_of_one_name_from_two_folders_are_both_kept(run: Run) -> None:
    for folder, number, what in (("1", "一", "大桥"), ("2", "二", "隧道")):
        Path(folder).mkdir()
        Path(folder, "page.txt").write_text(page(number, what))
    assert run("import", "1/page.txt", "2/page.txt", *ISSUE)[0] == ExitCode.DONE
    kept = sorted(path.name for path in Path("content/wanbao/2022-09-20/source").iterdir())
    assert kept == ["page-2.txt", "page.txt"]
    assert "Changed 0 files" in run("import", "2/page.txt", *ISSUE)[1]
    assert run("check")[0] == ExitCode.DONE


def test_the_result_does_not_depend_on_the_number_of_processes(run: Run) -> None:
    Path("issue.txt").write_text(
        "\f".join(page(n, w) for n, w in zip("一二三", ("大桥", "隧道", "渡口"), strict=True))
    )
    reports = []
    for jobs in ("1", "3"):
        _, out, _ = run("import", "issue.txt", *ISSUE, "--jobs", jobs, "--content", f"content-{jobs}")
        reports.append(out)
    assert reports[0] == reports[1]
    kept = [
        {
            path.replace(f"content-{jobs}", ""): data
            for path, data in snapshot(Path(f"content-{jobs}")).items()
        }
        for jobs in ("1", "3")
    ]
    assert kept[0] == kept[1]


def test_the_least_sure_stand_first_with_their_reasons_and_the_lines_are_counted(run: Run) -> None:
    headless = ("石桥修了整整两年，昨天上午终于重新开放，许多老人一早就来到桥头，等着走第一趟。",) * 2
    Path("page.txt").write_text(f"{PAGE}\f{set_column(headless, 18)}\n")
    status, out, _ = run("import", "page.txt", *ISSUE, "--page", "1", "--strict")
    assert status == ExitCode.NEEDS_EYE
    sure = [float(line[4:8]) for line in out.splitlines() if "wanbao/2022-09-20 p0" in line]
    assert sure[0] < 0.6
    assert sure == sorted(sure)
    assert out.startswith("  ? 0.")
    assert "perhaps" in out.splitlines()[1]


def test_a_long_import_lists_the_doubtful_and_a_file_holds_all(run: Run) -> None:
    records = [{"date": "1996-01-02", "page": 1, "title": f"=题{n}", "text": "文。"} for n in range(70)]
    Path("all.jsonl").write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records))
    _, out, _ = run("import", "all.jsonl", "--publication", "wanbao", "--report", "report.csv")
    assert "None doubtful of 70 articles (--report FILE lists all)." in out
    assert "1 page: 70 articles; 70 of 70 lines placed, 0 unplaced." in out
    rows = Path("report.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 71
    assert rows[1] == "wanbao/1996-01-02,01,01,article,'=题0,source/all.jsonl,1,1.0,no,,,"
    run("import", "all.jsonl", "--publication", "wanbao", "--report", "report.json")
    report = json.loads(Path("report.json").read_text())
    assert (report["lines"], report["placed"], len(report["pieces"])) == (70, 70, 70)


def test_a_mistake_on_one_page_names_it_and_nothing_is_written(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(page: SourcePage) -> PageParts:
        if page.label == "02":
            raise ZeroDivisionError("nought")
        return PageParts(())

    monkeypatch.setattr("generator.pipeline.drafting.take_apart", fail)
    Path("issue.txt").write_text(f"{page('一', '大桥')}\f{page('二', '隧道')}")
    status, _, err = run("import", "issue.txt", *ISSUE, "--jobs", "2")
    assert status == ExitCode.UNUSABLE
    assert "a mistake in backfile itself, on page 02 of source/issue.txt (ZeroDivisionError: nought)" in err
    Path(err.split("with the log ")[1].split(";")[0]).unlink()
    assert not Path("content/wanbao").exists()


def test_a_page_keeps_the_name_that_its_header_states_unless_a_person_gives_another(run: Run) -> None:
    Path("page.txt").write_text(f"A03版：要闻\n\n{PAGE}\fA04版：国际\n\n{PAGE}")
    record = Path("content/wanbao/2022-09-20/issue.toml")
    assert run("import", "page.txt", *ISSUE)[0] == ExitCode.DONE
    assert 'label = "A03"\nname = "要闻"' in record.read_text()
    record.write_text(record.read_text().replace("国际", "寰球"))
    assert run("import", "page.txt", *ISSUE)[0] == ExitCode.DONE
    assert 'label = "A04"\nname = "寰球"' in record.read_text()
