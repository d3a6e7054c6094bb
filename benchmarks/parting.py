"""Measure how well pages are taken apart.

    python -m benchmarks.parting pages FOLDER          # your own: PAGE.txt, and PAGE.truth.json beside it
    python -m benchmarks.parting typeset stories.jsonl --styles held --pages 10 --seed 7
    python -m benchmarks.parting english --pages 40 --seed 7

``typeset`` sets stories (JSON Lines with ``title`` and ``paragraphs``, as ``backfile import`` takes them) on pages at
random, in the styles that were tuned on or in those held back; ``--traditional`` turns them into traditional
characters. A truth is a JSON object: ``articles``, each with ``kicker``, ``title``, ``subtitle``, ``lede``,
``paragraphs`` (``## `` in front of a crosshead) and ``source``; ``notices``; ``furniture``.
"""

from __future__ import annotations

import argparse
import functools
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import opencc

from benchmarks.typeset.copy import Copy, read_copy
from benchmarks.typeset.english import read_english, typeset_english
from benchmarks.typeset.page import typeset_page
from benchmarks.typeset.scoring import Judged, errors_in_lowest_fifth, figures, reliability, score
from benchmarks.typeset.style import HELD, TUNED, Style
from generator.model import Line, SourcePage
from generator.segmentation import take_apart

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)

Page = tuple[str, str, dict[str, Any]]
"""Name of its group, text, truth."""


def main() -> None:
    """Read the arguments, take the pages apart, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("pages", "typeset", "english"))
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("--styles", choices=("tuned", "held"), default="held")
    parser.add_argument("--pages", type=int, default=10, help="pages of each style")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--traditional", action="store_true")
    parser.add_argument("--since", default="", help="stories of this date and after only (YYYY-MM-DD)")
    parser.add_argument("--write", type=Path, help="keep the pages and their truths in this folder")
    arguments = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    judged: list[Judged] = []
    spent = time.process_time()
    for number, (group, text, truth) in enumerate(_pages(arguments)):
        if arguments.write:
            arguments.write.mkdir(parents=True, exist_ok=True)
            name = arguments.write / f"{group.replace(' ', '-')}-{number:04}"
            name.with_suffix(".txt").write_text(text, encoding="utf-8")
            name.with_suffix(".truth.json").write_text(
                json.dumps(truth, ensure_ascii=False), encoding="utf-8"
            )
        lines = tuple(Line(n, line) for n, line in enumerate(text.split("\n"), 1))
        found, sure = score(take_apart(SourcePage("source/page.txt", "01", lines)), truth)
        counts.setdefault(group, Counter()).update(found)
        judged += sure
    for group, total in counts.items():
        print(f"{group:<12}", _shown(total))
    print(f"{'all':<12}", _shown(sum(counts.values(), Counter())))
    for low, high, articles, mean, right in reliability(judged, EDGES):
        print(
            f"confidence {low:.2f} to {min(high, 1.0):.2f}: {articles:5} articles, mean {mean:.3f}, right {right:.3f}"
        )
    wrong = sum(not each.right for each in judged)
    print(
        f"{wrong} of {len(judged)} wrong; in the least sure fifth: {errors_in_lowest_fifth(judged):.2f} of them"
    )
    print(f"{time.process_time() - spent:.1f} s of processor time")


def _shown(counts: Counter[str]) -> str:
    return " ".join(f"{name} {value:.3f}" for name, value in figures(counts).items())


def _pages(arguments: argparse.Namespace) -> Iterator[Page]:
    rng = random.Random(arguments.seed)
    if arguments.what == "pages":
        for path in sorted(arguments.source.rglob("*.txt")):
            truth = path.with_suffix(".truth.json")
            if truth.exists():
                yield (
                    path.parent.name,
                    path.read_text(encoding="utf-8"),
                    json.loads(truth.read_text(encoding="utf-8")),
                )
    elif arguments.what == "english":
        stories = read_english()
        for _ in range(arguments.pages):
            yield "english", *typeset_english(rng.sample(stories, rng.randint(3, 6)), rng)
    else:
        stories = [copy for copy in read_copy(arguments.source) if copy.date >= arguments.since]
        for style in HELD if arguments.styles == "held" else TUNED:
            for _ in range(arguments.pages):
                text, truth = typeset_page(_chosen(stories, style, rng), style, rng)
                if arguments.traditional:
                    text, truth = (
                        _traditional(text),
                        json.loads(_traditional(json.dumps(truth, ensure_ascii=False))),
                    )
                yield style.name, text, truth


def _chosen(stories: list[Copy], style: Style, rng: random.Random) -> list[Copy]:
    """Return the stories of one page, some of one paragraph, at times two of one day."""
    short = [copy for copy in stories if len(copy.paragraphs) == 1] or stories
    long = [copy for copy in stories if len(copy.paragraphs) > 1] or stories
    chosen: dict[str, Copy] = {}
    for _ in range(rng.randint(*style.stories)):
        copy = rng.choice(short if rng.random() < style.short_stories else long)
        chosen[copy.title] = copy
    if rng.random() < style.same_day:
        day = rng.choice(long).date
        chosen |= {copy.title: copy for copy in [c for c in long if c.date == day][:2]}
    return list(chosen.values())


def _traditional(text: str) -> str:
    return "".join(map(_traditional_character, text))


@functools.cache
def _traditional_character(char: str) -> str:
    converted: str = _converter().convert(char)
    return converted if len(converted) == 1 else char


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


if __name__ == "__main__":
    main()
