"""Import never costs a word that a person wrote, and no number is used twice."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.content.delivery import Draft, ImportedSource
from generator.content.files import write_file
from generator.content.journal import finish_import
from generator.content.reading import read_issue
from generator.content.store import StoredIssue, plan_issue, store_issue
from generator.errors import BackfileError
from generator.model import IssueRecord, Paragraph, Story, Terms

DAY = dt.date(2022, 9, 20)
ISSUE = IssueRecord("wanbao", DAY, date_basis="the page's header")
TODAY = dt.date(2024, 5, 1)


def story(text: str, *lines: tuple[int, int], kind: str = "article") -> Story:
    return Story(kind=kind, title=text[:4], paragraphs=(Paragraph(text),), lines=lines)  # type: ignore[arg-type]


FIRST = story("第一篇的正文。", (1, 3))
SECOND = story("第二篇的正文。", (5, 8))
THIRD = story("第三篇的正文。", (10, 12))


def bring(
    content: Path,
    *stories: Story,
    file: str = "source/page.txt",
    data: bytes = b"1\n" * 20,
    page: str = "01",
    day: dt.date = TODAY,
) -> StoredIssue:
    drafts = tuple(Draft(each, Terms()) for each in stories)
    planned = plan_issue(content, ISSUE, (ImportedSource(file, data, "utf-8", {page: drafts}),), day)
    store_issue(planned)
    return planned


def files(content: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()
    }


def article(content: Path, name: str) -> Path:
    return content / "wanbao" / "2022-09-20" / f"{name}.md"


def test_importing_again_changes_no_byte(tmp_path: Path) -> None:
    bring(tmp_path, FIRST, SECOND)
    before = files(tmp_path)
    bring(tmp_path, FIRST, SECOND, day=dt.date(2030, 1, 1))
    assert files(tmp_path) == before
    assert set(before) == {
        "wanbao/2022-09-20/issue.toml",
        "wanbao/2022-09-20/source/page.txt",
        "wanbao/2022-09-20/p01/01.md",
        "wanbao/2022-09-20/p01/02.md",
        "wanbao/2022-09-20/.imported/p01/01.txt",
        "wanbao/2022-09-20/.imported/p01/02.txt",
    }


def test_a_better_reading_replaces_what_nobody_touched_and_keeps_numbers(tmp_path: Path) -> None:
    bring(tmp_path, FIRST, SECOND, THIRD)
    bring(tmp_path, story("第二篇更好的正文。", (5, 8)), story("合起来的一篇。", (1, 3), (10, 12)))
    articles = read_issue(tmp_path / "wanbao" / "2022-09-20").articles
    assert {each.number: each.body for each in articles} == {
        "01": "合起来的一篇。",
        "02": "第二篇更好的正文。",
    }
    assert not article(tmp_path, "p01/03").exists()


def test_a_number_once_used_is_not_used_again(tmp_path: Path) -> None:
    bring(tmp_path, FIRST, SECOND, THIRD)
    bring(tmp_path, FIRST, story("第二篇和第三篇。", (5, 8), (10, 12)))
    bring(tmp_path, FIRST, SECOND, THIRD)
    assert sorted(path.stem for path in article(tmp_path, "p01/01").parent.iterdir()) == ["01", "02", "04"]


def test_a_file_that_cannot_be_read_stops_the_import_before_it_writes(tmp_path: Path) -> None:
    bring(tmp_path, FIRST)
    article(tmp_path, "p01/01").write_text("随便写的\n")
    before = files(tmp_path)
    with pytest.raises(
        BackfileError, match=r"p01/01\.md:1: error: the file does not begin with front matter"
    ):
        bring(tmp_path, SECOND)
    assert files(tmp_path) == before


def test_two_files_of_one_page_are_numbered_through(tmp_path: Path) -> None:
    bring(tmp_path, FIRST, SECOND)
    bring(tmp_path, THIRD, file="source/rest.txt")
    issue = read_issue(tmp_path / "wanbao" / "2022-09-20")
    assert [each.number for each in issue.articles] == ["01", "02", "03"]
    assert [source.file for source in issue.record.sources] == ["source/page.txt", "source/rest.txt"]


def test_another_text_under_a_kept_name_is_refused(tmp_path: Path) -> None:
    bring(tmp_path, FIRST)
    before = files(tmp_path)
    with pytest.raises(BackfileError, match="already holds another text named source/page"):
        bring(tmp_path, SECOND, data=b"2", page="02")
    assert files(tmp_path) == before


def test_what_a_person_wrote_into_issue_toml_stays(tmp_path: Path) -> None:
    bring(tmp_path, FIRST)
    path = tmp_path / "wanbao/2022-09-20/issue.toml"
    path.write_text(
        f'# from the bound volume\nnumber = "第123期"\n{path.read_text()}'.replace(
            'label = "01"', 'label = "01"\nname = "要闻"'
        )
    )
    bring(tmp_path, SECOND, file="source/2.txt", page="02")
    text = path.read_text()
    assert "# from the bound volume" in text
    record = read_issue(path.parent).record
    assert (record.number, record.pages[0].name, [page.label for page in record.pages]) == (
        "第123期",
        "要闻",
        ["01", "02"],
    )


def test_a_new_issue_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def refuse(path: Path, data: bytes) -> int:
        if path.name == "02.md":
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(BackfileError, match=r"02\.md: error: the file cannot be written: No space left"):
        bring(tmp_path, FIRST, SECOND)
    assert files(tmp_path) == {}


def test_a_correction_outlives_a_lost_record(tmp_path: Path) -> None:
    bring(tmp_path, FIRST)
    path = article(tmp_path, "p01/01")
    text = path.read_text()
    path.write_text(text[: text.index("source:")] + "---\n\n改正的正文。\n")
    (tmp_path / "wanbao/2022-09-20/issue.toml").unlink()
    assert bring(tmp_path, FIRST).pages[0].kept == ("wanbao/2022-09-20/p01/01",)
    assert path.read_text().endswith("lines: [[1, 3]]\n  confidence: 1.0\n---\n\n改正的正文。\n")


def test_a_correction_outlives_the_loss_of_what_import_wrote(tmp_path: Path) -> None:
    bring(tmp_path, FIRST, SECOND)
    path = article(tmp_path, "p01/01")
    path.write_text(path.read_text().replace("第一篇的正文", "第一篇改正的正文"))
    shutil.rmtree(tmp_path / "wanbao/2022-09-20/.imported")
    bring(tmp_path, FIRST, story("第二篇更好的正文。", (5, 8)))
    assert "第一篇改正的正文" in path.read_text()
    assert sorted(path.name for path in path.parent.iterdir()) == ["01.md", "02.md"]


def test_an_edit_made_while_importing_stays(tmp_path: Path) -> None:
    bring(tmp_path, FIRST, SECOND)
    drafts = tuple(Draft(each, Terms()) for each in (story("更好的一篇。", (1, 3)), SECOND))
    planned = plan_issue(
        tmp_path, ISSUE, (ImportedSource("source/page.txt", b"1\n" * 20, "utf-8", {"01": drafts}),), TODAY
    )
    article(tmp_path, "p01/01").write_text("正在改\n")
    assert store_issue(planned) == ("wanbao/2022-09-20/p01/01",)
    assert article(tmp_path, "p01/01").read_text() == "正在改\n"


BETTER = (story("第一篇和第三篇。", (1, 3), (10, 12)), story("更好的第二篇。", (5, 8)))


class PowerCutError(Exception):
    """What follows is never reached."""


def test_an_import_broken_off_anywhere_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def corrected(content: Path) -> None:
        bring(content, FIRST, SECOND, THIRD)
        path = article(content, "p01/02")
        path.write_text(path.read_text().replace("的正文", "改过的正文"))

    whole = tmp_path / "whole"
    corrected(whole)
    bring(whole, *BETTER)
    assert not article(whole, "p01/03").exists()
    writes = 0
    while True:
        content = tmp_path / str(writes)
        corrected(content)
        with monkeypatch.context() as patched:
            left = iter(range(writes))

            def write(path: Path, data: bytes, left: Iterator[int] = left) -> None:
                if next(left, None) is None:
                    raise PowerCutError
                write_file(path, data)

            for module in ("store", "journal"):
                patched.setattr(f"generator.content.{module}.write_file", write)
            broken_off = False
            try:
                bring(content, *BETTER)
            except PowerCutError:
                broken_off = True
        finish_import(content / "wanbao" / "2022-09-20")
        bring(content, *BETTER)
        assert files(content) == files(whole)
        if not broken_off:
            break
        writes += 1
    assert writes == 5


def test_an_edit_made_after_an_import_was_broken_off_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(tmp_path, FIRST, SECOND)

    def stop(folder: Path) -> tuple[str, ...]:
        raise PowerCutError

    with monkeypatch.context() as patched:
        patched.setattr("generator.content.journal.finish_import", stop)
        with pytest.raises(PowerCutError):
            bring(tmp_path, *BETTER)
    path = article(tmp_path, "p01/02")
    path.write_text(path.read_text().replace("第二篇的正文", "第二篇，我来改"))
    assert finish_import(tmp_path / "wanbao" / "2022-09-20") == ("p01/02",)
    bring(tmp_path, *BETTER)
    assert "第二篇，我来改" in path.read_text()


@pytest.mark.parametrize(
    "name", ["wanbao", "wanbao/2022-09-20", "wanbao/2022-09-20/p01", "wanbao/2022-09-20/source"]
)
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    content = tmp_path / "content"
    (content / name).parent.mkdir(parents=True)
    (content / name).symlink_to(elsewhere)
    with pytest.raises(BackfileError, match="symbolic links"):
        bring(content, FIRST)
    assert list(elsewhere.iterdir()) == []


def test_a_source_that_no_record_has_is_not_overwritten(tmp_path: Path) -> None:
    bring(tmp_path, FIRST)
    (tmp_path / "wanbao/2022-09-20/issue.toml").unlink()
    with pytest.raises(BackfileError, match="another text named"):
        bring(tmp_path, SECOND, data=b"2")
    assert (tmp_path / "wanbao/2022-09-20/source/page.txt").read_bytes() == b"1\n" * 20


def test_issue_toml_stays_tidy_however_many_pages_come(tmp_path: Path) -> None:
    for number in range(1, 7):
        bring(tmp_path, FIRST, file=f"source/{number}.txt", page=f"{number % 4 + 1:02d}")
    text = (tmp_path / "wanbao/2022-09-20/issue.toml").read_text()
    assert "\n\n\n" not in text
    assert text.count("\n\n[[") == text.count("[[") == 10
