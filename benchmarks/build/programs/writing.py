"""What the content of every program has in common."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.build.articles import BenchArticle
from generator.model import TERM_KINDS, TermKind

Pages = Mapping[TermKind, frozenset[str]]
"""The terms of each kind that have pages."""


def terms_shown(article: BenchArticle, pages: Pages) -> dict[str, list[str]]:
    """Return the terms of ``article`` that have pages, by kind."""
    return {
        kind: [name for name in getattr(article.terms, kind) if name in pages[kind]] for kind in TERM_KINDS
    }


def numbered(issue: Iterable[BenchArticle]) -> Iterator[tuple[str, BenchArticle]]:
    """Yield each article with its page and number, ``daily/2026-08-22/p01/01``: where our site has it too."""
    counts: dict[str, int] = {}
    for article in issue:
        counts[article.place] = counts.get(article.place, 0) + 1
        yield f"{article.place}/{counts[article.place]:02}", article


def put(path: Path, text: str) -> None:
    """Write ``text`` into ``path``, with the folders on the way."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def quoted(text: str) -> str:
    """Return ``text`` as YAML and TOML quote it alike."""
    return json.dumps(text, ensure_ascii=False)


def quoted_list(texts: Iterable[str]) -> str:
    """Return ``texts`` as a list in YAML and TOML alike."""
    return f"[{', '.join(map(quoted, texts))}]"
