"""Archives of our own making, in two versions, and what is in a folder."""

from __future__ import annotations

import random
from pathlib import Path

from generator.check import CheckReport, check_archive

_PHRASES = (
    "江上第一座大桥通车",
    "两岸往来只要五分钟",
    "市图书馆开放至晚上十点",
    "新港迎来首班轮渡",
    "决赛昨日举行",
    "工程师林海说",
    "票价为5.5元",
    "算力网络建成",
    "滨城日报社",
    "校园足球赛收官",
)


def write_issue(content: Path, day: int, articles: int, *, seed: int = 0) -> None:
    """Write an issue of the newspaper wanbao with as many ``articles``, in words drawn by ``seed``."""
    folder = content / "wanbao" / f"1996-03-{day:02d}"
    (folder / "p01").mkdir(parents=True)
    (folder / "issue.toml").write_text(f'date = 1996-03-{day:02d}\n[[pages]]\nlabel = "01"\n')
    for number in range(1, articles + 1):
        write_article(content, day, number, seed=seed)


def write_article(content: Path, day: int, number: int, *, seed: int = 0) -> None:
    """Write, or write otherwise, one article of an issue."""
    drawn = random.Random(seed * 10_000 + day * 100 + number)
    path = content / "wanbao" / f"1996-03-{day:02d}" / "p01" / f"{number:02d}.md"
    text = "\n\n".join("，".join(drawn.sample(_PHRASES, 5)) + "。" for _ in range(3))
    topics = ", ".join(drawn.sample(("大桥", "轮渡", "图书馆", "足球", "算力"), 2))
    path.write_text(
        f"---\nid: wanbao/1996-03-{day:02d}/p01/{number:02d}\nkind: article\n"
        f"title: 第{number}条{drawn.choice(_PHRASES)}\ntopics: [{topics}]\n---\n\n{text}\n"
    )


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file under ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def names(folder: Path) -> set[str]:
    """Return the names of what is in ``folder`` itself."""
    return {path.name for path in folder.iterdir()}


def check(folder: Path) -> CheckReport:
    """Check the archive and the site in ``folder``."""
    return check_archive(folder / "content", folder / "site")
