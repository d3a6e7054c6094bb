"""The values of an article's front matter: the type of each key, read and refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from generator.characters import replace_unusable
from generator.identifiers import is_address, is_article_id, is_page_label, is_source_file, iso_date
from generator.model import KINDS, MOST_TERMS, WITHDRAWN, Jump, LineRanges, SourceRef


class WrongValueError(ValueError):
    """A value of the wrong type; ``args`` are the key, what was expected, and the value."""


def _text(key: str, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise WrongValueError(key, "text", value)
    return _usable(key, value.strip())


def _usable(key: str, text: str) -> str:
    """Return ``text``; an escape in YAML can make characters that have no place in any page, feed or catalogue."""
    if replace_unusable(text) != text:
        raise WrongValueError(key, "text without control characters", text)
    return text


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongValueError(key, "a list of texts", value)
    joined = "".join(value)
    if replace_unusable(joined) != joined:
        for item in value:
            _usable(key, item.strip())
    return tuple(stripped for item in value if (stripped := item.strip()))


def _terms(key: str, value: Any) -> tuple[str, ...]:
    texts = _texts(key, value)
    if len(texts) > MOST_TERMS:
        raise WrongValueError(key, f"a list of {MOST_TERMS:,} texts at most", f"{len(texts):,} texts")
    return texts


def _paragraphs(key: str, value: Any) -> tuple[str, ...]:
    return (_text(key, value),) if isinstance(value, str) and value.strip() else _texts(key, value or None)


def _boolean(key: str, value: Any) -> bool:
    if value not in ("true", "false", None):
        raise WrongValueError(key, "true or false", value)
    return bool(value == "true")


def _whole_number(key: str, value: Any) -> int | None:
    if value is None:
        return None
    if not isinstance(value, str) or not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise WrongValueError(key, "a whole number", value)
    return int(value)


def _share(key: str, value: Any) -> float:
    if not isinstance(value, str) or not re.fullmatch(r"0|1|[01]?\.\d+", value, re.ASCII) or float(value) > 1:
        raise WrongValueError(key, "a number from 0 to 1", value)
    return float(value)


def _date(key: str, value: Any) -> dt.date | None:
    if value is None:
        return None
    try:
        return iso_date(value)
    except (TypeError, ValueError):
        raise WrongValueError(key, "a date such as 2022-09-20", value) from None


def _one_of(*allowed: str) -> Callable[[str, Any], str]:
    def read(key: str, value: Any) -> str:
        if value not in allowed:
            raise WrongValueError(key, f"one of {', '.join(filter(None, allowed))}", value)
        return str(value)

    return read


def _id(key: str, value: Any) -> str:
    if not isinstance(value, str) or not is_article_id(value):
        raise WrongValueError(key, "an id such as wanbao/2022-09-20/p01/01", value)
    return value


def _ids(key: str, value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_id(key, item) for item in _texts(key, value)))


def _web_address(key: str, value: Any) -> str:
    text = _text(key, value)
    if text and not is_address(text):
        raise WrongValueError(key, "an address that begins with http:// or https://", value)
    return text


def _lines(key: str, value: Any) -> LineRanges:
    ranges: list[tuple[int, int]] = []
    for item in value if isinstance(value, list) else (None,):
        pair = item if isinstance(item, list) and len(item) == 2 else (None, None)
        if not all(isinstance(end, str) and re.fullmatch(r"[1-9]\d{0,8}", end, re.ASCII) for end in pair):
            raise WrongValueError(key, "pairs of line numbers such as [[1, 1], [6, 215]]", value)
        first, last = map(int, pair)
        if first > last or (ranges and first <= ranges[-1][1]):
            raise WrongValueError(key, "ranges of lines that ascend and do not overlap", value)
        ranges.append((first, last))
    return tuple(ranges)


def _source(key: str, value: Any) -> SourceRef | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise WrongValueError(key, "the keys file, lines and confidence", value)
    return SourceRef(
        file=_source_file(key, value.get("file")),
        lines=_lines(f"{key}.lines", value.get("lines", [])),
        confidence=_share(f"{key}.confidence", value.get("confidence", "1")),
        doubts=_texts(f"{key}.doubts", value.get("doubts")),
        also=_also(f"{key}.also", value.get("also")),
    )


def _also(key: str, value: Any) -> tuple[tuple[str, LineRanges], ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise WrongValueError(key, "a list of entries with file and lines", value)
    return tuple((_source_file(key, item.get("file")), _lines(key, item.get("lines", []))) for item in value)


def _source_file(key: str, value: Any) -> str:
    file = _text(f"{key}.file", value)
    if not is_source_file(file):
        raise WrongValueError(f"{key}.file", "the name of a file in the issue's folder source/", value)
    return file


def _jump(key: str, value: Any) -> Jump | None:
    """Read a jump; the other half's id alone is enough, as a person writes it."""
    if value is None or isinstance(value, str):
        return Jump(article=_id(key, value)) if value else None
    if not isinstance(value, dict):
        raise WrongValueError(key, "an id, or the keys page, stated, article and confidence", value)
    page = _text(f"{key}.page", value.get("page"))
    if page and not is_page_label(page):
        raise WrongValueError(f"{key}.page", "a page label such as 01 or A03", page)
    return Jump(
        page=page,
        stated=_text(f"{key}.stated", value.get("stated")),
        article=_id(f"{key}.article", value["article"]) if value.get("article") else "",
        confidence=_share(f"{key}.confidence", value.get("confidence", "1")),
    )


SCHEMA: dict[str, Callable[[str, Any], Any]] = {
    "id": _id,
    "kind": _one_of(*KINDS),
    "title": _text,
    "title_supplied": _boolean,
    "kicker": _text,
    "subtitle": _text,
    "lede": _paragraphs,
    "section": _text,
    "authors": _texts,
    "attribution": _text,
    "continues_on": _jump,
    "continued_from": _jump,
    "topics": _terms,
    "people": _terms,
    "organisations": _terms,
    "places": _terms,
    "order": _whole_number,
    "formerly": _ids,
    "modified": _date,
    "rights": _text,
    "status": lambda key, value: "" if value is None else _one_of(WITHDRAWN)(key, value),
    "url": _web_address,
    "source": _source,
}
"""How the value of each key is read: every reader takes the key and what YAML has there."""
