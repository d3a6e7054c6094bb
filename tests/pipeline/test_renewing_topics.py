"""``backfile topics``: terms found again with the archive's frequencies; a person's lists stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.content import journal
from generator.content.store import store_issue
from generator.errors import BackfileError
from generator.pipeline import renewing_topics
from generator.pipeline.importing import import_sources
from generator.pipeline.renewing_topics import TopicsRequest, renew_topics
from generator.pipeline.settling import ImportRequest

COMMON = "盐碱地改良在各县推进。盐碱地面积大，盐碱地治理要靠科技。"
BODIES = {
    1: "耐盐水稻在盐碱地试种，耐盐水稻亩产六百公斤。耐盐水稻的种子来自东滨农业大学。",
    2: "滴灌设备进了盐碱地，滴灌设备省水一半。王建国说，滴灌设备明年推广。",
    3: "苜蓿草场建在盐碱地上，苜蓿草场养牛三百头。",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An archive of three issues of one article each, just imported; the third states its own topics."""
    lines = [
        {
            "date": f"2030-01-0{n}",
            "title": "盐碱地里的新事",
            "paragraphs": [body, COMMON],
            "publication": "bao",
        }
        for n, body in BODIES.items()
    ]
    lines[2]["topics"] = ["畜牧", "草场"]
    source = tmp_path / "all.jsonl"
    source.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    import_sources(ImportRequest((source,), tmp_path / "content"))
    return tmp_path / "content"


def article(content: Path, day: int) -> Path:
    return content / f"bao/2030-01-0{day}/p01/01.md"


def imported(content: Path, day: int) -> Path:
    return content / f"bao/2030-01-0{day}/.imported/p01/01.txt"


def snapshot(content: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()
    }


def line(path: Path, key: str) -> str:
    return next(line for line in path.read_text().splitlines() if line.startswith(f"{key}:"))


def set_line(path: Path, key: str, value: str) -> None:
    path.write_text(path.read_text().replace(line(path, key), f"{key}: {value}"))


def test_stale_lists_are_found_again_in_the_article_and_its_copy(content: Path) -> None:
    before = snapshot(content)
    for path in (article(content, 1), imported(content, 1)):
        set_line(path, "topics", "[旧题]")
    report = renew_topics(TopicsRequest(content))
    assert "耐盐水稻" in line(article(content, 1), "topics")
    assert article(content, 1).read_bytes() == imported(content, 1).read_bytes()
    assert (report.issues, report.articles) == (3, 3)
    assert before.keys() == snapshot(content).keys()


def test_what_a_person_set_stays_and_the_other_lists_do_not(content: Path) -> None:
    for path in (article(content, 2), imported(content, 2)):
        set_line(path, "people", "[张三]")
    set_line(article(content, 2), "topics", "[节水, 农业]   # ours")
    report = renew_topics(TopicsRequest(content))
    assert line(article(content, 2), "topics") == "topics: [节水, 农业]   # ours"
    assert line(article(content, 2), "people") == "people: [王建国]"
    assert report.kept == 2  # this one, and the topics that came with the third
    again = snapshot(content)
    assert renew_topics(TopicsRequest(content)).changed == 0
    assert snapshot(content) == again


def test_topics_that_came_with_the_article_stay(content: Path) -> None:
    renew_topics(TopicsRequest(content))
    assert line(article(content, 3), "topics") == "topics: [畜牧, 草场]"


def test_an_article_that_import_did_not_write_is_left_alone(content: Path) -> None:
    imported(content, 1).unlink()
    set_line(article(content, 1), "topics", "[手写]")
    before = article(content, 1).read_bytes()
    renew_topics(TopicsRequest(content))
    assert article(content, 1).read_bytes() == before


def test_lists_over_several_lines_are_replaced_whole(content: Path) -> None:
    for path in (article(content, 1), imported(content, 1)):
        set_line(path, "topics", "\n- 甲\n- 乙\n")
    renew_topics(TopicsRequest(content))
    assert "- 甲" not in article(content, 1).read_text()
    assert article(content, 1).read_bytes() == imported(content, 1).read_bytes()


def test_a_later_import_takes_none_of_it_for_corrections(content: Path) -> None:
    for path in (article(content, 1), imported(content, 1)):
        set_line(path, "topics", "[旧题]")
    renew_topics(TopicsRequest(content))
    report = import_sources(ImportRequest((content.parent / "all.jsonl",), content))
    assert not any(page.kept for issue in report.issues for page in issue.pages)


def test_dry_run_counts_and_writes_nothing(content: Path) -> None:
    for path in (article(content, 1), imported(content, 1)):
        set_line(path, "topics", "[旧题]")
    before = snapshot(content)
    assert renew_topics(TopicsRequest(content, dry_run=True)).changed > 0
    assert snapshot(content) == before


def test_the_result_does_not_depend_on_the_number_of_processes(content: Path) -> None:
    for day in (1, 2):
        for path in (article(content, day), imported(content, day)):
            set_line(path, "topics", "[旧题]")
    before = snapshot(content)
    report = renew_topics(TopicsRequest(content, jobs=2))
    after = snapshot(content)
    for name, data in before.items():
        (content / name).write_bytes(data)
    assert renew_topics(TopicsRequest(content)) == report
    assert snapshot(content) == after


@pytest.mark.parametrize("writes", [1, 2, 3])
def test_broken_off_anywhere_it_is_finished_by_running_it_again(
    content: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    for day in (1, 2):
        for path in (article(content, day), imported(content, day)):
            set_line(path, "topics", "[旧题]")
    written: list[Path] = []
    write = journal.write_file

    def break_off(path: Path, data: bytes) -> None:
        if len(written) == writes:
            raise KeyboardInterrupt
        written.append(path)
        write(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(journal, "write_file", break_off)
        with pytest.raises(KeyboardInterrupt):
            renew_topics(TopicsRequest(content))
    renew_topics(TopicsRequest(content))
    for day in (1, 2):
        assert "旧题" not in line(article(content, day), "topics")
        assert article(content, day).read_bytes() == imported(content, day).read_bytes()


def test_an_article_edited_meanwhile_stays_as_edited(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (article(content, 1), imported(content, 1)):
        set_line(path, "topics", "[旧题]")

    def edit_and_store(planned):  # type: ignore[no-untyped-def]  # stands in for store_issue
        set_line(article(content, 1), "topics", "[刚改]")
        return store_issue(planned)

    monkeypatch.setattr(renewing_topics, "store_issue", edit_and_store)
    report = renew_topics(TopicsRequest(content))
    assert line(article(content, 1), "topics") == "topics: [刚改]"
    assert report.warnings[0].code == "edited-meanwhile"


def test_an_error_anywhere_leaves_everything_as_it_was(content: Path) -> None:
    set_line(article(content, 1), "topics", "[旧题]")
    article(content, 2).write_text("---\nid: x\n---\n")
    before = snapshot(content)
    with pytest.raises(BackfileError):
        renew_topics(TopicsRequest(content))
    assert snapshot(content) == before
