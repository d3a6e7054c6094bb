"""Documents set aside by day, so that no more than one part of the index is ever held in memory."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.search.document import SearchDocument

OPEN_LINES = 2_000
"""Documents held before they are written out."""


def spool_documents(documents: Iterable[SearchDocument], folder: Path) -> Mapping[str, int]:
    """Append each document to the file of its day in ``folder``; return day -> number of characters."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes: Counter[str] = Counter()
    held: dict[str, list[str]] = {}
    for number, document in enumerate(documents, start=1):
        day = document.date.isoformat()
        sizes[day] += sum(map(len, document.texts()))
        held.setdefault(day, []).append(_to_line(document))
        if number % OPEN_LINES == 0:
            _write_out(held, folder)
    _write_out(held, folder)
    return sizes


def read_spool(folder: Path, days: Iterable[str]) -> Iterator[SearchDocument]:
    """Yield the documents of ``days`` in the order they were set aside in."""
    for day in days:
        with (folder / f"{day}.jsonl").open(encoding="ascii") as lines:
            yield from map(_from_line, lines)


def _write_out(held: dict[str, list[str]], folder: Path) -> None:
    for day, lines in held.items():
        with (folder / f"{day}.jsonl").open("a", encoding="ascii") as file:
            file.writelines(lines)
    held.clear()


def _to_line(document: SearchDocument) -> str:
    # ASCII only: a lone surrogate, which no file in UTF-8 can hold, comes back as it was.
    return json.dumps(dataclasses.asdict(document) | {"date": document.date.isoformat()}) + "\n"


def _from_line(line: str) -> SearchDocument:
    fields: dict[str, Any] = json.loads(line)
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(value)
    fields["date"] = dt.date.fromisoformat(fields["date"])
    return SearchDocument(**fields)
