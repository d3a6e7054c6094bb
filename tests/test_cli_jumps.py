"""Stories that go on elsewhere: both halves are found, linked both ways, and every jump line is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.article_file import parse_article
from generator.errors import ExitCode
from generator.model import Article
from tests.conftest import Run
from tests.segmentation.typesetting import set_column

BRIDGE = (
    "石桥修了整整两年，昨天上午终于重新开放，许多住在附近的老人一早就来到桥头，等着走第一趟。",
    "石桥是清末修的，三个石拱，桥面原来铺青石板，后来铺过沥青。这次修缮把沥青揭掉，换回了石板，栏杆也照旧样补齐。",
)
QUARRY = (
    "施工队长鲁大有说，最难的是找石料：当年的采石场早已封山，他们走了四个县，才在一座废弃的村子里买到同样的青石板。",
    "石拱的栏杆由三位老石匠照旧样补齐，文物部门说，沥青揭掉以后，石桥的桥面又像清末一样了。",
)
WHEAT = (
    "入冬以来，平原上的冬小麦长势良好，农技人员昨天分赴各乡查看苗情，指导农户浇好越冬水。",
    "今年冬小麦播种面积比去年多两成，其中优质强筋小麦占到一半。种粮大户说，订单早在播种以前就签好了，销路不愁。",
)
FRONT = "\n\n".join(
    (
        "第一版 要闻",
        "城北石桥重新开放",
        set_column(BRIDGE, 18, between_paragraphs="\n") + "\n（下转第三版）",
        "冬小麦长势良好",
        set_column(WHEAT, 14, between_paragraphs="\n"),
    )
)
FLOOD = (
    "汛期以来，上游水库三次开闸泄洪，沿江的渔民把船都拖上了岸，等着洪峰过去。",
    "水文站的人说，这次洪峰比去年高出一米，堤坝没有险情，夜里仍有人沿堤巡查。",
)
INSIDE = "\n\n".join(
    (
        "第三版 综合",
        "洪峰平安过境",
        set_column(FLOOD, 16, between_paragraphs="\n"),
        "城北石桥重新开放\n（上接第一版）",
        set_column(QUARRY, 20, between_paragraphs="\n"),
    )
)
ISSUE = ("--publication", "wanbao", "--date", "1996-03-05")
FOLDER = Path("content/wanbao/1996-03-05")


def article(title: str, page: str) -> Article:
    found = [parse_article(path.read_text(), path.name) for path in sorted((FOLDER / page).glob("*.md"))]
    return next(each for each in found if each.title == title)


def linked_both_ways() -> None:
    first, second = article("城北石桥重新开放", "p01"), article("城北石桥重新开放", "p03")
    assert first.continues_on
    assert second.continued_from
    assert (first.continues_on.page, first.continues_on.article) == ("03", second.id)
    assert (second.continued_from.page, second.continued_from.article) == ("01", first.id)
    assert first.continues_on.stated == "（下转第三版）"
    assert second.continued_from.stated == "（上接第一版）"
    assert first.continues_on.confidence > 0.9


@pytest.mark.parametrize("together", [True, False])
def test_both_halves_are_linked_in_one_call_or_in_two(run: Run, together: bool) -> None:
    if together:
        Path("issue.txt").write_text(f"{FRONT}\f{INSIDE}")
        assert run("import", "issue.txt", *ISSUE)[0] == ExitCode.DONE
    else:
        Path("front.txt").write_text(FRONT)
        Path("inside.txt").write_text(INSIDE)
        _, _, err = run("import", "front.txt", *ISSUE)
        assert "p01/01.md: warning: （下转第三版）: the other half of the story was not found" in err
        assert "the issue has no page 03 yet" in err
        status, _, err = run("import", "inside.txt", *ISSUE)
        assert (status, err) == (ExitCode.DONE, "")
    linked_both_ways()
    assert run("check")[0] == ExitCode.DONE


def test_the_pages_of_both_halves_lead_to_one_another(run: Run) -> None:
    Path("issue.txt").write_text(f"{FRONT}\f{INSIDE}")
    run("import", "issue.txt", *ISSUE)
    assert run("build", "--no-search")[0] == ExitCode.DONE
    first, second = article("城北石桥重新开放", "p01"), article("城北石桥重新开放", "p03")
    page = Path(f"site/{first.id}.html").read_text()
    assert f'<a href="../../../{second.id}.html" rel="next">' in page
    assert "下转第03版：" in page
    page = Path(f"site/{second.id}.html").read_text()
    assert f'<a href="../../../{first.id}.html" rel="prev">' in page
    assert run("check")[0] == ExitCode.DONE


def test_a_jump_to_nowhere_and_one_that_is_not_returned_are_findings(run: Run) -> None:
    Path("issue.txt").write_text(f"{FRONT}\f{INSIDE}")
    run("import", "issue.txt", *ISSUE)
    first, second = article("城北石桥重新开放", "p01"), article("城北石桥重新开放", "p03")
    path = FOLDER / f"p03/{second.number}.md"
    path.write_text(path.read_text().replace(f"article: {first.id}", "article: wanbao/1996-03-05/p01/77"))
    status, _, err = run("check")
    assert status == ExitCode.NEEDS_EYE
    assert "continued_from names wanbao/1996-03-05/p01/77, which the archive does not have" in err
    assert f"continues_on names {second.id}, which does not name this article as continued_from" in err


def test_a_link_set_by_hand_stays(run: Run) -> None:
    Path("front.txt").write_text(FRONT)
    Path("inside.txt").write_text(INSIDE)
    run("import", "front.txt", *ISSUE)
    first = article("城北石桥重新开放", "p01")
    path = FOLDER / f"p01/{first.number}.md"
    by_hand = "continues_on: wanbao/1996-03-05/p03/01\n"
    text = path.read_text()
    head, rest = text.split("continues_on:\n", 1)
    path.write_text(head + by_hand + rest[rest.index("topics:") :])
    run("import", "inside.txt", *ISSUE)
    assert by_hand in path.read_text()


def test_the_halves_are_found_again_by_a_second_import(run: Run) -> None:
    Path("front.txt").write_text(FRONT)
    Path("inside.txt").write_text(INSIDE)
    run("import", "front.txt", *ISSUE)
    run("import", "inside.txt", *ISSUE)
    before = {path: path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    for name in ("front.txt", "inside.txt"):
        status, out, err = run("import", name, *ISSUE)
        assert (status, err) == (ExitCode.DONE, "")
        assert "Changed 0 files" in out
    assert {path: path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()} == before


def test_english_halves_are_found_by_their_words(run: Run) -> None:
    tax = (
        "The council voted on Monday to raise the harbour levy, ending a quarrel of eleven months between "
        "shipowners and the borough treasurer."
    )
    rest = (
        "The treasurer said the harbour levy would pay for dredging; shipowners answered that the borough had "
        "promised dredging eleven years ago."
    )
    fair = (
        "A travelling fair opened on the common with a carousel, two brass bands and a tent in which a bear "
        "is said to waltz."
    )
    front = f"Page A1\n\nCouncil raises harbour levy\n\n{set_column((tax,), 20)}\nSee LEVY, page A4\n"
    inside = (
        f"Page A4\n\nA fair on the common\n\n{set_column((fair,), 22)}\n\n"
        f"Harbour levy\nContinued from page A1\n\n{set_column((rest,), 18)}\n"
    )
    Path("issue.txt").write_text(f"{front}\f{inside}")
    status, _, err = run("import", "issue.txt", "--publication", "gazette", "--date", "1921-03-05")
    assert (status, err) == (ExitCode.DONE, "")
    files = sorted(Path("content/gazette/1921-03-05").glob("pA0[14]/*.md"))
    found = [parse_article(path.read_text(), path.name) for path in files]
    first = next(each for each in found if each.continues_on)
    second = next(each for each in found if each.continued_from)
    assert first.continues_on is not None
    assert (first.page_label, first.continues_on.article) == ("A01", second.id)
    assert "treasurer said" in second.body


def test_a_half_that_a_person_deleted_or_withdrew_is_linked_to_nothing(run: Run) -> None:
    Path("issue.txt").write_text(f"{FRONT}\f{INSIDE}")
    run("import", "issue.txt", *ISSUE)
    second = article("城北石桥重新开放", "p03")
    path = FOLDER / f"p03/{second.number}.md"
    text = path.read_text()
    path.unlink()
    _, _, err = run("import", "issue.txt", *ISSUE)
    assert "（下转第三版）: the other half of the story was not found" in err
    first = article("城北石桥重新开放", "p01")
    assert first.continues_on
    assert not first.continues_on.article
    assert run("check")[0] == ExitCode.DONE
    path.write_text(text.replace("kind: article", "kind: article\nstatus: withdrawn"))
    run("import", "issue.txt", *ISSUE)
    assert article("城北石桥重新开放", "p01") == first


def test_a_jump_that_a_person_took_out_stays_out(run: Run) -> None:
    Path("issue.txt").write_text(f"{FRONT}\f{INSIDE}")
    run("import", "issue.txt", *ISSUE)
    for title, page, key in (
        ("城北石桥重新开放", "p01", "continues_on"),
        ("城北石桥重新开放", "p03", "continued_from"),
    ):
        path = FOLDER / page / f"{article(title, page).number}.md"
        head, rest = path.read_text().split(f"{key}:\n", 1)
        path.write_text(head + rest[rest.index("topics:") :])
    for _ in range(2):
        status, _, err = run("import", "issue.txt", *ISSUE)
        assert status == ExitCode.DONE
    assert err == ""
    assert article("城北石桥重新开放", "p01").continues_on is None
    assert article("城北石桥重新开放", "p03").continued_from is None
