"""``backfile build``: every error in content/ at once, with its place, and the old site as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import ExitCode
from tests.conftest import Run

FOLDER = Path("content/wanbao/2022-09-20")
HEAD = "id: wanbao/2022-09-20/p01/{0}\nkind: article\ntitle: 第{0}篇\n"


@pytest.fixture
def archive(run: Run) -> Run:
    """An archive of two articles, written by hand, and its site."""
    (FOLDER / "p01").mkdir(parents=True)
    (FOLDER / "issue.toml").write_text('date = 2022-09-20\n[[pages]]\nlabel = "01"\n')
    for number in ("01", "02"):
        (FOLDER / f"p01/{number}.md").write_text(f"---\n{HEAD.format(number)}---\n\n第{number}篇的正文。\n")
    assert run("build")[0] == ExitCode.DONE
    return run


def snapshot(folder: str) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def test_a_site_is_made(archive: Run) -> None:
    for name in (
        "index",
        "404",
        "search",
        "topics/index",
        "wanbao/2022-09-20/index",
        "wanbao/2022-09-20/p01/index",
    ):
        assert Path(f"site/{name}.html").is_file()
    assert "第01篇的正文。" in Path("site/wanbao/2022-09-20/p01/01.html").read_text()


def test_every_error_is_reported_and_the_site_stays(archive: Run) -> None:
    before = snapshot("site")
    (FOLDER / "p01/01.md").write_text(f"---\n{HEAD.format('01')}order: [1]\nmodified: soon\n---\n")
    (FOLDER / "p01/02.md").write_text("---\nid: [\n---\n")
    Path("content/archive.toml").write_text('base_url = "somewhere"\n')
    status, _, err = archive("build")
    assert status == ExitCode.UNUSABLE
    assert "01.md:5: error: order must be a whole number" in err
    assert "01.md:6: error: modified must be a date" in err
    assert "02.md:3: error: the front matter cannot be read as YAML" in err
    assert "archive.toml:1: error: base_url must be an absolute web address" in err
    assert snapshot("site") == before


def test_two_articles_with_one_id_are_named_both(archive: Run) -> None:
    before = snapshot("site")
    (FOLDER / "p01/03.md").write_text(f"---\n{HEAD.format('01')}---\n")
    status, _, err = archive("build")
    assert status == ExitCode.UNUSABLE
    assert "p01/03.md:2: error: the id wanbao/2022-09-20/p01/01 is already that of" in err
    assert "p01/01.md" in err
    assert snapshot("site") == before


def test_a_template_that_fails_is_named_with_its_line(archive: Run) -> None:
    before = snapshot("site")
    Path("layouts").mkdir()
    Path("layouts/article.html").write_text("<p>fine</p>\n{{ article.titel }}\n")
    status, _, err = archive("build")
    assert status == ExitCode.UNUSABLE
    assert "layouts/article.html:2: error:" in err
    assert "titel" in err
    assert snapshot("site") == before


def test_a_template_of_ones_own_stands_in_for_the_built_in_one(archive: Run) -> None:
    Path("layouts").mkdir()
    Path("layouts/article.html").write_text("<p>mine: {{ article.title }}</p>")
    assert archive("build")[0] == ExitCode.DONE
    assert Path("site/wanbao/2022-09-20/p01/01.html").read_text() == "<p>mine: 第01篇</p>"


def test_the_same_content_gives_the_same_bytes(archive: Run) -> None:
    before = snapshot("site")
    assert archive("build", "--jobs", "1", "--cache", "elsewhere")[0] == ExitCode.DONE
    assert snapshot("site") == before


def test_without_the_base_url_a_warning_and_under_strict_status_1(archive: Run) -> None:
    status, _, err = archive("build", "--strict")
    assert (status, "warning: the site's address is not known" in err) == (ExitCode.NEEDS_EYE, True)
    status, _, err = archive("build", "--strict", "--base-url", "https://example.org/x")
    assert (status, err) == (ExitCode.DONE, "")
    assert (
        'rel="canonical" href="https://example.org/x/wanbao/'
        in Path("site/wanbao/2022-09-20/p01/01.html").read_text()
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--site", "content/site"), "overlap"),
        (("--site", "."), "overlap"),
        (("--site", "mine"), "files that no build has written"),
        (("--layouts", "nowhere"), "there is no such folder of templates"),
        (("--content", "nowhere"), "there is no such folder of content"),
        (("--base-url", "example.org"), "must begin with http"),
        (("--jobs", "0"), "0 is not in the range"),
    ],
)
def test_wrong_usage_is_explained(archive: Run, arguments: tuple[str, ...], message: str) -> None:
    Path("mine").mkdir()
    Path("mine/diary.txt").write_text("x")
    before = snapshot(".")
    status, _, err = archive("build", *arguments)
    assert (status, message in err) == (ExitCode.UNUSABLE, True), err
    assert snapshot(".") == before


def test_static_files_are_copied_and_may_not_hide_pages(archive: Run) -> None:
    Path("content/static").mkdir()
    Path("content/static/CNAME").write_text("example.org\n")
    assert archive("build")[0] == ExitCode.DONE
    assert Path("site/CNAME").read_text() == "example.org\n"
    Path("content/static/index.html").write_text("x")
    status, _, err = archive("build")
    assert (status, "content/static/index.html make the same file of the site, index.html" in err) == (
        ExitCode.UNUSABLE,
        True,
    )


def test_every_form_of_a_term_leads_to_its_one_page(archive: Run) -> None:
    Path("content/topics.toml").write_text(
        'stop = ["会议"]\n[[term]]\nname = "哈尔滨工业大学"\nkind = "organisations"\naliases = ["哈工大"]\n'
    )
    for number, name, topics in (("01", "哈工大", "[5g, 会议]"), ("02", "哈尔滨工业大学", "[5G, ５Ｇ]")):
        front_matter = f"{HEAD.format(number)}topics: {topics}\norganisations: [{name}]\n"
        (FOLDER / f"p01/{number}.md").write_text(f"---\n{front_matter}---\n\n正文。\n")
    assert archive("build", "--no-search")[0] == ExitCode.DONE
    page = Path("site/organisations/哈尔滨工业大学.html").read_text()
    assert "p01/01.html" in page
    assert "p01/02.html" in page
    first = Path("site/wanbao/2022-09-20/p01/01.html").read_text()
    assert ">哈尔滨工业大学</a>" in first
    assert ">5G</a>" in first
    assert "会议" not in first
    assert sorted(path.name for path in Path("site/topics").iterdir()) == ["5G.html", "index.html"]


def test_files_that_editors_and_systems_leave_are_passed_over(archive: Run) -> None:
    for name in (".#01.md", "._01.md", ".DS_Store"):
        (FOLDER / "p01" / name).write_text("x")
    assert archive("build", "--no-search")[0] == ExitCode.DONE


def test_a_page_folder_that_cannot_be_read_stops_the_build(
    archive: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot("site")
    listed = os.scandir

    def refuse(folder: str | Path | int) -> object:
        if str(folder).endswith("/p01"):
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refuse)
        status, _, err = archive("build", "--no-search")
    assert (status, "p01: error: the folder cannot be read: Permission denied" in err) == (
        ExitCode.UNUSABLE,
        True,
    )
    assert snapshot("site") == before


@pytest.mark.parametrize("cache", ["content", "content/x", "site"])
def test_the_cache_has_a_folder_of_its_own(archive: Run, cache: str) -> None:
    before = snapshot(".")
    status, _, err = archive("build", "--cache", cache)
    assert (status, "overlap" in err) == (ExitCode.UNUSABLE, True)
    assert snapshot(".") == before


def test_an_article_may_stand_first_on_its_page(archive: Run) -> None:
    path = FOLDER / "p01/02.md"
    path.write_text(path.read_text().replace("kind: article", "kind: article\norder: 0"))
    assert archive("build", "--no-search")[0] == ExitCode.DONE
    page = Path("site/wanbao/2022-09-20/p01/index.html").read_text()
    assert page.index("p01/02.html" if "p01/02.html" in page else "02.html") < page.index('01.html">')
