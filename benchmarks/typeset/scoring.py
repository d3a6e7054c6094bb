"""Scoring: how much of a page's truth is found again, and how well confidence tells right from wrong."""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import PageParts, Story

MOSTLY = 0.9
"""An article counts when so much of its text, and of what it was given, are the same."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One article that was found: how sure the importer was, and whether it is right in body, headline and lede."""

    confidence: float
    right: bool


def fold(text: str | Iterable[str]) -> str:
    """Return ``text`` without blanks and differences of width."""
    joined = text if isinstance(text, str) else "".join(text)
    return "".join(unicodedata.normalize("NFKC", joined).split())


def score(parts: PageParts, truth: dict[str, Any]) -> tuple[Counter[str], list[Judged]]:
    """Return the counts that ``figures`` are made of, and the articles found, each judged."""
    found = [story for story in parts.stories if story.kind == "article"]
    counts = Counter(true=len(truth["articles"]), found=len(found))
    texts = [_grams(fold((*s.lede, *(p.text for p in s.paragraphs)))) for s in found]
    true_texts = [
        _grams(fold(a.get("lede") or "") + fold(p.removeprefix("## ") for p in a["paragraphs"]))
        for a in truth["articles"]
    ]
    shared = {
        (i, k): (one & other).total() for i, one in enumerate(true_texts) for k, other in enumerate(texts)
    }
    right: set[int] = set()
    matched: set[int] = set()
    owner: dict[int, int] = {}
    for i, k in sorted(shared, key=lambda pair: -shared[pair]):
        if i not in owner and k not in matched:
            owner[i] = k
            matched.add(k)
    for i, article in enumerate(truth["articles"]):
        counts.update(_wanted(article))
        if i not in owner:
            continue
        k = owner[i]
        whole = shared[i, k] > MOSTLY * max(true_texts[i].total(), texts[k].total())
        gained = _compared(found[k], article)
        counts.update(gained, articles=int(whole))
        if whole and gained["headlines"] and fold(found[k].lede) == fold(article.get("lede") or ""):
            right.add(k)
    counts.update(
        found_ledes=sum(bool(s.lede) for s in found), found_sources=sum(bool(s.attribution) for s in found)
    )
    counts["found_paragraphs"] = sum(len(s.paragraphs) for s in found)
    notices = Counter(fold(p.text for p in s.paragraphs) for s in parts.stories if s.kind == "notice")
    true_notices = Counter(map(fold, truth.get("notices", ())))
    counts.update(
        notices=(notices & true_notices).total(),
        found_notices=notices.total(),
        true_notices=true_notices.total(),
    )
    return counts, [Judged(story.confidence, k in right) for k, story in enumerate(found)]


def _wanted(article: dict[str, Any]) -> dict[str, int]:
    source = article.get("source") or article.get("attribution")
    paragraphs = len(article["paragraphs"])
    return {
        "true_ledes": bool(article.get("lede")),
        "true_sources": bool(source),
        "true_paragraphs": paragraphs,
    }


def _compared(story: Story, article: dict[str, Any]) -> dict[str, int]:
    kicker, title, subtitle = (fold(article.get(key) or "") for key in ("kicker", "title", "subtitle"))
    own = [fold(part) for part in (story.kicker, story.title, story.subtitle)]
    lede, source = (
        fold(article.get("lede") or ""),
        fold(article.get("source") or article.get("attribution") or ""),
    )
    true = Counter(
        ("#" if p.startswith("## ") else "") + fold(p.removeprefix("## ")) for p in article["paragraphs"]
    )
    found = Counter(("#" if p.crosshead else "") + fold(p.text) for p in story.paragraphs)
    return {
        "headlines": "".join(own) == kicker + title + subtitle,
        # A title of two rows is parted either way.
        "titles": own[1] == title or title + subtitle in (own[1] + own[2], own[0] + own[1]),
        "ledes": bool(lede) and fold(story.lede) == lede,
        "sources": bool(source) and fold(story.attribution) == source,
        "paragraphs": (true & found).total(),
    }


def figures(counts: Counter[str]) -> dict[str, float]:
    """Return the figures of ``counts``, 0 to 1: shares of the true headlines and titles, F1 of the others."""
    result = {"articles": _f1(counts["articles"], counts["true"], counts["found"])}
    for part in ("headlines", "titles"):
        result[part] = counts[part] / counts["true"] if counts["true"] else 1.0
    for part in ("ledes", "paragraphs", "sources", "notices"):
        result[part] = _f1(counts[part], counts[f"true_{part}"], counts[f"found_{part}"])
    return result


def reliability(
    judged: Sequence[Judged], edges: Sequence[float]
) -> list[tuple[float, float, int, float, float]]:
    """Return for each bin of confidence between ``edges``: both edges, articles, mean confidence, share right."""
    rows: list[tuple[float, float, int, float, float]] = []
    for low, high in itertools.pairwise(edges):
        inside = [j for j in judged if low <= j.confidence < high]
        if inside:
            mean = sum(j.confidence for j in inside) / len(inside)
            rows.append((low, high, len(inside), mean, sum(j.right for j in inside) / len(inside)))
    return rows


def errors_in_lowest_fifth(judged: Sequence[Judged]) -> float:
    """Return the share of all wrong articles that are among the fifth with the lowest confidence."""
    ordered = sorted(judged, key=lambda j: j.confidence)
    wrong = sum(not j.right for j in judged)
    return sum(not j.right for j in ordered[: len(ordered) // 5]) / wrong if wrong else 1.0


def _f1(right: int, true: int, found: int) -> float:
    return 2 * right / (true + found) if true + found else 1.0


def _grams(text: str) -> Counter[str]:
    return Counter(text[i : i + 4] for i in range(max(1, len(text) - 3)))
