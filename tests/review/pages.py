"""An issue of two pages for reviews."""

from __future__ import annotations

from pathlib import Path

from generator.errors import ExitCode
from tests.conftest import Run
from tests.segmentation.typesetting import set_column

CONTENT = Path("content")
FOLDER = CONTENT / "wanbao/1996-03-05"
_BRIDGE = (
    "石桥修了整整两年，昨天上午终于重新开放，许多住在附近的老人一早就来到桥头，等着走第一趟。",
    "石桥是清末修的，三个石拱，桥面原来铺青石板，后来铺过沥青。这次修缮把沥青揭掉，换回了石板，栏杆也照旧样补齐。",
)
_QUARRY = (
    "施工队长说，最难的是找石料：当年的采石场早已封山，他们走了四个县，才在一座废弃的村子里买到同样的石料。"
)
_WHEAT = (
    "入冬以来，平原上的冬小麦长势良好，农技人员昨天分赴各乡查看苗情，指导农户浇好越冬水。",
    "今年冬小麦播种面积比去年多两成，其中优质强筋小麦占到一半。种粮大户说，订单早在播种以前就签好了，销路不愁。",
)
_FRONT = "\n\n".join(
    (
        "第一版 要闻",
        "城北石桥重新开放",
        set_column(_BRIDGE, 18, between_paragraphs="\n"),
        "石料从哪里来",
        set_column((_QUARRY,), 18) + "\n据《城市日报》",
        "遗失城东区百味面馆营业执照正本，声明作废。",
    )
)
_INSIDE = f"第二版 乡村\n\n冬小麦长势良好\n\n{set_column(_WHEAT, 14, between_paragraphs=chr(10))}\n"


def import_issue(run: Run) -> None:
    """Import the issue into content/ of the current folder."""
    Path("issue.txt").write_text(f"{_FRONT}\f{_INSIDE}")
    status, _, err = run("import", "issue.txt", "--publication", "wanbao", "--date", "1996-03-05")
    assert (status, err) == (ExitCode.DONE, "")


def import_two_files(run: Run) -> None:
    """Import the same issue with a file for each page."""
    for name, text in (("front.txt", _FRONT), ("inside.txt", _INSIDE)):
        Path(name).write_text(text)
        status, _, err = run("import", name, "--publication", "wanbao", "--date", "1996-03-05")
        assert (status, err) == (ExitCode.DONE, "")


def move_quarry(run: Run) -> None:
    """Move the paragraph on the quarry to the article of the other file, and import its page again."""
    first, second = FOLDER / "p01/01.md", FOLDER / "p02/01.md"
    text = first.read_text()
    assert _QUARRY in text
    first.write_text(text.replace(_QUARRY, ""))
    second.write_text(f"{second.read_text()}\n{_QUARRY}\n")
    status, _, err = run("import", "front.txt", "--publication", "wanbao", "--date", "1996-03-05")
    assert (status, "[lines-recounted]" in err) == (ExitCode.DONE, True)
