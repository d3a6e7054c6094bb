"""What the pages of an archive cost: processor time by stage, for an article, in one process.

    python -m benchmarks.pages CONTENT [--rounds 3] [--issues 40]

Of each stage the best round is shown: what other programs do meanwhile disturbs it least. Files are made and not
kept, but for the last stage, which writes those of the issues into a folder of its own, one folder a round.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.archive import summarise
from generator.catalogue import Catalogue
from generator.config import read_settings
from generator.content.reading import issue_folders, read_issue
from generator.layouts_folder import built_in_layouts
from generator.output.staging import stage_file
from generator.pipeline.rereading import read_sources
from generator.pipeline.stocktaking import take_stock
from generator.progress import SILENT
from generator.render import (
    OutputFile,
    Renderer,
    plain_paragraphs,
    render_archive,
    render_article_files,
    render_frame,
)
from generator.topics import find_offices
from generator.vocabulary_file import read_vocabulary

Files = list[OutputFile]


def measure(content: Path, rounds: int, most: int) -> Iterator[tuple[str, int, int, float]]:
    """Yield for each stage its name, its articles, the files it made, and its seconds of processor time."""
    folders = issue_folders(content, [])
    archive = Catalogue.open(None, read_settings(content), read_vocabulary(content), program="")
    take_stock(folders, archive, [], jobs=1, progress=SILENT)
    some = folders[-most:]
    issues = [read_issue(folder) for folder in some]
    articles = sum(len(issue.articles) for issue in issues)
    sources = [read_sources(folder, issue.record) for folder, issue in zip(some, issues, strict=True)]
    renderer = Renderer((built_in_layouts(),), archive)

    def read() -> Files:
        for folder in some:
            read_issue(folder)
        return []

    def summaries() -> Files:
        for issue in issues:
            summarise(issue, plain_paragraphs, find_offices)
        return []

    def frames() -> Files:
        return [file for issue in issues for file in render_frame(issue.record.id, renderer)]

    def pages() -> Files:
        return [
            file
            for issue, lines in zip(issues, sources, strict=True)
            for _, file in render_article_files(issue, {each.id for each in issue.articles}, lines, renderer)
        ]

    made: Files = []
    for name, work in (
        ("read", read),
        ("summarise", summaries),
        ("issues, pages, citations", frames),
        ("article pages", pages),
    ):
        seconds, files = _best(work, rounds)
        made += files
        yield name, articles, len(files), seconds
    every = sum(face.articles for face in archive.issues)
    seconds, files = _best(lambda: list(render_archive(renderer)), rounds)
    yield "terms, feeds, days, indexes", every, len(files), seconds
    with tempfile.TemporaryDirectory() as folder:
        seconds, _ = _best(lambda: _write(made, Path(folder)), rounds)
    yield "write those of the issues", articles, len(made), seconds


def _best(work: Callable[[], Files], rounds: int) -> tuple[float, Files]:
    best, files = float("inf"), []
    for _ in range(rounds):
        start = time.process_time()
        files = work()
        best = min(best, time.process_time() - start)
    return best, files


def _write(files: Files, folder: Path) -> Files:
    fresh = tempfile.mkdtemp(dir=folder)
    for file in files:
        stage_file(Path(fresh), file.path, file.data)
    return files


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages")
    parser.add_argument("content", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--issues", type=int, default=40, help="how many issues, the newest")
    chosen = parser.parse_args()
    print(f"{'stage':28}{'articles':>10}{'files':>8}{'µs an article':>15}{'µs a file':>11}")
    for name, articles, files, seconds in measure(chosen.content, chosen.rounds, chosen.issues):
        each = f"{seconds / files * 1e6:.0f}" if files else ""
        print(f"{name:28}{articles:10}{files:8}{seconds / articles * 1e6:15.0f}{each:>11}")


if __name__ == "__main__":
    main()
