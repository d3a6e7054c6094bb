"""Every encoding that newspaper text comes in is told; what cannot be told is refused with what to do."""

from __future__ import annotations

import pytest

from generator.errors import BackfileError
from generator.sources.encoding import decode

SIMPLIFIED = "本报讯昨日，大桥建成通车，市民可步行过江。\n专家说，这是“第一座”跨江大桥。\n" * 3
TRADITIONAL = (
    "本報訊（記者 王一）昨日，大橋建成通車，市民可步行過江。\n專家說，這是「第一座」跨江大橋。\n" * 3
)

HONG_KONG = "本報訊 昨日，大嶼山邨舍落成，街坊話好多人嚟睇。佢哋好開心，專家說這是第一座石屎橋。\n" * 3
ENGLISH = "The bridge opened on Monday — “a fine day”, said the mayor of Orléans.\n" * 4


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "utf-16-le", "utf-16-le"),
        (HONG_KONG, "big5hkscs", "big5hkscs"),
        (HONG_KONG, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        ("plain English text\n", "ascii", "utf-8"),
    ],
)
def test_the_encoding_is_told(text: str, written: str, told: str) -> None:
    decoded = decode(text.encode(written), "page.txt")
    assert (decoded.text, decoded.encoding) == (text, told)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", ""])
def test_utf_16_without_a_mark_is_told_whatever_its_line_ends(encoding: str, line_end: str) -> None:
    text = SIMPLIFIED.replace("\n", line_end)
    decoded = decode(text.encode(encoding), "page.txt")
    assert decoded.text == SIMPLIFIED.replace("\n", "\n" if line_end else "")
    assert decoded.encoding == encoding


@pytest.mark.parametrize("bom", [b"\xff\xfe", b"\xfe\xff"])
def test_the_mark_of_utf_16_is_no_part_of_the_text(bom: bytes) -> None:
    encoding = "utf-16-le" if bom[0] == 0xFF else "utf-16-be"
    assert decode(bom + TRADITIONAL.encode(encoding), "page.txt").text == TRADITIONAL


def test_ideographic_blanks_and_form_feeds_stay() -> None:
    text = "\u3000\u3000大桥昨天通车。\r\n\f第二版\r\n"
    assert decode(text.encode("gb18030"), "page.txt").text == "\u3000\u3000大桥昨天通车。\n\f第二版\n"


def test_line_ends_of_other_systems_become_line_feeds() -> None:
    assert decode("一\r\n二\r三\n".encode(), "page.txt").text == "一\n二\n三\n"


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "source-empty", 0),
        (b" \n\t\r\n", "source-empty", 0),
        (b"%PDF-1.4\n\x00\x01\x02", "source-binary", 2),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "source-binary", 3),
        ("こんにちは、新聞です。これは例文です。\n".encode("euc-jp") * 5 + b"\xff\xff", "source-encoding", 1),
        ("Zürich\nGenève\n".encode("latin-1"), "source-encoding", 1),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str, line: int) -> None:
    with pytest.raises(BackfileError) as refused:
        decode(data, "page.txt")
    (diagnostic,) = refused.value.diagnostics
    assert (diagnostic.code, diagnostic.file, diagnostic.line) == (code, "page.txt", line)
    assert diagnostic.remedy
