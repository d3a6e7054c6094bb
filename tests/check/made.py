"""An archive of many kinds of text: several pages, a jump, English, JSON Lines, and corrections of a person."""

from __future__ import annotations

import json
from pathlib import Path

from generator.cli import command

CONTENT = Path("content")
ISSUE = CONTENT / "wanbao/2001-06-05"
RECORDS = CONTENT / "zaobao/2001-06-06"

FIRST = """第1版
江上第一座大桥通车
　　大桥昨日建成通车，两岸往来从此
只要五分钟。专家说，这是江上第一座
大桥，桥长1200米，有*三*条车道，也
叫“老_桥”。
（下转第2版）
"""
SECOND = """第2版
（上接第1版）
　　通车以后，渡船仍然开，一天六班，
船票不变。
综合
"""
ENGLISH = """New Bridge Opens to Traffic
By Ann Walker
RIVERTON, June 4 (Agency) - The new bridge opened to traffic on Mon-
day after three years of work, and the first cars crossed it at noon.
The self-reliant town had waited long for a bridge of its own, the
mayor said, and the old ferry will go on with six trips a day.
"""
LINES = [
    {
        "date": "2001-06-06",
        "page": 1,
        "title": "早报一则",
        "kicker": "引题",
        "subtitle": "副题",
        "lede": ["提要在此。"],
        "paragraphs": ["第一段，a*b 与 # 号。", "## 小标题", "1. 第二段。"],
        "authors": ["王记者"],
        "section": "要闻",
        "attribution": "据新华社电",
        "url": "https://example.org/1",
    },
    {"date": "2001-06-06", "page": 2, "title": "二则", "text": "一行\n\n又一行。", "kind": "notice"},
    {
        "date": "2001-06-06",
        "page": 2,
        "title": "刊头",
        "kicker": "引题三",
        "lede": ["刊头说明。"],
        "text": "主编按语。",
        "authors": ["李编辑"],
        "attribution": "据来稿",
        "kind": "furniture",
    },
]


def make_archive() -> None:
    """Import everything into ``content`` of the working folder."""
    Path("pages.txt").write_text(f"{FIRST}\f{SECOND}")
    Path("town.txt").write_text(ENGLISH)
    Path("zaobao.jsonl").write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in LINES))
    issue = ("--publication", "wanbao", "--date", "2001-06-05")
    for arguments in (
        ("pages.txt", *issue, "--page", "1"),
        ("town.txt", *issue, "--page", "3"),
        ("zaobao.jsonl", "--publication", "zaobao"),
    ):
        command.main(["import", *arguments], standalone_mode=False)


def edit(path: Path, old: str, new: str) -> None:
    """Put ``new`` in the place of ``old``, once, in the file at ``path``."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def holding(folder: Path, text: str, pattern: str) -> Path:
    """Return the one file under ``folder`` that holds ``text``."""
    (found,) = (path for path in sorted(folder.rglob(pattern)) if text in path.read_text())
    return found
