"""Bytes to text: which encoding a source file is in, or a refusal that says what to do."""

from __future__ import annotations

import codecs
import functools
import unicodedata
from dataclasses import dataclass

import opencc

from generator.errors import error

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = (("gb18030",), ("big5", "big5hkscs"), ("utf-16-le",), ("utf-16-be",))
"""Encodings without a mark of their own; of a family the first that knows all of the file's characters."""
_COMMON_ENOUGH = 0.66
"""Share of everyday characters: a page set in Cantonese throughout has 0.72, euc-jp taken for Big5 has 0.63."""
_SURPLUS = 0.1
_SAMPLE = 20_000
"""Characters looked at to judge an encoding."""
_WESTERN = "cp1252"
_MOSTLY_ASCII = 0.92
_TEXT = frozenset(["Ll", "Lu", "Pd", "Pi", "Pf", "Po", "Sc", "Zs"])
"""Unicode categories of letters, marks of punctuation, currencies and the blank."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source file as text, and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, file: str) -> Decoded:
    """Return ``data`` as text with line ends made ``\\n``.

    UTF-8 and UTF-16 with and without BOM, GB18030, Big5 (with the Hong Kong supplement) and, for Western
    text that is ASCII but for a few characters, Windows-1252 are recognised. Raises ``BackfileError`` for an empty or
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
    if b"\0" not in data and _decodes(data, "utf-8"):
        return "utf-8"
    readings = (_readable(data, family) for family in _CANDIDATES)
    shares = sorted(((_common_share(text), encoding) for encoding, text in readings), reverse=True)
    if shares[0][0] >= _COMMON_ENOUGH and shares[0][0] - shares[1][0] >= _SURPLUS:
        return shares[0][1]
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise error(
            "source-binary",
            "the file is not text: it holds zero bytes.",
            file=file,
            line=line,
            remedy="Give the text of the page (.txt) or JSON Lines (.jsonl); of a PDF, take out its text first.",
        )
    if _is_western(data):
        return _WESTERN
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


def _readable(data: bytes, family: tuple[str, ...]) -> tuple[str, str]:
    """Return the first encoding of ``family`` that decodes ``data``, and its beginning: empty where none does."""
    for encoding in family:
        try:
            return encoding, data.decode(encoding)[:_SAMPLE]
        except UnicodeDecodeError:
            continue
    return family[0], ""


def _common_share(text: str) -> float:
    """Return the share of the characters of ``text`` beyond ASCII that newspapers use every day.

    Those are full-width punctuation and the first plane of GB 2312 (rows 16 to 55, the characters in common use),
    in their traditional forms too; text decoded wrongly falls outside.
    """
    if "\0" in text:
        return 0.0
    marks = [char for char in text if char > "\x7f" and not char.isspace()]
    return sum(map(_is_common, marks)) / len(marks) if marks else float(bool(text))


@functools.lru_cache(maxsize=16384)
def _is_common(char: str) -> bool:
    if "\u3001" <= char <= "\u3011" or "\uff01" <= char <= "\uff5e" or char in "“”‘’—–…·":
        return True
    code = _simplifier().convert(char).encode("gb2312", "ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


@functools.cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _is_western(data: bytes) -> bool:
    """Tell whether ``data`` is ASCII but for a few letters and typographic marks of Western European text."""
    beyond = [byte for byte in data[:_SAMPLE] if byte > 0x7F]
    if len(beyond) > (1 - _MOSTLY_ASCII) * min(len(data), _SAMPLE) or not _decodes(data, _WESTERN):
        return False
    return all(unicodedata.category(char) in _TEXT for char in set(bytes(beyond).decode(_WESTERN)))


def _first_bad_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return data[: problem.start].count(b"\n") + 1
    return 0
