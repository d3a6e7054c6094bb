"""Bytes to text: which encoding a source file is in, or a refusal that says what to do."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from generator.errors import error

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("gb18030", "big5")
_COMMON_ENOUGH = 0.8
_SURPLUS = 0.1
_SAMPLE = 20_000
"""Characters looked at to judge an encoding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source file as text, and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, file: str) -> Decoded:
    """Return ``data`` as text with line ends made ``\\n``.

    UTF-8 with and without BOM, UTF-16, GB18030 and Big5 are recognised. Raises ``BackfileError`` for an empty or
    binary file, and for one whose encoding cannot be told.
    """
    if not data.strip():
        raise error(
            "source-empty",
            "the file is empty.",
            file=file,
            remedy="Give the file that holds the page's text.",
        )
    encoding = _encoding(data, file)
    text = data.decode(encoding).removeprefix("\ufeff")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding.removesuffix("-sig"))


def _encoding(data: bytes, file: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom) and _decodes(data, encoding):
            return encoding
    without_bom = _utf16_without_bom(data)
    if without_bom:
        return without_bom
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise error(
            "source-binary",
            "the file is not text: it holds zero bytes.",
            file=file,
            line=line,
            remedy="Give the text of the page (.txt) or JSON Lines (.jsonl); of a PDF, take out its text first.",
        )
    if _decodes(data, "utf-8"):
        return "utf-8"
    shares = sorted(((_common_share(_decoded(data, each), each), each) for each in _LEGACY), reverse=True)
    if shares[0][0] >= _COMMON_ENOUGH and shares[0][0] - shares[1][0] >= _SURPLUS:
        return shares[0][1]
    raise error(
        "source-encoding",
        "the file is not UTF-8, and no other encoding gives readable text.",
        file=file,
        line=_first_bad_line(data),
        remedy="Convert it to UTF-8, for instance with: iconv -f ENCODING -t UTF-8.",
    )


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_without_bom(data: bytes) -> str:
    """Recognise UTF-16 by its line ends: in text, 0A 00 or 00 0A stand at even places and nowhere else."""
    if len(data) % 2 or b"\0" not in data:
        return ""
    for encoding, line_end in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        if any(data[at : at + 2] == line_end for at in range(0, min(len(data), 2 * _SAMPLE), 2)):
            text = _decoded(data, encoding)
            if "\0" not in text and max(_common_share(text, legacy) for legacy in _LEGACY) >= _COMMON_ENOUGH:
                return encoding
    return ""


def _decoded(data: bytes, encoding: str) -> str:
    """Return the beginning of ``data`` as text, nothing where any of it cannot be decoded."""
    try:
        return data.decode(encoding)[:_SAMPLE]
    except UnicodeDecodeError:
        return ""


def _common_share(text: str, encoding: str) -> float:
    """Return the share of the characters of ``text`` beyond ASCII that are in everyday use in ``encoding``.

    The first planes of GB 2312 (rows 16 to 55) and of Big5 (A440 to C67E) hold the characters that newspapers
    use, with the punctuation before them; text decoded with the wrong one of the two falls outside.
    """
    marks = [char for char in text if char > "\x7f" and not char.isspace()]
    return sum(_is_common(char, encoding) for char in marks) / len(marks) if marks else float(bool(text))


def _is_common(char: str, encoding: str) -> bool:
    code = char.encode(encoding, "ignore")
    if len(code) != 2:
        return False
    if encoding == "big5":
        value = int.from_bytes(code, "big")
        return 0xA140 <= value <= 0xA3BF or 0xA440 <= value <= 0xC67E
    return code[1] >= 0xA1 and (0xA1 <= code[0] <= 0xA3 or 0xB0 <= code[0] <= 0xD7)


def _first_bad_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return data[: problem.start].count(b"\n") + 1
    return 0
