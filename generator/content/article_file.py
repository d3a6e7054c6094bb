"""An Article and its Markdown file: the schema of the front matter, written and read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from generator.characters import odd_characters, replace_unusable
from generator.content import frontmatter
from generator.errors import BackfileError, Diagnostic, raise_all
from generator.identifiers import is_article_id, is_page_label, iso_date
from generator.model import KINDS, TERM_KINDS, WITHDRAWN, Article, Jump, LineRanges, SourceRef, Terms

_STATUSES = (WITHDRAWN,)


class WrongValueError(ValueError):
    """A value of the wrong type; ``args`` are the key, what was expected, and the value."""


def format_article(article: Article) -> str:
    """Return the text of the article's file: front matter, a blank line, the body."""
    values = {key: value for key, value in _values(article).items() if value or _is_kept_empty(key, article)}
    values.update(article.extra)
    if article.source:
        values["source"] = {
            "file": article.source.file,
            "lines": frontmatter.flow(article.source.lines),
            "confidence": article.source.confidence,
            **({"doubts": list(article.source.doubts)} if article.source.doubts else {}),
            **({"also": _also_values(article.source)} if article.source.also else {}),
        }
    body = f"\n{article.body}\n" if article.body else ""
    return f"---\n{frontmatter.dump(values)}---\n{body}"


def _values(article: Article) -> dict[str, Any]:
    """Return every key but ``source`` in the order of the file."""
    return {
        "id": article.id,
        "kind": article.kind,
        "title": article.title or None,
        "title_supplied": article.title_supplied,
        "kicker": article.kicker or None,
        "subtitle": article.subtitle or None,
        "lede": list(article.lede),
        "section": article.section,
        "authors": frontmatter.flow(article.authors),
        "attribution": article.attribution,
        "continues_on": write_jump(article.continues_on),
        "continued_from": write_jump(article.continued_from),
        **{key: frontmatter.flow(getattr(article.terms, key)) for key in TERM_KINDS},
        "order": article.order,
        "formerly": frontmatter.flow(article.formerly),
        "modified": article.modified,
        "rights": article.rights,
        "status": article.status,
        "url": article.url,
    }


def _is_kept_empty(key: str, article: Article) -> bool:
    """Tell whether ``key`` is written without a value: a person who corrects an article then finds it there."""
    return (
        key == "title"
        or (article.kind == "article" and key in ("kicker", "subtitle", "authors", *TERM_KINDS))
        or (key == "order" and article.order is not None)
    )


def amend_article(text: str, before: Article, after: Article) -> str:
    """Return the ``text`` of the article ``before`` with what differs in ``after``; all else stays as it was written.

    So a person's comments, order of keys and ways of quoting outlive an import.
    """
    head, body = frontmatter.split(text.replace("\r\n", "\n"), after.id)
    old, new = (frontmatter.split(format_article(each), after.id)[0] for each in (before, after))
    head = frontmatter.amend(head, frontmatter.load(old, after.id), frontmatter.load(new, after.id), new)
    if after.body != before.body:
        body = f"\n{after.body}\n" if after.body else ""
    return f"---\n{head}---\n{body}"


def parse_article(text: str, file: str, place: str = "") -> Article:
    """Return the article of a file's text; ``file`` is the name that messages give.

    ``place`` is the id that the file's place gives, for one that does not say its own: a person who begins a file
    need write no more than a title and text.

    Raises ``BackfileError`` with one located diagnostic for each wrong value.
    """
    text = text.replace("\r\n", "\n")
    _refuse_unusable(text, file)
    head, body = frontmatter.split(text, file)
    values = frontmatter.load(head, file)
    problems: list[Diagnostic] = []
    fields: dict[str, Any] = {}
    for key, read in _SCHEMA.items():
        if key in values:
            try:
                fields[key] = read(key, values.pop(key))
            except WrongValueError as wrong:
                problems.append(_located(wrong, head, file))
    if place:
        fields.setdefault("id", place)
    if "id" not in fields and not any(problem.message.startswith("id ") for problem in problems):
        remedy = "Add a line such as `id: wanbao/2022-09-20/p01/01`."
        problems.append(Diagnostic("error", "front-matter-type", "id is missing.", file, 1, remedy))
    if problems:
        raise BackfileError(problems)
    fields.setdefault("kind", "article")
    terms = Terms(**{key: fields.pop(key) for key in TERM_KINDS if key in fields})
    fields.setdefault("title", "")
    return Article(**fields, terms=terms, extra=values, body=body.strip("\n"))


def _refuse_unusable(text: str, file: str) -> None:
    """Raise ``BackfileError`` with each line of ``text`` that holds characters for which no page has a place."""
    if replace_unusable(text) == text:
        return
    raise_all(
        Diagnostic(
            "error",
            "content-characters",
            f"the line holds characters that are no text ({', '.join(odd_characters(line)[:8])}).",
            file,
            number,
            "Compare the line with its source, and take them out.",
        )
        for number, line in enumerate(text.split("\n"), 1)
        if replace_unusable(line) != line
    )


def _located(wrong: WrongValueError, head: str, file: str) -> Diagnostic:
    key, expected, value = wrong.args
    shown = "" if value is None else f"; it is {_shown(value)}"
    return Diagnostic(
        "error",
        "front-matter-type",
        f"{key} must be {expected}{shown}.",
        file,
        frontmatter.line_of_key(head, key),
        "Correct the value; the form of every key is described in the content format.",
    )


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


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
    return tuple(_usable(key, item.strip()) for item in value if item.strip())


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
    return tuple(_id(key, item) for item in _texts(key, value))


def _web_address(key: str, value: Any) -> str:
    text = _text(key, value)
    if text and not re.fullmatch(r"https?://[^\s<>\"]+", text):
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


def _also_values(source: SourceRef) -> list[dict[str, Any]]:
    return [{"file": file, "lines": frontmatter.flow(lines)} for file, lines in source.also]


def _also(key: str, value: Any) -> tuple[tuple[str, LineRanges], ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise WrongValueError(key, "a list of entries with file and lines", value)
    return tuple((_source_file(key, item.get("file")), _lines(key, item.get("lines", []))) for item in value)


def _source_file(key: str, value: Any) -> str:
    file = _text(f"{key}.file", value)
    if not re.fullmatch(r"source/[^/\\\x00-\x1f]+", file) or file in ("source/.", "source/.."):
        raise WrongValueError(f"{key}.file", "the name of a file in the issue's folder source/", value)
    return file


def write_jump(jump: Jump | None) -> dict[str, Any] | None:
    """Return the value of ``continues_on`` or ``continued_from``: the keys that are known."""
    if jump is None:
        return None
    values = {"page": jump.page, "stated": jump.stated, "article": jump.article}
    known: dict[str, Any] = {key: value for key, value in values.items() if value}
    return known | ({"confidence": jump.confidence} if jump.article and jump.confidence < 1 else {})


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


_SCHEMA: dict[str, Callable[[str, Any], Any]] = {
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
    "topics": _texts,
    "people": _texts,
    "organisations": _texts,
    "places": _texts,
    "order": _whole_number,
    "formerly": _ids,
    "modified": _date,
    "rights": _text,
    "status": lambda key, value: "" if value is None else _one_of(*_STATUSES)(key, value),
    "url": _web_address,
    "source": _source,
}
