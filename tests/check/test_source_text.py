"""``backfile check`` proves that all the text of every source is in the articles, as import wrote them."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.source_text import check_source_text
from generator.content.article_file import format_article, parse_article
from generator.content.delivery import Draft, draft_article
from generator.errors import ExitCode
from generator.model import IssueRecord, SourcePage, Terms
from generator.segmentation import take_apart
from generator.sources.page_text import clean_lines, split_pages
from tests.check.made import ISSUE, RECORDS, edit, holding
from tests.conftest import Run

_TEXT = st.text(st.sampled_from("桥通车，。（）“”*_#\\`<&1.-aZ é\u00ad\u200b\u3000\t\n\f\x07"), max_size=120)
_RECORD = IssueRecord("w", dt.date(2001, 1, 1))


def _change_source(path: Path, old: str, new: str) -> None:
    """Change a source, and its checksum with it: only the comparison of texts can tell."""
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    edit(path, old, new)
    edit(path.parent.parent / "issue.toml", before, hashlib.sha256(path.read_bytes()).hexdigest())


def _swap(path: Path, one: str, two: str) -> None:
    edit(path, one, "\0")
    edit(path, two, one)
    edit(path, "\0", two)


def test_pages_jumps_english_and_records_are_whole(archive: Run) -> None:
    status, out, err = archive("check")
    assert (status, err) == (ExitCode.DONE, "")
    assert out.startswith("2 issues, ")
    assert " 0 corrections" in out


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (
            lambda: _change_source(ISSUE / "source/pages.txt", "只要五分钟", "只要六分钟"),
            "source/pages.txt:4: error: the text of this line is not in wanbao/2001-06-05/p01/",
        ),
        (
            lambda: edit(holding(ISSUE / ".imported", "五分钟", "*.txt"), "五分钟", "分钟"),
            "source/pages.txt:4: error: the text of this line",
        ),
        (lambda: edit(holding(ISSUE / ".imported", "五分钟", "*.txt"), "五分钟", "五分钟整"), "(added: 整)"),
        (
            lambda: _swap(holding(ISSUE / ".imported", "五分钟", "*.txt"), "五分钟", "桥长"),
            "source/pages.txt:4: error: the text of this line",
        ),
        (
            lambda: _change_source(ISSUE / "source/town.txt", "self-reliant", "selfreliant"),
            "source/town.txt:5: error: the text of this line",
        ),
        (
            lambda: _change_source(RECORDS / "source/zaobao.jsonl", "提要在此", "提要在此处"),
            "source/zaobao.jsonl:1: error: the text of this line is not in zaobao/2001-06-06/p01/01",
        ),
        (
            lambda: _change_source(RECORDS / "source/zaobao.jsonl", "王记者", "王工"),
            "source/zaobao.jsonl:1: error: the text of this line",
        ),
        (
            lambda: _change_source(RECORDS / "source/zaobao.jsonl", '"title":', '"title": "另题", "title":'),
            "source/zaobao.jsonl:1: error: the text of this line",
        ),
        (
            lambda: edit(holding(ISSUE / ".imported", "五分钟", "*.txt"), "kind: article", "kind: story"),
            ".imported/p01/01.txt:3: error: kind must be one of",
        ),
    ],
)
def test_a_difference_is_found_and_its_line_named(
    archive: Run, damage: Callable[[], object], message: str
) -> None:
    damage()
    status, _, err = archive("check")
    assert (status, message in err) == (ExitCode.NEEDS_EYE, True), err


def test_a_line_moved_to_another_article_is_found(archive: Run) -> None:
    one, two = (holding(ISSUE / ".imported", text, "*.txt") for text in ("五分钟", "渡船"))
    sentence = "这是江上第一座大桥，"
    edit(one, sentence, "")
    edit(two, "，渡船", f"，{sentence}渡船")
    status, _, err = archive("check")
    assert status == ExitCode.NEEDS_EYE
    assert "source/pages.txt:4: error: the text of this line is not in wanbao/2001-06-05/p01/" in err
    assert "p02/" in err
    assert "text-added" in err


def test_corrections_are_listed_and_are_no_findings(archive: Run) -> None:
    edit(holding(ISSUE, "五分钟", "*.md"), "五分钟", "五六分钟")
    edit(RECORDS / "p02/01.md", "二则", "又二则")
    (RECORDS / "p01/02.md").write_text("---\ntitle: 补记\n---\n\n补记一段。\n")
    status, out, err = archive("check", "--corrections")
    assert (status, err) == (ExitCode.DONE, "")
    assert " 3 corrections" in out
    assert "p01/01.md: 0 characters fewer, 1 more\n" in out
    assert "zaobao/2001-06-06/p02/01.md: 0 characters fewer, 1 more\n" in out
    assert "zaobao/2001-06-06/p01/02.md: begun by a person\n" in out


def test_without_a_copy_of_what_import_wrote_the_article_itself_must_have_the_line(archive: Run) -> None:
    shutil.rmtree(ISSUE / ".imported")
    assert archive("check")[0] == ExitCode.DONE
    edit(holding(ISSUE, "五分钟", "*.md"), "五分钟", "五六分钟")
    status, _, err = archive("check")
    assert (status, "source/pages.txt:4: error:" in err, "[imported-missing]" in err) == (1, True, True), err


@given(_TEXT)
def test_whatever_a_page_holds_import_keeps_all_of_it(text: str) -> None:
    pages = split_pages(text)
    articles = {}
    for label, lines in enumerate(pages, 1):
        page = SourcePage("source/x.txt", f"{label:02d}", clean_lines(lines, "x")[0])
        for number, story in enumerate(take_apart(page).stories, 1):
            article = draft_article(
                f"w/2001-01-01/p{label:02d}/{number:02d}", Draft(story, Terms()), page.file
            )
            articles[article.id] = parse_article(format_article(article), "x.md")
    found = check_source_text(
        Path(), _RECORD, articles, articles.values(), {"source/x.txt": tuple(text.split("\n"))}
    )
    assert list(found) == []
