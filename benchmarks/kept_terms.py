"""The topics and names of the articles that are measured with: found once, and kept for the next time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.model import Paragraph, Story, Terms, Vocabulary
from generator.topics import find_terms

KEPT = "terms.json"


def read_or_find_terms(items: Sequence[dict[str, Any]], kept: Path) -> list[Terms]:
    """Return the terms of each of ``items`` (``title``, ``paragraphs``), from ``kept`` where they are there already.

    Finding them takes minutes for some ten thousand articles. ``kept`` is a folder, made where there is none; what it
    holds is taken to be of these items if it is of as many.
    """
    file = kept / KEPT
    found = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    if len(found) != len(items):
        found = [_find(item) for item in items]
        kept.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return [Terms(*(tuple(names) for names in kinds)) for kinds in found]


def _find(item: dict[str, Any]) -> list[list[str]]:
    paragraphs = tuple(
        Paragraph(text.removeprefix("## "), text.startswith("## ")) for text in item["paragraphs"]
    )
    story = Story("article", (), paragraphs, title=item.get("title") or "")
    found = find_terms([story], Vocabulary())[0]
    return [list(found.topics), list(found.people), list(found.organisations), list(found.places)]
