"""Show what the topics of an archive are made of, and what finding them costs.

    python benchmarks/topics.py content            # every article of content/: its terms as found now
    python benchmarks/topics.py articles.jsonl     # the same for JSON Lines; with keywords, also F1 at five

A JSON line has ``title`` and ``paragraphs`` (or ``text``), and may have ``keywords``, a list given by its authors:
then precision, recall and F1 of the first five topics are printed, exact match without case and width.
``--compare`` prints the same for jieba's own methods; ``--half even`` or ``odd`` takes every other line, so that what
is tuned on one half is reported on the other. ``--background`` counts the document frequencies of all the articles
first, as ``backfile topics`` does.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jieba.analyse
import yaml

from generator.identifiers import fold
from generator.model import Paragraph, Story, Vocabulary
from generator.topics import BackgroundCounter, find_terms

AT = 5
_TERMS = """
算力 数据中心 东数西算 算力网络 数字经济 紫东太初 人工智能 以图生音 以音生图 多模态 多模态大模型 自监督学习
5.5G 华为 全联接大会 6G 宁德时代 MTB技术 换电重卡 微波驱动 机器人 软体机器人
"""
LIBRARIAN = {"tmt-kuaibao/2022-09-20/p01": tuple(_TERMS.split())}
"""Terms that a librarian would give the articles of a page, for pages of the project's own content."""


def main() -> None:
    """Read the arguments, find the terms, and print them with their figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--background", action="store_true", help="count document frequencies first")
    parser.add_argument("--quiet", action="store_true", help="figures only")
    parser.add_argument("--half", choices=("even", "odd"), help="every other article only")
    parser.add_argument("--compare", action="store_true", help="the figures of jieba's own methods as well")
    arguments = parser.parse_args()
    read = _read_content if arguments.source.is_dir() else _read_lines
    stories = list(read(arguments.source))
    if arguments.half:
        stories = stories[arguments.half == "odd" :: 2]
    counter = BackgroundCounter()
    if arguments.background:
        counter.add(story for _, story, _ in stories)
    background = counter.background() if arguments.background else None
    find_terms([story for _, story, _ in stories[:1]], Vocabulary())  # loads the dictionaries

    begin = time.process_time()
    found = [find_terms([story], Vocabulary(), background)[0] for _, story, _ in stories]
    seconds = time.process_time() - begin

    if not arguments.quiet:
        for (name, story, _), terms in zip(stories, found, strict=True):
            print(f"{name} {story.title}")
            for kind in ("topics", "people", "organisations", "places"):
                print(f"    {kind}: {' / '.join(getattr(terms, kind))}")
    characters = sum(len(paragraph.text) for _, story, _ in stories for paragraph in story.paragraphs)
    print(
        f"{len(stories)} articles, {characters} characters, {1000 * seconds / max(1, len(stories)):.1f} ms an article"
    )
    given = [keywords for _, _, keywords in stories]
    _print_scores("backfile", [terms.topics[:AT] for terms in found], given)
    if arguments.compare:
        texts = ["\n".join((story.title, *(p.text for p in story.paragraphs))) for _, story, _ in stories]
        for method in (jieba.analyse.extract_tags, jieba.analyse.textrank):
            _print_scores(method.__name__, [tuple(method(text, topK=AT)) for text in texts], given)
    _print_librarian([(name, terms.topics) for terms, (name, _, _) in zip(found, stories, strict=True)])


def _print_scores(method: str, found: list[tuple[str, ...]], given: list[list[str]]) -> None:
    """Print the means over the articles that have keywords."""
    scored = [
        ({fold(t) for t in topics}, {fold(k) for k in keywords})
        for topics, keywords in zip(found, given, strict=True)
        if keywords
    ]
    if not scored:
        return
    precision = sum(len(topics & keywords) / AT for topics, keywords in scored) / len(scored)
    recall = sum(len(topics & keywords) / len(keywords) for topics, keywords in scored) / len(scored)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{method} at {AT}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} over {len(scored)} articles"
    )


def _print_librarian(found: list[tuple[str, tuple[str, ...]]]) -> None:
    for page, wanted in LIBRARIAN.items():
        topics = {topic for name, given in found if name.startswith(page) for topic in given}
        if topics:
            missing = " ".join(term for term in wanted if term not in topics)
            print(f"{page}: {sum(term in topics for term in wanted)} of {len(wanted)}; missing: {missing}")


def _read_content(folder: Path) -> Iterator[tuple[str, Story, list[str]]]:
    for path in sorted(folder.glob("*/*/p*/*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        matter: dict[str, Any] = yaml.safe_load(front)
        if matter.get("kind", "article") == "article":
            paragraphs = [text for text in body.split("\n\n") if text.strip()]
            yield matter["id"], _story(matter, [text.strip() for text in paragraphs]), []


def _read_lines(file: Path) -> Iterator[tuple[str, Story, list[str]]]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            item: dict[str, Any] = json.loads(line)
            paragraphs = item.get("paragraphs") or item.get("text", "").split("\n")
            yield str(number), _story(item, paragraphs), item.get("keywords") or []


def _story(fields: dict[str, Any], paragraphs: list[str]) -> Story:
    lede = fields.get("lede") or ()
    return Story(
        "article",
        (),
        tuple(Paragraph(text.removeprefix("## "), text.startswith("## ")) for text in paragraphs),
        title=fields.get("title") or "",
        kicker=fields.get("kicker") or "",
        subtitle=fields.get("subtitle") or "",
        lede=(lede,) if isinstance(lede, str) else tuple(lede),
        authors=tuple(fields.get("authors") or ()),
        attribution=fields.get("attribution") or "",
    )


if __name__ == "__main__":
    main()
