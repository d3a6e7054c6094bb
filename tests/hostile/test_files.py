"""Files of content/ that somebody made to do harm: refused with file and line, and nothing is done that they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.content.article_file import parse_article
from generator.content.files import LARGEST, read_text
from generator.content.journal import JOURNAL, finish_import
from generator.errors import BackfileError
from generator.settings_file import Table, read_toml
from generator.vocabulary_file import read_vocabulary
from tests.conftest import Run

HEAD = "id: wanbao/2022-09-20/p01/01\n"


def refusal(front_matter: str, body: str = "正文") -> str:
    with pytest.raises(BackfileError) as refused:
        parse_article(f"---\n{HEAD}{front_matter}---\n\n{body}\n", "01.md")
    return str(refused.value)


def test_merge_keys_do_not_multiply_what_aliases_name() -> None:
    # Each level holds the one before ten times: 10¹² pairs, were they copied.
    levels = "".join(f"  - &a{n}\n    !!merge <<: [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 13))
    said = refusal(f"levels:\n  - &a0 {{k: v}}\n{levels}all:\n  !!merge <<: *a12\n")
    assert "01.md" in said and "front-matter-yaml" in said


@pytest.mark.parametrize(
    "value", ["!!map x", "!!seq x", "!!str [a]", "!!str {a: b}", "!!merge x", "!!binary eA=="]
)
def test_a_tag_that_a_value_cannot_have_is_refused(value: str) -> None:
    assert refusal(f"kicker: {value}\n").startswith("01.md:3: error: the front matter cannot be read")


@pytest.mark.parametrize("key", ["title", "kicker", "section", "attribution", "rights"])
@pytest.mark.parametrize("escape", [r"\0", r"\x07", r"\x1b", r"\uFFFE"])
def test_an_escape_makes_no_control_character(key: str, escape: str) -> None:
    assert f"01.md:3: error: {key} must be text without control" in refusal(f'{key}: "a{escape}b"\n')


def test_an_escape_makes_no_control_character_in_a_list() -> None:
    assert "01.md:4: error: topics must be text without" in refusal('section: x\ntopics: [甲, "\\0"]\n')


@pytest.mark.parametrize("char", ["\0", "\x08", "\x0b", "\x7f", "\x85", "\ufffe", "\U0010ffff"])
def test_characters_that_no_page_can_hold_are_named_with_their_line(char: str) -> None:
    said = refusal("title: 桥\n", f"第一段\n\n第{char}二段")
    assert f"01.md:8: error: the line holds characters that are no text (U+{ord(char):04X})" in said


def test_an_old_macintosh_line_end_is_a_line_end(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    path.write_bytes(f"---\n{HEAD}---\n\n甲\r\r乙\r\n\r\n丙\n".encode())
    assert parse_article(read_text(path), "01.md").body == "甲\n\n乙\n\n丙"


def test_a_file_that_would_fill_the_memory_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(BackfileError, match="content-size"):
        read_text(path)
    with pytest.raises(BackfileError, match="settings-size"):
        read_toml(path)


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000, "a = " + "9" * 5000, "a = " + "{b = " * 3000],
    ids=["lists", "digits", "tables"],
)
def test_toml_that_python_cannot_take_is_refused_with_its_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "topics.toml"
    path.write_text(text)
    with pytest.raises(BackfileError, match=r"topics\.toml.*settings-toml"):
        read_toml(path)


def test_settings_hold_no_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "archive.toml"
    path.write_text('language = "zh"\ntitle = "a\\u0000b"\nwords = ["a\\u001b"]\n')
    problems: list[object] = []
    table = Table(read_toml(path), path, problems)  # type: ignore[arg-type]
    assert (table.text("title", "x"), table.texts("words")) == ("x", ())
    assert [str(each).split(" must")[0] for each in problems] == [
        f"{path}:2: error: title",
        f"{path}:3: error: words",
    ]


def test_a_circle_among_thousands_of_terms_is_found(tmp_path: Path) -> None:
    terms = [f'[[term]]\nname = "词{n}"\nbroader = ["词{(n + 1) % 3000}"]\n' for n in range(3000)]
    (tmp_path / "topics.toml").write_text("".join(terms))
    with pytest.raises(BackfileError) as refused:
        read_vocabulary(tmp_path)
    assert len(refused.value.diagnostics) == 3000
    assert "topics.toml:3: error: term.broader must be terms that are not narrower" in str(refused.value)


def test_as_many_mistakes_as_terms_are_each_given_their_line(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(
        "".join(f'[[term]]\nname = "词{n}"\nbrader = 1\n' for n in range(5000))
    )
    with pytest.raises(BackfileError) as refused:
        read_vocabulary(tmp_path)
    assert [each.line for each in refused.value.diagnostics] == list(range(3, 15001, 3))


@pytest.mark.parametrize(
    "journal",
    [
        {"../../../evil.md": [None, "x"]},
        {"p01/../../../../evil.md": [None, "x"]},
        {"/tmp/evil.md": [None, "x"]},  # noqa: S108  # refused, and not written
        {".imported/../x.txt": [None, "x"]},
        {"source/page.txt": [None, "x"]},
        {"p01/01.md": ["x"]},
        {"p01/01.md": [None, 5]},
        {"p01/01.md": 5},
        ["p01/01.md"],
        "p01/01.md",
    ],
)
def test_a_journal_that_import_has_not_written_is_not_done(tmp_path: Path, journal: object) -> None:
    folder = tmp_path / "content" / "wanbao" / "2022-09-20"
    folder.mkdir(parents=True)
    (folder / JOURNAL).write_text(json.dumps(journal))
    with pytest.raises(BackfileError, match=r"\.importing\.json: error: .*journal-invalid"):
        finish_import(folder)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [JOURNAL]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('"source/page.txt"', '"source/.."', "sources.file must be the name of a file"),
        ('"source/page.txt"', '"source/a/b"', "sources.file must be the name of a file"),
        ('pages = ["01"]', 'pages = ["../x"]', "sources.pages must be page labels"),
        ("[[sources]]", '[[sources]]\nfile = "source/page.txt"\n[[sources]]', "sources must be different"),
    ],
)
def test_a_record_of_an_issue_that_names_what_cannot_be_is_refused(
    run: Run, was: str, now: str, said: str
) -> None:
    Path("page.txt").write_text("新桥通车\n大桥昨日通车。\n", encoding="utf-8")
    run("import", "page.txt", "--publication", "wanbao", "--date", "2022-09-20", "--page", "1")
    record = Path("content/wanbao/2022-09-20/issue.toml")
    record.write_text(record.read_text().replace(was, now))
    status, _, errors = run("build", "--no-search")
    assert status == 2
    assert f"{record}:" in errors and said in errors


def test_an_id_that_an_article_says_twice_is_one() -> None:
    former = "wanbao/2022-09-20/p07/01"
    head = f"{HEAD}title: 桥\nformerly: [{former}, {former}]\n"
    assert parse_article(f"---\n{head}---\n\n正文\n", "01.md").formerly == (former,)


@pytest.mark.parametrize("key", ["topics", "people", "organisations", "places"])
def test_an_article_has_no_more_terms_than_lead_to_one_another(key: str) -> None:
    names = [f"题{n}" for n in range(1001)]
    said = refusal(f"{key}: [{', '.join(names)}]\n")
    assert f"01.md:3: error: {key} must be a list of 1,000 texts at most; it is '1,001 texts'" in said
    parse_article(f"---\n{HEAD}{key}: [{', '.join(names[1:])}]\n---\n\n正文\n", "01.md")


@pytest.mark.parametrize("url", ["http://[::1", "https://", "http://:80/", "https://x:y/", "HTTPS://x/"])
def test_an_address_that_leads_nowhere_is_refused(url: str) -> None:
    assert "01.md:3: error: url must be an address" in refusal(f"url: '{url}'\n")


def test_ids_are_no_longer_than_names_of_files_can_be() -> None:
    assert "formerly must be an id" in refusal(f"formerly: [{'a' * 300}/2022-09-20/p01/01]\n")
    assert "formerly must be an id" in refusal(f"formerly: [wanbao/2022-09-20-{'a' * 300}/p01/01]\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param('{"title":"a","x":' + "[" * 100_000, "nested too deeply", id="deep"),
        pytest.param('{"title":"a","page":' + "9" * 5000 + "}", "cannot be read", id="digits"),
        pytest.param('{"title":"' + "a" * 4_000_000 + '"}', "4,000,012 characters; one has at", id="long"),
        ('{"title":"a","url":"javascript:alert(1)"}', "url must be an address that begins with http://"),
        ('{"title":"a","url":"https://x/\\u0000 y"}', "url must be an address"),
        ('{"title":"a","url":"http://[::1"}', "url must be an address"),
        ('{"title":"a","url":"http://x:99999/"}', "url must be an address"),
        ('{"title":"a","text":"桥","text":"船"}', "text must be there once"),
        ('{"title":"a","publication":"../x"}', "'../x' cannot name a publication"),
        ('{"title":"a","publication":"con"}', "cannot be called 'con'"),
        ('{"title":"a","edition":"/etc"}', "'/etc' cannot name an edition"),
        ('{"title":"a","page":"../../01"}', "'../../01' is not a page label"),
        ('{"title":"a","kind":"<script>"}', "kind must be one of"),
        ('{"title":["a"]}', "title must be text"),
        pytest.param(
            json.dumps({"title": "a", "topics": [f"t{n}" for n in range(1001)]}),
            "1,000 texts at most",
            id="topics",
        ),
        pytest.param("[" * 100_000, "nested too deeply", id="deep alone"),
    ],
)
def test_a_line_of_json_that_cannot_be_taken_is_named(run: Run, line: str, said: str) -> None:
    Path("all.jsonl").write_text(f'{{"title":"好"}}\n{line}\n', encoding="utf-8")
    status, _, errors = run("import", "all.jsonl", "--date", "2022-09-20", "--publication", "wanbao")
    assert status == 2
    assert "all.jsonl:2: error:" in errors and said in errors
    assert not Path("content/wanbao").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("行\n" * 20_001, "page.txt:1: error: the page that begins here has 20,002 lines"),
        ("头\n" + "行" * 1_000_001, "page.txt:2: error: the line has 1,000,001 characters"),
    ],
    ids=["lines", "line"],
)
def test_what_is_no_page_is_refused_before_it_takes_long(run: Run, text: str, said: str) -> None:
    Path("page.txt").write_text(text, encoding="utf-8")
    status, _, errors = run(
        "import", "page.txt", "--date", "2022-09-20", "--publication", "wanbao", "--page", "1"
    )
    assert (status, said in errors) == (2, True)
