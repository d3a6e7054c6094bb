"""docs/content-format.md lists exactly the keys and files that the program reads and writes."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection
from pathlib import Path

import pytest

from generator import config, vocabulary_file
from generator.content import article_values, issue_file, journal, listing
from generator.model import Jump, SourceRef
from generator.pipeline.unfinished import STORED
from generator.sources import json_lines

PAGE = (Path(__file__).parents[2] / "docs/content-format.md").read_text()


def described(heading: str) -> list[str]:
    """Return the keys in the first column of the table under ``heading``."""
    section = re.split(r"^#{2,3} ", PAGE.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


def fields(kind: type) -> set[str]:
    return {field.name for field in dataclasses.fields(kind)}


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("An article: front matter", article_values.SCHEMA),
        ("source", fields(SourceRef)),
        ("continues_on, continued_from", fields(Jump)),
        ("issue.toml", issue_file._KEYS),
        ("pages", issue_file._PAGE_KEYS),
        ("sources", issue_file._SOURCE_KEYS),
        ("archive.toml", config._SETTINGS),
        ("publications", config._PUBLICATION),
        ("term", vocabulary_file._KEYS),
        ("line", json_lines._READERS),
    ],
)
def test_every_key_is_described_and_none_beside(heading: str, keys: Collection[str]) -> None:
    found = described(heading)
    assert len(found) == len(set(found))
    assert set(found) == set(keys)


def test_every_file_that_import_writes_is_described() -> None:
    files = "\n".join(described("Files"))
    for name in (
        "archive.toml",
        "topics.toml",
        "issue.toml",
        "source/",
        listing.IMPORTED,
        journal.JOURNAL,
        STORED,
    ):
        assert name in files
