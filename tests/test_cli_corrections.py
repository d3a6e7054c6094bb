"""What people do to the files of an issue, a test each: import keeps it, and brings in what is new elsewhere."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content.article_file import parse_article
from generator.errors import ExitCode
from generator.model import Article, PageParts, Paragraph, Story
from generator.pipeline import drafting
from tests.conftest import Run

FERRY = (
    "渡口昨天清晨迎来最后一班渡船，撑了四十年船的老周把缆绳解下来，交给了镇上的博物馆。",
    "渡船停航以后，两岸的人改走新修的公路桥，赶集的路程从一个钟头缩短到十分钟。",
)
LIBRARY = (
    "图书馆夜间开放的第一个星期，阅览室里坐满了下班的工人和备考的学生，座位要提前预约。",
    "馆长说，夜里的灯光和暖气每月多花三千元，这笔钱由几家工厂分担，读者不用付费。",
)
TITLES = ("最后一班渡船停航", "图书馆夜里也开门")
PAGE = "".join(f"{line}\n\n" for line in (TITLES[0], *FERRY, TITLES[1], *LIBRARY))
LINES = {line: number * 2 + 1 for number, line in enumerate(PAGE.strip().split("\n\n"))}
FOLDER = Path("content/wanbao/1996-03-05")
ISSUE = ("--publication", "wanbao", "--date", "1996-03-05")


def _story(title: str, *texts: str, lede: tuple[str, ...] = (), **more: object) -> Story:
    lines = tuple(sorted((LINES[text], LINES[text]) for text in (title, *lede, *texts)))
    return Story("article", lines, tuple(map(Paragraph, texts)), title=title, lede=lede, **more)  # type: ignore[arg-type]


Reading = tuple[Story, ...]
FIRST: Reading = (_story(TITLES[0], *FERRY), _story(TITLES[1], *LIBRARY))


def read_as(monkeypatch: pytest.MonkeyPatch, reading: Reading) -> None:
    monkeypatch.setattr(drafting, "take_apart", lambda _: PageParts(reading))


def snapshot() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path("content").rglob("*.*") if path.is_file()}


@pytest.fixture
def bring(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Import the page as a version of the program that reads it so, twice; returns what is said the first time."""

    def bring(reading: Reading = FIRST, *arguments: str, text: str = PAGE) -> str:
        read_as(monkeypatch, reading)
        Path("page.txt").write_text(text)
        status, out, err = run("import", "page.txt", *ISSUE, "--page", "1", *arguments)
        assert status == ExitCode.DONE, err
        # The made-up readings say words that the page has not, and check names them; all else must be whole.
        found = run("check")[2].splitlines()
        assert [each for each in found if not each.endswith(("[text-added]", "[text-lost]"))] == []
        before = snapshot()
        assert run("import", "page.txt", *ISSUE, "--page", "1", *arguments)[0] == ExitCode.DONE
        assert snapshot() == before
        return out + err

    bring()
    return bring


def article(number: str) -> Article:
    path = FOLDER / "p01" / f"{number}.md"
    return parse_article(path.read_text(), str(path), f"wanbao/1996-03-05/p01/{number}")


def edit(number: str, old: str, new: str) -> None:
    path = FOLDER / "p01" / f"{number}.md"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def numbers() -> list[str]:
    return sorted(path.stem for path in (FOLDER / "p01").iterdir())


def claimed(number: str) -> set[int]:
    source = article(number).source
    return {n for first, last in source.lines for n in range(first, last + 1, 2)} if source else set()


BETTER = (
    dataclasses.replace(FIRST[0], kicker="撑船四十年", authors=("周远",)),
    dataclasses.replace(FIRST[1], authors=("何静",)),
)


def test_changed_words_stay_and_what_is_new_beside_them_comes_in(bring: Callable[..., str]) -> None:
    edit("01", "老周", "老邹")
    edit("01", "kind: article", "kind: article   # checked against the bound volume")
    bring(BETTER)
    assert FERRY[0].replace("老周", "老邹") in article("01").body
    assert (article("01").kicker, article("01").authors) == ("撑船四十年", ("周远",))
    assert "# checked against the bound volume" in (FOLDER / "p01/01.md").read_text()


def test_a_corrected_headline_stays_and_the_other_reading_is_reported(bring: Callable[..., str]) -> None:
    edit("02", f"title: {TITLES[1]}", "title: 图书馆夜间开放")
    said = bring((FIRST[0], dataclasses.replace(FIRST[1], title="图书馆夜里也开")))
    assert article("02").title == "图书馆夜间开放"
    assert (
        "p01/02.md:4: warning: the correction “图书馆夜间开放” stays; import reads “图书馆夜里也开” now."
        in said
    )
    assert "content/wanbao/1996-03-05/.imported/p01/02.txt" in said


def test_a_moved_paragraph_stays_where_it_was_put_and_takes_its_lines(bring: Callable[..., str]) -> None:
    edit("01", f"\n{FERRY[1]}\n", "")
    edit("02", LIBRARY[0], f"{LIBRARY[0]}\n\n{FERRY[1]}")
    for reading in (FIRST, BETTER):
        bring(reading)
        assert FERRY[1] not in article("01").body
        assert article("02").body.split("\n\n") == [LIBRARY[0], FERRY[1], LIBRARY[1]]
        assert LINES[FERRY[1]] in claimed("02")
    assert article("02").authors == ("何静",)


def test_a_moved_paragraph_takes_the_better_reading_of_its_text(bring: Callable[..., str]) -> None:
    edit("01", f"\n{FERRY[1]}\n", "")
    edit("02", LIBRARY[0], f"{LIBRARY[0]}\n\n{FERRY[1]}")
    better = FERRY[1].replace("一个钟头", "１个钟头")
    bring((dataclasses.replace(FIRST[0], paragraphs=(Paragraph(FERRY[0]), Paragraph(better))), FIRST[1]))
    assert article("02").body.split("\n\n") == [LIBRARY[0], better, LIBRARY[1]]


def test_headlines_that_were_exchanged_stay_exchanged(bring: Callable[..., str]) -> None:
    edit("01", f"title: {TITLES[0]}", "title: x")
    edit("02", f"title: {TITLES[1]}", f"title: {TITLES[0]}")
    edit("01", "title: x", f"title: {TITLES[1]}")
    bring(BETTER)
    assert [article(number).title for number in ("01", "02")] == [TITLES[1], TITLES[0]]
    assert LINES[TITLES[0]] in claimed("02")


def test_a_lede_given_to_another_article_stays_there(bring: Callable[..., str]) -> None:
    bring((_story(TITLES[0], FERRY[1], lede=(FERRY[0],)), FIRST[1]))
    edit("01", f"lede:\n- {FERRY[0]}\n", "")
    edit("02", "authors:", f"lede:\n- {FERRY[0]}\nauthors:")
    bring((_story(TITLES[0], FERRY[1], lede=(FERRY[0],), section="本地"), FIRST[1]))
    assert (article("01").lede, article("02").lede) == ((), (FERRY[0],))
    assert article("01").section == "本地"


def test_an_article_split_with_no_more_than_a_title_and_text(bring: Callable[..., str]) -> None:
    edit("02", f"\n{LIBRARY[1]}\n", "")
    (FOLDER / "p01/15.md").write_text(f"---\ntitle: 夜里的灯光谁来付\n---\n\n{LIBRARY[1]}\n")
    said = bring(BETTER)
    assert numbers() == ["01", "02", "15"]
    assert (claimed("02"), claimed("15")) == ({LINES[TITLES[1]], LINES[LIBRARY[0]]}, {LINES[LIBRARY[1]]})
    assert "p01/15.md: note: lines 11 of source/page.txt are counted to it now" in said


def test_a_split_that_the_program_finds_later_is_not_made_twice(bring: Callable[..., str]) -> None:
    edit("02", f"\n{LIBRARY[1]}\n", "")
    (FOLDER / "p01/15.md").write_text(f"---\ntitle: 夜里的灯光谁来付\n---\n\n{LIBRARY[1]}\n")
    rest = Story("article", ((11, 11),), (Paragraph(LIBRARY[1]),), authors=("何静",))
    bring((FIRST[0], _story(TITLES[1], LIBRARY[0]), rest))
    assert numbers() == ["01", "02", "15"]
    assert (article("15").title, article("15").authors) == ("夜里的灯光谁来付", ("何静",))


def test_merged_articles_stay_merged_and_the_old_address_leads_on(bring: Callable[..., str]) -> None:
    edit("01", FERRY[1], f"{FERRY[1]}\n\n## {TITLES[1]}\n\n" + "\n\n".join(LIBRARY))
    (FOLDER / "p01/02.md").unlink()
    bring(BETTER)
    assert numbers() == ["01"]
    assert article("01").formerly == ("wanbao/1996-03-05/p01/02",)
    assert claimed("01") == set(LINES.values())


def test_a_deleted_article_stays_deleted_and_its_lines_are_kept_aside(bring: Callable[..., str]) -> None:
    (FOLDER / "p01/02.md").unlink()
    bring(BETTER)
    assert numbers() == ["01", "03"]
    kept = article("03")
    assert (kept.kind, kept.status, kept.formerly) == ("unplaced", "withdrawn", ("wanbao/1996-03-05/p01/02",))
    assert LIBRARY[1] in kept.body


def test_articles_that_the_program_merges_lead_on_and_keep_a_correction(bring: Callable[..., str]) -> None:
    edit("02", "三千元", "三千多元")
    bring((_story(TITLES[0], *FERRY, *LIBRARY, subtitle=TITLES[1]),))
    assert numbers() == ["01"]
    assert article("01").body.split("\n\n")[-1] == LIBRARY[1].replace("三千元", "三千多元")
    assert article("01").formerly == ("wanbao/1996-03-05/p01/02",)


def test_a_withdrawn_article_stays_withdrawn_and_takes_nothing_in(bring: Callable[..., str]) -> None:
    edit("02", "kind: article", "kind: article\nstatus: withdrawn")
    bring((_story(TITLES[0], FERRY[0]), _story(TITLES[1], *LIBRARY, FERRY[1])))
    assert article("02").status == "withdrawn"
    assert FERRY[1] in article("01").body


def test_a_dry_run_shows_what_would_not_be_combined(
    bring: Callable[..., str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("01", "老周", "老邹")
    before = snapshot()
    changed = (Paragraph(FERRY[0].replace("老周", "老周头")), Paragraph(FERRY[1]))
    read_as(monkeypatch, (dataclasses.replace(FIRST[0], paragraphs=changed), FIRST[1]))
    _, _, err = run("import", "page.txt", *ISSUE, "--page", "1", "--dry-run")
    assert "[correction-kept]" in err
    assert snapshot() == before


def test_a_better_file_of_the_page_replaces_the_earlier_one(bring: Callable[..., str]) -> None:
    edit("01", "老周", "老邹")
    edit("02", f"\n{LIBRARY[1]}\n", "")
    edit("01", FERRY[1], f"{FERRY[1]}\n\n{LIBRARY[1]}")
    better = [text.replace("十分钟", "十五分钟") for text in (TITLES[1], *LIBRARY, TITLES[0], *FERRY)]
    stories = (
        Story("article", ((1, 3),), tuple(map(Paragraph, better[1:3])), title=better[0]),
        Story("article", ((4, 6),), tuple(map(Paragraph, better[4:])), title=better[3]),
    )
    bring(stories, "--replace", text="\n".join(better) + "\n")
    assert numbers() == ["01", "02"]
    assert article("01").body.split("\n\n") == [FERRY[0].replace("老周", "老邹"), better[5], LIBRARY[1]]
    sources = [article(number).source for number in ("01", "02")]
    assert [(each.file, each.lines) for each in sources if each] == [
        ("source/page-2.txt", ((3, 6),)),
        ("source/page-2.txt", ((1, 2),)),
    ]
    assert (FOLDER / "source/page.txt").read_text() == PAGE
    assert 'superseded = ["1-11"]' in (FOLDER / "issue.toml").read_text()


def _record(title: str, text: str, **more: object) -> str:
    return json.dumps(
        {"date": "1996-03-05", "page": 1, "title": title, "text": text, **more}, ensure_ascii=False
    )


@pytest.mark.parametrize("more", [{}, {"url": "https://example.org/7"}])
def test_a_changed_line_of_json_lines_revises_its_article(run: Run, more: dict[str, str]) -> None:
    lines = [_record(TITLES[0], FERRY[0]), _record(TITLES[1], "\n".join(LIBRARY), **more)]
    Path("all.jsonl").write_text("\n".join(lines) + "\n")
    assert run("import", "all.jsonl", "--publication", "wanbao")[0] == ExitCode.DONE
    edit("02", "三千元", "三千多元")
    lines[1] = _record(
        TITLES[1], "\n".join((LIBRARY[0].replace("第一个", "头一个"), LIBRARY[1])), authors=["何静"], **more
    )
    Path("all.jsonl").write_text("\n".join(lines) + "\n")
    for _ in range(2):
        assert run("import", "all.jsonl", "--publication", "wanbao")[0] == ExitCode.DONE
        assert numbers() == ["01", "02"]
        assert article("02").authors == ("何静",)
        assert "头一个" in article("02").body
        assert "三千多元" in article("02").body
        assert run("check")[0] == ExitCode.DONE


def test_the_report_is_of_what_there_is_now(bring: Callable[..., str]) -> None:
    edit("01", f"title: {TITLES[0]}", "title: 渡口送走末班船")
    edit("02", "kind: article", "kind: article\nstatus: withdrawn")
    said = bring()
    assert "p01/01  渡口送走末班船  (lines 1, 3, 5)" in said
    assert TITLES[1] not in said
    assert "1 page: 1 article;" in said


def test_a_paragraph_taken_out_stays_out_and_its_lines_stay_with_its_article(
    bring: Callable[..., str],
) -> None:
    edit("02", f"\n\n{LIBRARY[1]}", "")
    path = FOLDER / "p01/07.md"  # a file that is begun and deleted again leaves no trace
    path.write_text(f"---\ntitle: 馆长的话\n---\n\n{LIBRARY[1]}\n")
    path.unlink()
    bring(BETTER)
    assert numbers() == ["01", "02"]
    assert LIBRARY[1] not in article("02").body
    assert LINES[LIBRARY[1]] in claimed("02")


def test_an_edit_made_while_an_import_lay_broken_off_is_reported(bring: Callable[..., str]) -> None:
    path = FOLDER / "p01/01.md"
    before = path.read_text()
    journal = {"p01/01.md": [before, before.replace("kicker: null", "kicker: 撑船四十年")]}
    (FOLDER / ".importing.json").write_text(json.dumps(journal))
    edit("01", "老周", "老邹")
    assert "wanbao/1996-03-05/p01/01 was edited while it was imported" in bring()
    assert "老邹" in article("01").body
