"""What is fuzzed: for each door into the program, what may come in and what has to hold of it then.

The tests run each with few examples, ``python -m benchmarks.fuzz`` with as many as wanted. What a door refuses, it
refuses with a located message; anything else that is raised is a mistake of ours.
"""

from __future__ import annotations

import collections
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from generator.characters import replace_unusable
from generator.config import read_settings
from generator.content.article_file import format_article, parse_article
from generator.content.issue_file import read_issue_record
from generator.content.issue_writing import format_issue_record
from generator.errors import BackfileError
from generator.model import Line, SourcePage
from generator.render.body import plain_paragraphs, render_blocks
from generator.segmentation import take_apart
from generator.sources.encoding import decode
from generator.sources.json_lines import read_record
from generator.sources.page_text import clean_lines, refuse_sizes, split_pages
from generator.vocabulary_file import read_vocabulary
from tests.hostile.wording import texts

ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "gb18030",
    "big5hkscs",
    "cp1252",
    "latin-1",
    "euc-jp",
)
ALLOWED_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("strong", "em", "a", "img", "span"),
}
SCHEMES = ("http:", "https:", "mailto:")


@dataclass(frozen=True)
class Target:
    """A door: what comes in, and what has to hold."""

    name: str
    inputs: st.SearchStrategy[Any]
    holds: Callable[[Any], None]
    share: int
    """Of a hundred examples of the long run, how many are of this one."""


def located(refused: BackfileError) -> None:
    """A refusal names its file and says what to do."""
    assert refused.diagnostics
    for diagnostic in refused.diagnostics:
        assert diagnostic.file and diagnostic.message and diagnostic.code


def usable(text: str) -> None:
    """No control character, surrogate or noncharacter is in ``text``."""
    assert replace_unusable(text) == text


lines = st.lists(texts, max_size=12).map("\n".join)
received = st.builds(
    lambda text, encoding, cut: text.encode(encoding, "ignore")[: len(text) - cut or None],
    lines,
    st.sampled_from(ENCODINGS),
    st.integers(0, 2),
) | st.binary(max_size=60)


def source_holds(data: bytes) -> None:
    """Bytes give numbered lines of usable text, or are refused."""
    try:
        text = decode(data, "page.txt").text
        refuse_sizes(text, "page.txt")
    except BackfileError as refused:
        located(refused)
        return
    for page in split_pages(text):
        cleaned, _ = clean_lines(page, "page.txt")
        assert [line.number for line in cleaned] == [line.number for line in page]
        usable("".join(line.text for line in cleaned))


def page_holds(text: str) -> None:
    """Every line of a page is in exactly one of its stories, every character once."""
    page = tuple(Line(number, replace_unusable(line)) for number, line in enumerate(text.split("\n"), 1))
    stories = take_apart(SourcePage("source/page.txt", "01", page)).stories
    claimed = [n for story in stories for first, last in story.lines for n in range(first, last + 1)]
    assert len(set(claimed)) == len(claimed)
    assert {line.number for line in page if line.text.strip()} <= set(claimed)
    parts = [
        part
        for story in stories
        for part in (
            *((story.title,) if not story.title_supplied else ()),
            *(story.kicker, story.subtitle, *story.lede, story.attribution),
            *(paragraph.text for paragraph in story.paragraphs),
        )
    ]
    assert _characters("".join(parts)) == _characters("".join(line.text for line in page))


def _characters(text: str) -> collections.Counter[str]:
    # A hyphen at the end of a line may be the line's own.
    return collections.Counter(char for char in text if not char.isspace() and char != "-")


KEYS = (
    "title",
    "kicker",
    "lede",
    "section",
    "authors",
    "topics",
    "source",
    "order",
    "url",
    "formerly",
    "kind",
    "x",
    "<<",
)
_scalars = texts | st.sampled_from(
    ["null", "~", "007", "true", "1e3", "2022-09-20", "wanbao/2022-09-20/p01/01", ""]
)
_yaml_values = st.recursive(
    _scalars, lambda each: st.lists(each, max_size=3) | st.dictionaries(texts, each, max_size=3), max_leaves=6
)
_written = st.dictionaries(st.sampled_from(KEYS), _yaml_values, max_size=5).map(
    lambda values: yaml.safe_dump(values, allow_unicode=True)
)
_scribbled = st.lists(
    st.sampled_from(
        [
            *(f"{key}: " for key in KEYS),
            "&a ",
            "*a",
            "!!merge <<: ",
            "!!map ",
            "!x ",
            "[",
            "]",
            "{",
            "}",
            ", ",
        ]
    )
    | st.sampled_from(
        [
            "- ",
            "\n",
            "\n  ",
            "? ",
            ": ",
            "|\n",
            ">-\n ",
            '"',
            "'",
            "\\x00",
            "\\ud800",
            "#",
            "%YAML 1.1\n",
            "---\n",
        ]
    )
    | texts,
    max_size=12,
).map("".join)
front_matters = st.tuples(_written | _scribbled, texts)


def front_matter_holds(parts: tuple[str, str]) -> None:
    """An article file gives an article that is written and read again the same, or is refused."""
    head, body = parts
    text = f"---\nid: wanbao/2022-09-20/p01/01\n{head}\n---\n{body}\n"
    try:
        article = parse_article(text, "p01/01.md")
    except BackfileError as refused:
        located(refused)
        assert all(diagnostic.line for diagnostic in refused.diagnostics)
        return
    terms = article.terms
    for each in (
        article.title,
        article.kicker,
        *article.lede,
        article.section,
        *article.authors,
        *terms.topics,
    ):
        usable(each)
    usable(article.body)
    assert article.url == "" or article.url.startswith(("http://", "https://"))
    assert parse_article(format_article(article), "p01/01.md") == article


bodies = st.lists(
    st.sampled_from(
        [
            "[",
            "](",
            ")",
            "![",
            "*",
            "**",
            "_",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "    ",
            "# ",
            "\\",
            "`",
            "<",
            "&",
        ]
    )
    | texts,
    max_size=14,
).map("".join)


class _Tags(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED_TAGS
        for name, value in attrs:
            assert name in {"href", "title", "src", "alt", "start"}
            target = "".join(
                char for char in value or "" if char > " " and not "\x7f" <= char <= "\xa0"
            ).lower()
            if name in ("href", "src") and ":" in target.split("/")[0].split("?")[0].split("#")[0]:
                assert name == "href" and target.startswith(SCHEMES)
            assert name != "src" or not target.startswith(("/", "\\"))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came out: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def body_holds(body: str) -> None:
    """A body gives HTML of text, structure and harmless links, and the same text without them."""
    shown = _Tags("\n".join(render_blocks(body)))
    assert "".join(shown.text.split()) == "".join("".join(plain_paragraphs(body)).split())


_json_values = st.recursive(
    texts | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(texts, each, max_size=3),
    max_leaves=6,
)
_json_keys = st.sampled_from(
    [
        "title",
        "text",
        "paragraphs",
        "date",
        "page",
        "publication",
        "edition",
        "kicker",
        "lede",
        "authors",
        "topics",
        "url",
        "kind",
        "x",
    ]
)
_records = st.dictionaries(_json_keys, _json_values, max_size=6).map(json.dumps)
json_lines = st.lists(_records | texts | _json_values.map(json.dumps), max_size=3).map("\n".join)


def json_lines_hold(text: str) -> None:
    """JSON Lines give stories of usable text, or are refused with the lines that cannot be taken."""
    for number, line in enumerate(text.split("\n"), 1):
        try:
            record = read_record(line, "all.jsonl", number, [])
        except BackfileError as refused:
            located(refused)
            assert {diagnostic.line for diagnostic in refused.diagnostics} == {number}
            continue
        story = record.story
        paragraphs = [paragraph.text for paragraph in story.paragraphs]
        for each in (story.title, story.kicker, *story.lede, *story.authors, *record.topics, *paragraphs):
            usable(each)
        assert record.url == "" or record.url.startswith(("http://", "https://"))


_toml_texts = texts.map(lambda text: json.dumps(text.encode("utf-8", "ignore").decode(), ensure_ascii=False))
_toml_values = st.recursive(
    _toml_texts
    | st.sampled_from(
        ["1", "-1", "nan", "true", "2022-09-20", "1979-05-27T07:32:00Z", "'''x'''", "", "0x7f"]
    ),
    lambda each: (
        st.lists(each, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | each.map(lambda value: f"{{a = {value}}}")
    ),
    max_leaves=5,
)


def _toml(keys: tuple[str, ...], headers: tuple[str, ...]) -> st.SearchStrategy[str]:
    setting = st.builds("{} = {}\n".format, st.sampled_from(keys) | _toml_texts, _toml_values)
    return st.lists(setting | st.sampled_from([f"{each}\n" for each in headers]) | texts, max_size=8).map(
        "".join
    )


topics_tomls = _toml(
    ("name", "kind", "aliases", "broader", "narrower", "related", "stop"), ("[[term]]", "[term]", "[x]")
)
archive_tomls = _toml(
    (
        "title",
        "language",
        "base_url",
        "rights",
        "contact",
        "corrections",
        "index_notices",
        "term_page_from",
        "name",
    ),
    (
        "[publications.wanbao]",
        "[publications.con]",
        "[publications]",
        '[publications."../x"]',
        "[[publications]]",
    ),
)
issue_tomls = _toml(
    (
        "date",
        "edition",
        "number",
        "date_basis",
        "label",
        "name",
        "last_number",
        "file",
        "sha256",
        "pages",
        "superseded",
    ),
    ("[[pages]]", "[[sources]]", "[pages]"),
).map(lambda text: f"date = 2022-09-20\n{text}")


def _file_holds(name: str, read: Callable[[Path], Any]) -> Callable[[str], None]:
    def holds(text: str) -> None:
        """A file that people write gives what it says, or is refused with its name."""
        with tempfile.TemporaryDirectory() as folder:
            issue = Path(folder) / "wanbao" / "2022-09-20"
            issue.mkdir(parents=True)
            (issue / name).write_bytes(text.encode("utf-8", "surrogatepass"))
            try:
                read(issue)
            except BackfileError as refused:
                located(refused)

    return holds


def _issue_again(folder: Path) -> None:
    record = read_issue_record(folder)
    (folder / "issue.toml").write_bytes(
        format_issue_record(record, (folder / "issue.toml").read_text()).encode()
    )
    assert read_issue_record(folder) == record


TARGETS = (
    Target("source file", received, source_holds, 15),
    Target("page", lines, page_holds, 5),
    Target("front matter", front_matters, front_matter_holds, 20),
    Target("body", bodies, body_holds, 20),
    Target("JSON Lines", json_lines, json_lines_hold, 15),
    Target("topics.toml", topics_tomls, _file_holds("topics.toml", read_vocabulary), 10),
    Target("archive.toml", archive_tomls, _file_holds("archive.toml", read_settings), 10),
    Target("issue.toml", issue_tomls, _file_holds("issue.toml", _issue_again), 5),
)
