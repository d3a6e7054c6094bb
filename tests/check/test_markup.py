"""Pages are read as Python's own parser of HTML reads them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.markup import read_markup

_NOT_SHOWN = ("script", "style", "template", "title")
_TEXT = st.text("ab<>&;= \"'/!-渡é\n", max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
_QUOTED = _TEXT.map(lambda text: text.replace('"', "&quot;"))


class _Parser(HTMLParser):
    """What ``html.parser`` makes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.story: list[str] = []
        self.ids: set[str] = set()
        self.links: list[tuple[str, int]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids |= {values["id"]} if values.get("id") else set()
        if tag == "a" and (link := values.get("href")):
            self.links.append((link, self.getpos()[0]))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.reverse()
            self._open.remove(tag)
            self._open.reverse()

    def handle_data(self, data: str) -> None:
        if not any(tag in _NOT_SHOWN for tag in self._open):
            self.texts.append(data)
            if "article" in self._open:
                self.story.append(data)


def _same(html: str) -> None:
    read, parsed = read_markup(html), _Parser(html)
    assert "".join(read.text.split()) == "".join("".join(parsed.texts).split())
    assert "".join(read.story.split()) == "".join("".join(parsed.story).split())
    assert read.ids == parsed.ids
    followed = [(link.address, html.count("\n", 0, link.at) + 1) for link in read.links if link.followed]
    assert followed == parsed.links


@st.composite
def _pages(draw: st.DrawFn) -> str:
    """Draw elements within elements, as a template could write them."""
    if draw(st.integers(0, 3)) == 0:
        return draw(_TEXT)
    tag = draw(st.sampled_from(["p", "a", "article", "DIV", "b", "script", "style", "title", "template"]))
    attributes = draw(
        st.sampled_from(["", ' id="{}"', " href='x' id = \"{}\"", ' href="{}"\n', " hidden id=x1 href=y/z"])
    )
    start = f"<{tag}{attributes.format(draw(_QUOTED))}>"
    raw = tag in ("script", "style", "title")
    inner = draw(_TEXT) if raw else "".join(draw(st.lists(_pages(), max_size=3)))
    comment = draw(st.sampled_from(["", "<!-- <p id='no'> -->", "<!doctype html>", "<br>", "<img src=a/>"]))
    return f"{start}{inner}</{tag}>{comment}"


@given(_pages())
@settings(max_examples=200, deadline=None)
def test_pages_read_alike(html: str) -> None:
    """Texts, the story, ids, and links with their lines."""
    _same(html)


def test_a_built_site_reads_alike(built: Path) -> None:
    """So are all pages of a site."""
    pages = sorted(built.glob("site/**/*.html"))
    for page in pages:
        _same(page.read_text(encoding="utf-8"))
    assert len(pages) > 10


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a < b > c", "a<b>c"),
        ("<p>5 <6</p>", "5<6"),
        ("<script>if (a</b>/.test(c)) '<p>'</script>x", "x"),
        ("x<!-- open", "x<!--open"),
        ('<a href="never closed>y', '<ahref="neverclosed>y'),
    ],
)
def test_what_is_no_markup_is_text(html: str, text: str) -> None:
    """Nothing that a broken page shows is passed over."""
    assert "".join(read_markup(html).text.split()) == text
