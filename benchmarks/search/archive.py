"""JSON Lines of articles -> documents of an archive of any size."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.kept_terms import read_or_find_terms
from generator.model import Terms
from generator.search import SearchDocument


def read_documents(source: Path, kept: Path) -> list[SearchDocument]:
    """Read the articles of ``source`` (JSON Lines, or such in xz), by date, each with its topics and names.

    A line has ``date``, ``title`` and ``paragraphs``, and may have ``page`` and ``no``. Finding the terms takes
    minutes for some ten thousand articles: they are kept in the folder ``kept`` for the next time.
    """
    raw = source.read_bytes()
    text = (lzma.decompress(raw) if source.suffix == ".xz" else raw).decode()
    items: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()]
    terms = read_or_find_terms(items, kept)
    made = [
        _document(item, found, number) for number, (item, found) in enumerate(zip(items, terms, strict=True))
    ]
    return sorted(made, key=lambda document: (document.date, document.id))


def resize(documents: list[SearchDocument], count: int) -> Iterator[SearchDocument]:
    """Yield ``count`` documents: evenly drawn from ``documents``, or all of them again and again, years apart."""
    return (resized(documents, count, number) for number in range(count))


def resized(documents: list[SearchDocument], count: int, number: int) -> SearchDocument:
    """Return one of the documents that ``resize`` yields, by its place among them."""
    if count <= len(documents):
        return documents[number * len(documents) // count]
    again, i = divmod(number, len(documents))
    document = documents[i]
    years = (documents[-1].date.year - documents[0].date.year) * again
    # 28 years have the same days of the week; the 29th of February needs a leap year, or becomes the 28th.
    return dataclasses.replace(
        document,
        id=f"{document.id}-{again}",
        url=f"{document.id}-{again}.html",
        date=_years_earlier(document.date, years),
    )


def _years_earlier(date: dt.date, years: int) -> dt.date:
    try:
        return date.replace(year=date.year - years)
    except ValueError:
        return date.replace(year=date.year - years, day=28)


def _document(item: dict[str, Any], terms: Terms, number: int) -> SearchDocument:
    name = f"daily/{item['date']}/p{item.get('page', 1):02}/{item.get('no', number):02}"
    return SearchDocument(
        id=name,
        url=f"{name}.html",
        title=item.get("title") or "",
        date=dt.date.fromisoformat(item["date"]),
        publication="daily",
        publication_name="Daily",
        kind="article",
        paragraphs=tuple(text.removeprefix("## ") for text in item["paragraphs"]),
        topics=terms.topics,
        people=terms.people,
        organisations=terms.organisations,
        places=terms.places,
    )
