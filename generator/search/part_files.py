"""The files of one part: what a search asks of its rows, what it shows of them, and what it counts.

Beside Pagefind's files (which answer: which rows, at which positions) a part holds ``rows`` (date, publication,
section, kind, lengths, and which index file has which words), a file for each kind of topics and names, ``text/``
(the texts themselves, a few documents a file), and ``forms/`` (capitals, traditional characters).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from generator.search.cache import WORDS
from generator.search.chunks import number_chunks
from generator.search.cuts import KeptCuts
from generator.search.document import SearchDocument
from generator.search.engine import run_engine
from generator.search.forms import FOLDER as FORMS
from generator.search.forms import write_forms
from generator.search.packing import SUFFIX, to_json, write_pack
from generator.search.tokens import GAP, write_tokens

BLOCK_CHARACTERS = 2_000
"""Text in one file of ``text/``: some three kilobytes, compressed. Ten hits load ten of them."""
TERM_FACETS = ("topic", "person", "organisation", "place", "attribution")


def write_part(documents: Sequence[SearchDocument], folder: Path, cuts: Path) -> None:
    """Write the files of the part that has ``documents``, by date, into ``folder``.

    ``cuts`` is the folder that keeps the words of each day. Raises BackfileError when Pagefind fails.
    """
    zone_ends: list[tuple[int, ...]] = []
    forms: list[tuple[tuple[str, int], ...]] = []
    counts: Counter[str] = Counter()

    def texts() -> Iterator[str]:
        for day, of_day in groupby(documents, key=lambda document: document.date):
            kept = KeptCuts(cuts / f"{day}.json")
            for document in of_day:
                written = write_tokens(document, kept.words_of, kept.phrases_of)
                zone_ends.append(written.zone_ends)
                forms.append(written.forms)
                counts.update({word for text in document.texts() for word in kept.words_of(text)})
                # Pagefind leaves out a document without a word, and the rows after it would be off by one.
                yield written.text if zone_ends[-1][-1] else GAP
            kept.save()

    first_words, chunks = number_chunks(run_engine(texts())) if documents else ([], {})
    folder.mkdir(parents=True)
    _write_files(chunks, folder)
    (folder / WORDS).write_bytes(to_json(dict(sorted(counts.items()))))
    blocks = list(_blocks(documents))
    for number, (_, block) in enumerate(blocks):
        write_pack(folder / "text" / f"{number}{SUFFIX}", [_shown(d) for d in block])
    rows = _rows(documents, zone_ends, [first for first, _ in blocks])
    rows["forms"] = write_forms(forms, folder / FORMS)
    write_pack(folder / f"rows{SUFFIX}", {"words": first_words, **rows})
    for facet in TERM_FACETS:
        terms = _terms([_facet_values(d, facet) for d in documents])
        if terms["values"]:
            write_pack(folder / f"{facet}{SUFFIX}", terms)


def _blocks(documents: Sequence[SearchDocument]) -> Iterator[tuple[int, Sequence[SearchDocument]]]:
    """Yield runs of documents of about ``BLOCK_CHARACTERS``, each with the row of its first."""
    first = size = 0
    for row, document in enumerate(documents):
        size += sum(map(len, document.texts()))
        if size >= BLOCK_CHARACTERS or row == len(documents) - 1:
            yield first, documents[first : row + 1]
            first, size = row + 1, 0


def _shown(document: SearchDocument) -> list[Any]:
    return [
        document.url,
        document.title,
        document.kicker,
        document.subtitle,
        document.lede,
        document.paragraphs,
        document.attribution,
    ]


def _rows(
    documents: Sequence[SearchDocument], zone_ends: Sequence[tuple[int, ...]], blocks: Sequence[int]
) -> dict[str, Any]:
    days = [document.date.toordinal() for document in documents]
    return {
        "days": [b - a for a, b in pairwise((dt.date(1970, 1, 1).toordinal(), *days))],
        "publication": _column(d.publication for d in documents),
        "section": _column(d.section for d in documents),
        "kind": _column(d.kind for d in documents),
        # The length of each zone in words: they take less than the places where they end.
        "zones": [[ends[zone] - (ends[zone - 1] if zone else 0) for ends in zone_ends] for zone in range(3)],
        "blocks": [b - a for a, b in pairwise((0, *blocks))],
    }


def _column(values: Iterable[str]) -> dict[str, Any]:
    """Write one value a row as an index into the list of values."""
    known: dict[str, int] = {}
    rows = [known.setdefault(value, len(known)) for value in values]
    return {"values": list(known), "rows": rows}


def _facet_values(document: SearchDocument, facet: str) -> tuple[str, ...]:
    if facet == "attribution":
        return (document.attribution,) if document.attribution else ()
    return {
        "topic": document.topics,
        "person": document.people,
        "organisation": document.organisations,
        "place": document.places,
    }[facet]


def _terms(listed: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Write several values a row as the rows of each value: steps from one to the next, the first from the first of
    the value before. Most values have one row, and values stand in the order of their first: most steps are small.
    """
    rows_of: dict[str, list[int]] = {}
    for row, values in enumerate(listed):
        for value in dict.fromkeys(values):
            rows_of.setdefault(value, []).append(row)
    firsts = [0, *(rows[0] for rows in rows_of.values())]
    return {
        "values": list(rows_of),
        "rows": [
            [rows[0] - first, *(b - a for a, b in pairwise(rows))]
            for first, rows in zip(firsts, rows_of.values(), strict=False)
        ],
    }


def _write_files(files: Mapping[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
