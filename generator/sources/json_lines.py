"""JSON Lines (.jsonl): one article a line -> records with their issue, page and story."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.characters import odd_characters, replace_unusable
from generator.errors import BackfileError, Diagnostic, error
from generator.identifiers import edition_slug, is_address, iso_date, page_label, publication_slug
from generator.model import KINDS, MOST_TERMS, Kind, Paragraph, Story
from generator.sources.page_text import odd_line

LONGEST_LINE = 4_000_000
"""Characters of a line: an article with all that a delivery tells of it."""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One line of a JSON Lines file: an article that needs no taking apart."""

    raw: str
    """The line as received, without its line end."""
    date: dt.date | None
    publication: str
    edition: str
    label: str
    story: Story
    """With ``lines`` still empty: its line is known once the issue's lines are together."""
    topics: tuple[str, ...]
    url: str
    unread: tuple[str, ...] = ()
    """The keys of the line that import does not know."""


class WrongValueError(ValueError):
    """``args``: the key, and what was expected of it."""


def read_record(raw: str, file: str, number: int, warnings: list[Diagnostic]) -> ArticleRecord:
    """Return the article of the line ``raw``, which is ``number`` in ``file``; odd characters go to ``warnings``.

    Raises ``BackfileError`` for a line that cannot be used.
    """
    if len(raw) > LONGEST_LINE:
        what = f"the line has {len(raw):,} characters; one has at most {LONGEST_LINE:,}"
        raise _refused(what, file, number)
    try:
        values = json.loads(raw, object_pairs_hook=_unrepeated)
        odd = odd_characters("".join(_strings(values)))
        record = _read(raw, values)
    except json.JSONDecodeError as problem:
        what = f"the line is not JSON: {problem.msg}, column {problem.colno}"
        raise _refused(what, file, number) from problem
    except RecursionError as problem:
        raise _refused("the line is nested too deeply", file, number) from problem
    except WrongValueError as wrong:
        raise _refused(f"{wrong.args[0]} must be {wrong.args[1]}", file, number) from wrong
    except ValueError as problem:  # a number too long for Python to take
        raise _refused(f"the line cannot be read: {problem}", file, number) from problem
    except BackfileError as refused:
        raise BackfileError(
            [Diagnostic("error", d.code, d.message, file, number, d.remedy) for d in refused.diagnostics]
        ) from refused
    if odd:
        warnings.append(odd_line(odd, file, number))
    return record


def states_topics(raw: str) -> tuple[str, ...]:
    """Return the topics that a line of a JSON Lines file states; none for a line that is no article."""
    try:
        return _read(raw, json.loads(raw)).topics
    except (ValueError, RecursionError, BackfileError):
        return ()


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; JSON leaves open which value a repeated key has, and the text of the other would be lost."""
    values = dict(pairs)
    if len(values) < len(pairs):
        repeated = next(key for place, (key, _) in enumerate(pairs) if key in dict(pairs[:place]))
        raise WrongValueError(repeated[:40], "there once")
    return values


def _strings(value: object) -> Iterator[str]:
    """Yield every text in what a line holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def _refused(what: str, file: str, line: int) -> BackfileError:
    return error(
        "json-lines",
        f"{what}.",
        file=file,
        line=line,
        remedy="Correct the line; nothing of the file has been imported.",
    )


def _read(raw: str, values: Any) -> ArticleRecord:
    if not isinstance(values, dict):
        raise WrongValueError("the line", "an object with the keys of one article")
    unread = tuple(key for key in values if key not in _READERS)
    for key, read in _READERS.items():
        values[key] = read(key, values.get(key))
    if values["paragraphs"] and values["text"]:
        raise WrongValueError("text", "left out where there are paragraphs")
    paragraphs = values["paragraphs"] or tuple(filter(None, map(str.strip, values["text"].split("\n"))))
    title: str = values["title"]
    if not title and not paragraphs:
        raise WrongValueError("title", "given where there is no text")
    kind: Kind = values["kind"]
    return ArticleRecord(
        raw=raw,
        date=values["date"],
        publication=values["publication"] and publication_slug(values["publication"]),
        edition=values["edition"] and edition_slug(values["edition"]),
        label=values["page"],
        story=Story(
            kind=kind,
            lines=(),
            paragraphs=tuple(
                Paragraph(text.removeprefix("## ").strip(), text.startswith("## ")) for text in paragraphs
            ),
            title=title,
            **{
                key: values[key]
                for key in ("kicker", "subtitle", "lede", "section", "authors", "attribution")
            },
        ),
        topics=values["topics"],
        url=values["url"],
        unread=unread,
    )


def _text(key: str, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise WrongValueError(key, "text")
    return replace_unusable(value).strip()


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list):
        raise WrongValueError(key, "a list of texts")
    return tuple(filter(None, (_text(key, item) for item in items)))


def _terms(key: str, value: Any) -> tuple[str, ...]:
    texts = _texts(key, value)
    if len(texts) > MOST_TERMS:
        raise WrongValueError(key, f"a list of {MOST_TERMS:,} texts at most")
    return texts


def _date(key: str, value: Any) -> dt.date | None:
    try:
        return None if value is None else iso_date(value)
    except (TypeError, ValueError):
        raise WrongValueError(key, "a date such as 2022-09-20") from None


def _label(key: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise WrongValueError(key, "a page label such as 1 or A03")
    return page_label(str(value))


def _kind(key: str, value: Any) -> Kind:
    for kind in KINDS:
        if value == kind:
            return kind
    if value is None:
        return "article"
    raise WrongValueError(key, f"one of {', '.join(KINDS)}")


def _web_address(key: str, value: Any) -> str:
    text = _text(key, value)
    if text and not is_address(text):
        raise WrongValueError(key, "an address that begins with http:// or https://")
    return text


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "date": _date,
    "publication": _text,
    "edition": _text,
    "page": _label,
    "title": _text,
    "kicker": _text,
    "subtitle": _text,
    "lede": _texts,
    "paragraphs": _texts,
    "text": _text,
    "section": _text,
    "authors": _texts,
    "attribution": _text,
    "topics": _terms,
    "kind": _kind,
    "url": _web_address,
}
