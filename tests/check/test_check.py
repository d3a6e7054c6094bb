"""``backfile check`` proves an archive whole, and names every way in which it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import ExitCode
from tests.conftest import Run

PAGE = "江上第一座大桥通车\n\n　　大桥昨日建成通车，两岸往来从\n此只要五分钟。专家说，这是江上第\n一座大桥。\n综合\n"
FOLDER = Path("content/wanbao/2022-09-20")
ARTICLE = FOLDER / "p01/01.md"


@pytest.fixture
def archive(run: Run) -> Run:
    """An archive of one imported page, and its site."""
    Path("page.txt").write_text(PAGE)
    assert run("import", "page.txt", "--publication", "wanbao", "--date", "2022-09-20", "--page", "1")[0] == 0
    assert run("build", "--no-search")[0] == 0
    return run


def test_a_whole_archive(archive: Run) -> None:
    status, out, err = archive("check")
    assert (status, err) == (ExitCode.DONE, "")
    assert "1 issues, 1 articles, 5 source lines" in out
    assert out.endswith("Whole.\n")


def test_without_content_it_cannot_run(run: Run) -> None:
    status, _, err = run("check")
    assert (status, "content: error: there is no such folder of content." in err) == (ExitCode.UNUSABLE, True)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (
            lambda: edit(ARTICLE, "[[1, 6]]", "[[1, 4], [6, 6]]"),
            "page.txt:5: error: line 5 is in no article; the text begins: 一座大桥。",
        ),
        (lambda: edit(ARTICLE, "[[1, 6]]", "[[1, 60]]"), "01.md:13: error: lines 1 to 60 are claimed, but"),
        (
            lambda: edit(ARTICLE, "source/page.txt", "source/x.txt"),
            "issue.toml has no source file source/x.txt",
        ),
        (lambda: edit(ARTICLE, "kind: article", "kind: story"), "01.md:3: error: kind must be one of"),
        (
            lambda: edit(ARTICLE, "p01/01", "p01/02"),
            "01.md:2: error: the id is wanbao/2022-09-20/p01/02, but",
        ),
        (lambda: (FOLDER / "source/page.txt").write_text(PAGE + "x"), "its SHA-256 differs"),
        ((FOLDER / "source/page.txt").unlink, "the source file is missing"),
        (lambda: (FOLDER / "source/new.txt").write_text("x"), "no import has brought this file"),
        ((FOLDER / "issue.toml").unlink, "issue.toml is missing"),
        ((FOLDER.parent / "notes").mkdir, "the folder's name is not that of an issue"),
        (lambda: (FOLDER / "p01/02.md").symlink_to("/etc/passwd"), "does not follow symbolic links"),
        (lambda: Path("content/archive.toml").write_text("titel = 1"), "there is no setting titel"),
        (Path("site/index.html").unlink, "leads to no file"),
        (Path("site/wanbao/2022-09-20/p01/01.html").unlink, "the article has no page"),
        (
            lambda: (FOLDER / "p01/02.md").write_text(ARTICLE.read_text().replace("p01/01", "p01/02")),
            "lines 1 to 6 are in wanbao/2022-09-20/p01/01 as well",
        ),
        (
            lambda: edit(ARTICLE, "kind: article", "kind: article\nformerly: [wanbao/2022-09-20/p01/01]"),
            "formerly names wanbao/2022-09-20/p01/01, which is the id of",
        ),
        (lambda: ARTICLE.rename(FOLDER / "p01/01.MD"), "p01/01.MD: error: nothing of this name belongs here"),
        (
            lambda: ARTICLE.parent.rename(FOLDER / "01"),
            "2022-09-20/01: error: nothing of this name belongs here",
        ),
    ],
)
def test_damage_is_found_and_named(archive: Run, damage: Callable[[], object], message: str) -> None:
    damage()
    status, _, err = archive("check")
    assert (status, message in err) == (ExitCode.NEEDS_EYE, True), err


def test_an_id_claimed_by_two_is_named_with_both(archive: Run) -> None:
    other = FOLDER / "p01/02.md"
    other.write_text(
        "---\nid: wanbao/2022-09-20/p01/02\nkind: article\ntitle: 乙\nformerly: [wanbao/2022-09-20/p01/01]\n---\n"
    )
    for name in ("check", "build"):
        status, _, err = archive(name)
        assert status != ExitCode.DONE
        assert "p01/02.md: error: formerly names wanbao/2022-09-20/p01/01, which is the id of" in err


def test_a_broken_link_in_an_article_is_found(archive: Run) -> None:
    edit(
        ARTICLE,
        "江上第\n" if "江上第\n" in ARTICLE.read_text() else "一座大桥。",
        "一座大桥[图](nowhere.html)。",
    )
    assert archive("build", "--no-search")[0] == ExitCode.DONE
    status, _, err = archive("check")
    assert (status, "01.html" in err, "leads to no file" in err) == (ExitCode.NEEDS_EYE, True, True)
