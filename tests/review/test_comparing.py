"""A review says of every source line which article has it and as what, and of every article why it is doubtful."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_settings
from generator.errors import ExitCode
from generator.review import compare_issue
from generator.review.doubts import read_doubt
from generator.review.views import Review, ReviewDoubt, ReviewLine
from tests.conftest import Run
from tests.review.pages import CONTENT, FOLDER, import_issue, import_two_files, move_quarry


@pytest.fixture
def review(run: Run) -> Review:
    """The review of an issue of two pages, as import left it."""
    import_issue(run)
    return reviewed()


def reviewed() -> Review:
    return compare_issue(FOLDER, read_settings(CONTENT))


def lines_of(review: Review) -> list[ReviewLine]:
    return [line for file in review.files for page in file.pages for line in page.lines]


def roles(review: Review) -> dict[str, str]:
    return {line.text.strip(): line.role for line in lines_of(review)}


def test_every_line_has_its_article_its_role_and_its_colour(review: Review) -> None:
    found = roles(review)
    assert found["第一版 要闻"] == "furniture"
    assert found["城北石桥重新开放"] == "headline"
    assert found["石料从哪里来"] == "crosshead"
    assert found["据《城市日报》"] == "attribution"
    assert found["遗失城东区百味面馆营业执照正本，声明作废。"] == "notice"
    assert set(found.values()) == {"furniture", "headline", "body", "crosshead", "attribution", "notice"}
    assert review.claimed == review.lines == len(lines_of(review))
    colours = {line.owner: line.colour for line in lines_of(review) if line.role != "furniture"}
    assert len(set(colours.values())) == len(colours)


def test_pages_are_told_apart_and_numbers_name_their_page(review: Review) -> None:
    assert [page.label for file in review.files for page in file.pages] == ["01", "02"]
    assert {line.tag for line in lines_of(review)} >= {"01/1", "02/1"}


def test_a_doubtful_article_comes_first_with_its_reasons(run: Run) -> None:
    import_issue(run)
    path = FOLDER / "p02/01.md"
    text = path.read_text()
    doubt = "boundary at line 33: perhaps the beginning of another story"
    path.write_text(text.replace("confidence: 1.0", f"confidence: 0.5\n  doubts: ['{doubt}']"))
    first = reviewed().articles[0]
    assert (first.id, first.doubtful, first.corrected) == ("wanbao/1996-03-05/p02/01", True, True)
    assert [(each.about, each.line, each.reading_key) for each in first.doubts] == [
        ("boundary", "f1-33", "the-beginning-of-another-story")
    ]
    assert 33 in [line.number for line in lines_of(reviewed()) if line.asked]


def test_a_line_that_is_in_no_file_and_one_in_two_are_told(run: Run) -> None:
    import_issue(run)
    notice = next(path for path in FOLDER.rglob("*.md") if "kind: notice" in path.read_text())
    notice.unlink()
    assert [run.text for run in reviewed().loose] == ["遗失城东区百味面馆营业执照正本，声明作废。"]
    other = FOLDER / "p02/01.md"
    other.write_text(other.read_text().replace("lines: [[", "lines: [[1, 1], ["))
    assert [line.also for line in lines_of(reviewed()) if line.number == 1] == [("wanbao/1996-03-05/p02/01",)]


def test_a_line_whose_text_was_changed_is_told_and_the_article_marked(run: Run) -> None:
    import_issue(run)
    path = FOLDER / "p01/01.md"
    path.write_text(path.read_text().replace("title: 城北石桥重新开放", "title: 南门渡口"))
    article = next(each for each in reviewed().articles if each.title == "南门渡口")
    assert (article.corrected, article.changed) == (True, 1)
    assert roles(reviewed())["城北石桥重新开放"] == "changed"
    assert article.path == f"{path}:{path.read_text().split(chr(10)).index('---', 1) + 3}"


def test_a_doubt_in_a_persons_own_words_is_shown_as_it_is() -> None:
    assert read_doubt("compare with the print", "f1") == ReviewDoubt(
        "", "", 0, "compare with the print", "", "", 0
    )
    moved = read_doubt("headline at line 3: perhaps the headline of the story at line 9", "f1")
    assert (moved.reading, moved.other, moved.other_number) == ("the headline of the story at", "f1-9", 9)


def test_one_file_holds_all_and_the_answer_says_what_to_look_at(run: Run) -> None:
    import_issue(run)
    status, out, _ = run("review", "wanbao/1996-03-05", "--out", "review.html")
    assert (status, "0 lines without an article" in out) == (ExitCode.DONE, True)
    page = Path("review.html").read_text()
    assert "城北石桥重新开放" in page
    assert 'src="' not in page
    assert 'href="/' not in page
    assert 'rel="stylesheet"' not in page


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("wanbao/1996-03-09",), "there is no issue wanbao/1996-03-09."),
        (("--content", "nowhere"), "there is no such folder of content."),
    ],
)
def test_an_issue_that_is_not_there(run: Run, arguments: tuple[str, ...], message: str) -> None:
    import_issue(run)
    status, _, err = run("review", *arguments, "--out", "review.html")
    assert (status, message in err) == (ExitCode.UNUSABLE, True)


def test_an_issue_that_cannot_be_read_is_no_review(run: Run) -> None:
    import_issue(run)
    (FOLDER / "p01/01.md").write_text("no front matter")
    status, _, err = run("review", "--out", "review.html")
    assert (status, "p01/01.md:1: error" in err) == (ExitCode.UNUSABLE, True)


def test_lines_of_a_second_source_file_are_their_articles_too(run: Run) -> None:
    import_two_files(run)
    move_quarry(run)
    review = reviewed()
    owners = {line.text.strip(): line.owner for line in lines_of(review)}
    assert owners["施工队长说，最难的是找石料：当年"] == owners["冬小麦长势良好"] == "p02-01"
    assert (review.claimed, review.loose) == (review.lines, ())
    assert run("check")[0] == ExitCode.DONE


def test_a_file_that_a_better_one_stands_in_for_is_not_shown(run: Run) -> None:
    import_two_files(run)
    Path("better.txt").write_text("\n\n" + Path("inside.txt").read_text())
    issue = ("--publication", "wanbao", "--date", "1996-03-05")
    assert run("import", "better.txt", *issue, "--page", "2", "--replace")[0] == ExitCode.DONE
    review = reviewed()
    assert [file.file for file in review.files] == ["source/better.txt", "source/front.txt"]
    assert review.claimed == review.lines
