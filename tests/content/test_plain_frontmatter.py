"""Front matter read without a YAML parser has the values that YAML gives it, or is left to YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content import frontmatter, frontmatter_writing
from generator.content.plain_frontmatter import read_plain
from generator.errors import BackfileError
from tests.conftest import CONTENT

PIECES = (
    *("title", "lede", "source", "null", "~", "x", "07", "数据", "要素", "新港：", "“", "（", "𠮷", "、"),
    *(
        ": ",
        ":",
        "\n",
        "\n\n",
        "\n  ",
        "\n- ",
        "\n  - ",
        " ",
        "  ",
        ", ",
        ",",
        "[",
        "]",
        "[]",
        "[[1, 2], [3, 4]]",
        "[1]",
    ),
    *(
        "'",
        "''",
        '"',
        "#",
        " #",
        "-",
        "- ",
        "---",
        "...",
        "?",
        "? ",
        "!",
        "!!str ",
        "&a ",
        "*a",
        "%",
        "@",
        "`",
        "|",
        ">",
        "<<",
    ),
    *(
        "{",
        "}",
        "\\",
        "\t",
        "\r",
        "\u2028",
        "\x85",
        "\xa0",
        "\u3000",
        "\ufeff",
        "\ufffe",
        "\x07",
        "\ud800",
        "=",
        "~\n",
    ),
)
KEYS = st.sampled_from(["title", "lede", "source", "topics", "null", "y"])
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
VALUES = st.one_of(
    st.none(),
    TEXTS,
    st.lists(TEXTS, max_size=4),
    st.lists(TEXTS, max_size=4).map(frontmatter_writing.flow),
    st.just(frontmatter_writing.flow([[1, 2], [3, 40]])),
)


def by_yaml(head: str) -> dict[str, Any] | None:
    with mock.patch.object(frontmatter, "read_plain", lambda _: None):
        try:
            return frontmatter.load(head, "a.md")
        except BackfileError:
            return None


@given(st.dictionaries(KEYS, st.one_of(VALUES, st.dictionaries(KEYS, VALUES, max_size=3)), max_size=4))
def test_what_is_written_is_read_as_yaml_reads_it(values: dict[str, Any]) -> None:
    head = frontmatter_writing.dump(values)
    plain = read_plain(head)
    assert plain is None or plain == by_yaml(head)


@given(TEXTS)
@example("lede:\n- x\n  more\n")
@example("title: x\n  more\n")
@example("title: x\ntitle: x\n")
@example("source:\n  lede:\n  - x\n- x\n")
@example("title: [x, null, 数据 要素, a'b]\n")
@example("title: null\nlede:\nsource: 'null'\n")
@example("title: x:y\n")
@example("title: [x:y]\n")
@example("title: x \n")
@example("title: ''''\n")
def test_what_a_person_may_write_is_read_as_yaml_reads_it_or_left_to_it(head: str) -> None:
    for text in (head, f"title: {head}\n", f"title: [{head}]\n", f"title: '{head}'\n", f"lede:\n- {head}\n"):
        plain = read_plain(text)
        assert plain is None or plain == by_yaml(text)


@pytest.mark.parametrize("file", sorted(CONTENT.rglob("p*/*.md")), ids=lambda file: file.stem)
def test_what_import_writes_needs_no_parser(file: Path) -> None:
    head, _ = frontmatter.split(file.read_text(encoding="utf-8"), str(file))
    assert read_plain(head) == by_yaml(head) is not None
