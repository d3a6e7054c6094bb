"""From the source file to content/: no line and no character is lost or doubled, whatever the page."""

from __future__ import annotations

import collections
import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import check_archive
from generator.content.reading import read_issue
from generator.pipeline.importing import import_sources
from generator.pipeline.settling import ImportRequest
from generator.render import plain_paragraphs

_COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产"
_han = st.text(st.sampled_from(_COMMON), min_size=1, max_size=30)
_TELLING = (
    "综合",
    "据新华社北京9月19日电",
    "■要闻",
    "第三版",
    "（下转第四版）",
    "遗失身份证一张，声明作废。",
    "本报记者",
)
_TRYING = (
    "Web-",
    "face 10Gbps",
    "# 井",
    "* 星_号_ [x](y) `z` \\",
    "1. 一",
    "- 二",
    "<b>&amp;</b>",
    "{{ x }}",
)
_any = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
_lines = st.one_of(
    st.just(""),
    _han,
    _han.map(lambda text: f"　　{text}。"),
    st.sampled_from(_TELLING + _TRYING),
    st.text(_any, max_size=20),
)
pages = st.lists(_lines, min_size=1, max_size=40).filter(lambda lines: any(line.strip() for line in lines))


def characters(text: str) -> collections.Counter[str]:
    # A hyphen at the end of a line may be the line's own.
    return collections.Counter(char for char in text if not char.isspace() and char != "-")


@settings(max_examples=60)
@given(pages)
def test_every_line_and_every_character_is_in_one_file(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.txt"
        source.write_text(text, encoding="utf-8", newline="")
        content = Path(folder) / "content"
        import_sources(ImportRequest((source,), content, "wanbao", dt.date(2022, 9, 20), page="01"))
        assert check_archive(content, Path(folder) / "site").findings == ()
        found: collections.Counter[str] = collections.Counter()
        for article in read_issue(content / "wanbao/2022-09-20").articles:
            # A supplied title repeats the text; all else is the page's own.
            title = "" if article.title_supplied else article.title
            parts = (title, article.kicker, article.subtitle, article.attribution, *article.lede)
            found += characters("".join((*parts, *plain_paragraphs(article.body))))
    assert found == characters(text)
