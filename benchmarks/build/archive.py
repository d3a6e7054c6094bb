"""Articles -> an archive as import leaves it, written by the program's own functions."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.build.articles import NAMES, TERM_PAGE_FROM, BenchArticle, Corpus
from generator.content.delivery import Draft, ImportedSource
from generator.content.store import plan_issue, store_issue
from generator.model import IssueRecord
from generator.sources.json_lines import read_record
from generator.workers import in_order

IMPORTED = dt.date(2026, 9, 1)
SETTINGS = f"""\
title = "日报典藏"
language = "zh-Hans"
base_url = "https://archive.example.org/"
term_page_from = {TERM_PAGE_FROM}
"""


def write_delivery(corpus: Corpus, count: int, file: Path) -> None:
    """Write ``count`` articles of ``corpus`` into ``file``, as JSON Lines for ``backfile import``."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as lines:
        for issue in corpus.issues(count):
            lines.writelines(f"{article.json_line}\n" for article in issue)


def write_archive(corpus: Corpus, count: int, delivery: Path, content: Path, jobs: int) -> None:
    """Write into ``content``, anew, what an import of ``delivery`` leaves, with the terms that are kept.

    ``delivery`` is what ``write_delivery`` made of the same ``count`` articles of ``corpus``.
    """
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir(parents=True)
    (content / "archive.toml").write_text(SETTINGS + "".join(_publications()), encoding="utf-8")
    with delivery.open("rb") as received:
        sha256 = hashlib.file_digest(received, "sha256").hexdigest()
    store = functools.partial(store_articles, content=content, delivery=delivery.name, sha256=sha256)
    for _ in in_order(store, corpus.issues(count), jobs):
        pass


def store_articles(issue: Sequence[BenchArticle], *, content: Path, delivery: str, sha256: str) -> None:
    """Write the articles of one ``issue`` into ``content`` as a part of ``delivery``, whose hash is ``sha256``."""
    raw = "".join(f"{article.json_line}\n" for article in issue)
    records = [read_record(article.json_line, delivery, 0, []) for article in issue]
    pages: dict[str, list[Draft]] = {}
    for line, (record, article) in enumerate(zip(records, issue, strict=True), 1):
        story = dataclasses.replace(record.story, lines=((line, line),))
        pages.setdefault(record.label, []).append(Draft(story, article.terms, record.url))
    source = ImportedSource(
        file=f"source/{delivery}",
        data=raw.encode(),
        encoding="utf-8",
        pages={label: tuple(drafts) for label, drafts in pages.items()},
        part_of=delivery,
        part_of_sha256=sha256,
    )
    record = IssueRecord(issue[0].publication, issue[0].date)
    store_issue(plan_issue(content, record, (source,), IMPORTED))


def _publications() -> Iterator[str]:
    for slug, name in NAMES.items():
        yield f'\n[publications.{slug}]\nname = "{name}"\n'
