"""Bodies: what is text stays text, nothing runs, and what people write in Markdown is Markdown."""

from __future__ import annotations

import html
import re
import string
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.render import body as body_module
from generator.render import markdown_body
from generator.render.body import plain_paragraphs, render_body

MARKED = "\\`*_{}[]()<>#+-.!|~^&:;=\"'/?@$%, 0123456789aZ中文，。“”——　\u00a0"
texts = st.text(
    st.one_of(
        st.sampled_from(MARKED),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"),
    ),
    max_size=60,
)
raw_bodies = st.text(
    st.one_of(st.sampled_from(MARKED + "\n\n\n\t"), st.characters(codec="utf-8")), max_size=80
)


def escape(text: str) -> str:
    """A writer that puts a backslash before every ASCII punctuation mark."""
    return re.sub(rf"[{re.escape(string.punctuation)}]", r"\\\g<0>", text.strip())


class Shown(HTMLParser):
    """Collects the text of each block and every tag with its attributes."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("p", "h2"):
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.blocks:
            self.blocks[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came out: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration came out: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction came out: {data}")


@given(st.lists(texts.filter(lambda text: text.strip()), min_size=1, max_size=4))
@example(["&amp; &#60; &lt;b&gt;"])
@example(["1. 一", "- 二", "+ 三", "> 四", "# 五", "***", "=== ", "[x]: y"])
@example(["    四个空格", "a\\", "`", "klzzwxh:0001", "*[HTML]: x"])
def test_escaped_text_is_shown_as_it_is(paragraphs: list[str]) -> None:
    body = "\n\n".join(escape(text) for text in paragraphs)
    expected = [text.strip() for text in paragraphs]
    assert [block.strip() for block in Shown(render_body(body)).blocks] == expected
    assert list(plain_paragraphs(body)) == expected


@given(texts.filter(lambda text: text.strip()))
@example("第1条 #")
@example("#")
@example("a\\#")
def test_an_escaped_crosshead_is_shown_as_it_is(text: str) -> None:
    body = f"## {escape(text)}"
    shown = Shown(render_body(body))
    assert [tag for tag, _ in shown.tags] == ["h2"]
    assert shown.blocks[0].strip() == text.strip()
    assert plain_paragraphs(body) == (text.strip(),)


def through_markdown(body: str) -> tuple[str, tuple[str, ...]]:
    """What Python-Markdown makes of ``body``, without the short way."""
    return "\n".join(markdown_body.html_blocks(body)), markdown_body.plain_blocks(body)


@settings(max_examples=500)
@given(raw_bodies)
@example("## 小标题\n\n正文 & <b> `x` 5.5G")
@example("## 小标题 ##")
@example("## 小标题 #\\#")
@example("##  两个空格")
@example("5. 其他")
@example("5.5G")
@example("\\- 甲\n\n\\# 乙\n\n5\\. 丙")
def test_the_short_way_gives_the_same_bytes(body: str) -> None:
    assert (render_body(body), plain_paragraphs(body)) == through_markdown(body)


@given(st.lists(texts.map(escape).filter(bool), min_size=1, max_size=4).map("\n\n".join))
def test_the_short_way_gives_the_same_bytes_for_escaped_text(body: str) -> None:
    assert (render_body(body), plain_paragraphs(body)) == through_markdown(body)


def test_ordinary_newspaper_text_takes_the_short_way() -> None:
    body = "## 小标题\n\n　　5.5G 网络（10Gbps）\n\n据《报》称：“A&B”<1"
    assert body_module._plain_blocks(body.replace("　　", "")) is not None


ALLOWED = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("strong", "em", "a", "img", "span"),
}


@settings(max_examples=500)
@given(raw_bodies)
@example("<script>alert(1)</script>")
@example("<!-- --> <?x?> <![CDATA[x]]> <!doctype x>")
@example("[a](javascript:alert(1)) [b](JaVaScRiPt\\:x) [c](java\tscript:x) [d](javascript&colon;x)")
@example("[a]( \x01javascript:x) [b](<vbscript:x>) [c](data:text/html,x) [d](file:///x)")
@example("![a](http://x/y.png) ![b](//x/y) ![c](/\\x) ![d](data:image/svg+xml,x)")
@example("**[a](javascript:x)** ![*x*](javascript:y)")
def test_nothing_in_a_body_runs_or_loads_from_elsewhere(body: str) -> None:
    for tag, attributes in Shown(render_body(body)).tags:
        assert tag in ALLOWED
        assert set(attributes) <= {"href", "title", "src", "alt", "start"}
        target = re.sub(r"[\x00-\x20\x7f-\xa0]", "", attributes.get("href") or attributes.get("src") or "")
        scheme = re.match(r"([^/?#]*):", target)
        assert scheme is None or (tag == "a" and scheme[1].lower() in ("http", "https", "mailto"))
        assert tag != "img" or not target.startswith(("/", "\\"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**粗** *斜*", "<p><strong>粗</strong> <em>斜</em></p>"),
        (
            "[全文](https://example.org/?a=1&b=2)",
            '<p><a href="https://example.org/?a=1&amp;b=2">全文</a></p>',
        ),
        ("[上一篇](01.html)", '<p><a href="01.html">上一篇</a></p>'),
        ("![版图](../map.png)", '<p><img alt="版图" src="../map.png"></p>'),
        ("[x](javascript:y)", "<p><span>x (javascript:y)</span></p>"),
        ("3. 三\n4. 四", '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>'),
        ("# 大\n\n### 小\n\n##### 更小", "<h2>大</h2>\n<h3>小</h3>\n<h4>更小</h4>"),
        ("甲  \n乙", "<p>甲<br>\n乙</p>"),
        ("    <b>&amp;", "<p>&lt;b&gt;&amp;amp;</p>"),
        ("[x]: y\n\n[a][x]", "<p>[x]: y</p>\n<p>[a][x]</p>"),
        ("标题\n====", "<p>标题 ====</p>"),
        ("", ""),
    ],
)
def test_markdown_that_people_write(body: str, expected: str) -> None:
    assert render_body(body) == expected


def test_lines_of_a_paragraph_are_joined_as_their_script_is() -> None:
    body = "第一行\n第二行说：\n“算”English\nwords"
    assert plain_paragraphs(body) == ("第一行第二行说：“算”English words",)
    assert html.unescape(render_body(body)) == "<p>第一行第二行说：“算”English words</p>"


def test_lists_and_quotations_give_their_texts_in_order() -> None:
    assert plain_paragraphs("- 甲\n- **乙** 丙\n\n> 引文\n\n末段") == ("甲", "乙 丙", "引文", "末段")


@pytest.mark.parametrize("opened", ["[", "![", "[a](", "[a]([", '[a]("', "[[a](b)"])
def test_thousands_of_open_brackets_are_shown_as_they_are_and_take_no_time(opened: str) -> None:
    body = f"前段 & <b>\n*是*\n\n{opened * 20_000}"
    expected = ("前段 & <b> *是*", (opened * 20_000))
    assert plain_paragraphs(body) == expected
    assert tuple(block.strip() for block in Shown(render_body(body)).blocks) == expected


def test_a_list_of_a_thousand_links_is_still_one() -> None:
    body = "\n".join(f"- [第{n}版](p{n}/index.html)" for n in range(1000))
    assert render_body(body).count("<a href=") == 1000


@given(
    st.lists(st.sampled_from(["[", "]", "(", ")", "](", "![", "\\[", "字", "a b", "*", "\n"]), max_size=60)
)
def test_the_bound_counts_no_fewer_steps_for_more_of_the_same(pieces: list[str]) -> None:
    block = "".join(pieces)
    assert not body_module._takes_long(block)
    shown = body_module._as_written(block)
    assert "".join("".join(text for _, text in shown).split()) == "".join(block.split())
