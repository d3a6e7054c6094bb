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
