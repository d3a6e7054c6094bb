"""Templates of an archive's own, and what a person is told when one fails."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.errors import BackfileError
from tests.render.archives import build, short_issue
from tests.render.reading import Page


def own_layouts(tmp_path: Path, name: str, text: str) -> Path:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return tmp_path


def failure(tmp_path: Path, name: str, text: str) -> str:
    with pytest.raises(BackfileError) as caught:
        build(short_issue(dt.date(2019, 5, 3)), layouts=(own_layouts(tmp_path, name, text),))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.severity == "error"
    return str(diagnostic)


def test_an_archives_own_layouts_win_file_by_file(tmp_path: Path) -> None:
    own = own_layouts(tmp_path, "withdrawn.html", "unused")
    own_layouts(tmp_path, "parts/about.html", "<p class='own'>{{ article.citation }}</p>")
    own_layouts(tmp_path, "assets/style.css", "body { color: red }")
    site = build(short_issue(dt.date(2019, 5, 3)), layouts=(own,))
    article = Page(site["haibin-ribao/2019-05-03/p01/01.html"])
    assert article.texts("p", "own") == ["2019-05-03的消息[N]. 海滨日报, 2019-05-03(01)."]
    assert site["assets/style.css"] == b"body { color: red }"
    assert Page(site["index.html"]).texts("h1") == ["海滨旧报"]


def test_the_style_sheet_is_joined_from_its_files_by_name(tmp_path: Path) -> None:
    own_layouts(tmp_path, "style/50-calendar.css", ".calendar { color: red }\n")
    own = own_layouts(tmp_path, "style/95-own.css", "body { color: blue }\n")
    sheet = build(short_issue(dt.date(2019, 5, 3)), layouts=(own,))["assets/style.css"].decode()
    assert sheet.startswith(":root{color-scheme: light dark;")
    assert sheet.index(".masthead") < sheet.index(".calendar{color: red}") < sheet.index("@media print")
    assert ".calendar caption" not in sheet
    assert sheet.endswith("body{color: blue}")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("<p>\n{{ article.titel }}", 2, "has no attribute 'titel'"),
        ("\n\n{{ artikle.title }}", 3, "'artikle' is undefined"),
        ("{% if %}", 1, "Expected an expression"),
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError"),
        ("\n{{ t('no_such_word') }}", 2, "no word “no_such_word”"),
        ("\n{{ t('date', year=1) }}", 2, "cannot be filled in with year."),
        ("\n\n\n{{ asset('no.css') }}", 4, "no file “no.css”"),
        ("\n{% include 'parts/none.html' %}", 2, "no template “parts/none.html”"),
    ],
)
def test_a_failing_template_names_file_line_page_and_what_is_wrong(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    message = failure(tmp_path, "article.html", text)
    assert message.startswith(f"{tmp_path / 'article.html'}:{line}: error: ")
    assert "while making haibin-ribao/2019-05-03/p01/01.html" in message
    assert said in message


def test_a_template_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    own_layouts(tmp_path, "404.html", "").joinpath("404.html").write_bytes(b"\xff\xfe")
    with pytest.raises(BackfileError, match=r"404\.html: error: .*utf-8"):
        build(short_issue(dt.date(2019, 5, 3)), layouts=(tmp_path,))


def test_a_failure_in_a_part_names_the_part(tmp_path: Path) -> None:
    message = failure(tmp_path, "parts/about.html", "<dl>\n{{ article.nothing }}\n</dl>")
    assert message.startswith(f"{tmp_path / 'parts' / 'about.html'}:2: error: ")


def test_values_are_escaped_without_being_asked_to(tmp_path: Path) -> None:
    own = own_layouts(tmp_path, "404.html", "{{ '<b>&' }}")
    assert build(short_issue(dt.date(2019, 5, 3)), layouts=(own,))["404.html"] == b"&lt;b&gt;&amp;"
