"""An index that grew over many builds is the one made at once."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from pathlib import Path

from generator.search import SearchDocument, SearchEntry
from tests.search.archive import DOCUMENTS, ENTRIES, HAN
from tests.search.making import make_index
from tests.search.test_build import files

Archive = tuple[list[SearchDocument], list[SearchEntry]]


def _correct(archive: Archive, rng: random.Random) -> None:
    documents, _ = archive
    row = rng.randrange(len(documents))
    documents[row] = dataclasses.replace(documents[row], paragraphs=("".join(rng.sample(HAN, 5)),))


def _add(archive: Archive, rng: random.Random) -> None:
    documents, entries = archive
    documents += [each for each in [rng.choice(DOCUMENTS)] if each not in documents]
    entries += [each for each in [rng.choice(ENTRIES)] if each.url not in {entry.url for entry in entries}]


def _remove(archive: Archive, rng: random.Random) -> None:
    documents, entries = archive
    del documents[rng.randrange(len(documents))]
    del entries[rng.randrange(len(entries))]


def _recount(archive: Archive, rng: random.Random) -> None:
    _, entries = archive
    row = rng.randrange(len(entries))
    if entries[row].kind != "article":
        entries[row] = dataclasses.replace(entries[row], count=rng.randrange(100))


EDITS: tuple[Callable[[Archive, random.Random], None], ...] = (_correct, _add, _remove, _recount)


def test_after_any_edits_a_warm_index_is_the_cold_one(tmp_path: Path) -> None:
    rng = random.Random(7)
    archive = list(DOCUMENTS[:700:20]), list(ENTRIES[::9])
    warm = tmp_path / "warm"
    for step in range(6):
        if step == 4:
            (tmp_path / "cache" / "search" / "register.sqlite").write_bytes(b"damaged" * 1000)
        for _ in range(rng.choice((1, 1, 4))):
            rng.choice(EDITS)(archive, rng)
        documents, entries = list(archive[0]), list(archive[1])
        make_index(documents, warm, cache=tmp_path / "cache", entries=entries)
        rng.shuffle(documents)
        rng.shuffle(entries)
        cold = tmp_path / f"cold-{step}"
        make_index(documents, cold, cache=tmp_path / f"cache-{step}", entries=entries)
        assert files(warm) == files(cold)
