"""Bring what is too large to the program's doors, and see how each ends: with a message, or slowly and well.

    python -m benchmarks.limits --work /tmp/limits
    python -m benchmarks.limits --only "a JSON line of 50 MB" --address-space 8

Each command may have so many GiB of addresses (``ulimit -v``): where it needs more, it is told that memory is gone.
Prints a table in Markdown: how it ended, with the first of what was said, processor seconds, and the most memory
that its processes held together.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.build.measuring import Measured, measure

MIB = 1 << 20
GIB_OF_KIB = 1 << 20
LINE = "渡船昨日开航，两岸居民前往观看。\n"
IMPORT = ("import", "--publication", "daily", "--date", "2022-09-20", "--page", "01")


def main() -> None:
    """Read the arguments, run each case in a folder of its own, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.limits", description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, default=Path("limits"))
    parser.add_argument("--only", choices=CASES, default="")
    parser.add_argument("--address-space", type=int, default=16, help="GiB")
    parser.add_argument("--limit", type=float, default=3600, help="seconds")
    given = parser.parse_args()
    print("| What | Command | Ends with | Processor seconds | MB held |\n|---|---|---|---:|---:|")
    for name, commands in CASES.items():
        if given.only not in ("", name):
            continue
        folder = given.work.resolve() / name.replace(" ", "-").replace(".", "-")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for command in commands(folder):
            shell = f'ulimit -v {given.address_space * GIB_OF_KIB}; exec "$@"'
            program = ["bash", "-c", shell, "bash", sys.executable, "-m", "generator", *command]
            print(_row(name, command[0], measure(program, folder, given.limit), folder), flush=True)
        shutil.rmtree(folder)


def _row(name: str, command: str, measured: Measured, folder: Path) -> str:
    said = (folder / "run.log").read_text(encoding="utf-8", errors="replace").splitlines()
    named = next((line for line in said if "error: " in line), said[-1] if said else "").rpartition(
        "error: "
    )[2]
    ended = f"status {measured.status}: {named[:110]}"
    return (
        f"| {name} | {command} | {ended} | {measured.processor_seconds:.0f} | {measured.memory / 1e6:,.0f} |"
    )


def _issue_of_many(folder: Path) -> Iterator[tuple[str, ...]]:
    """Import, build and check an issue of 100,000 articles."""
    with (folder / "many.jsonl").open("w", encoding="utf-8") as file:
        for number in range(100_000):
            paragraphs = [f"第{number}号渡船今日开航。"]
            values = {"title": f"渡船第{number}号开航", "page": 1 + number // 1_000, "paragraphs": paragraphs}
            file.write(json.dumps(values, ensure_ascii=False) + "\n")
    yield (*IMPORT[:-2], "many.jsonl")
    yield ("build", "--no-search")
    yield ("build",)
    yield ("check",)


def _text(size: int, page: int = 0) -> Callable[[Path], Iterator[tuple[str, ...]]]:
    """Return what imports a text of ``size`` bytes, divided into pages of ``page`` lines."""

    def commands(folder: Path) -> Iterator[tuple[str, ...]]:
        line = LINE.encode()
        with (folder / "page.txt").open("wb") as file:
            for number in range(size // len(line)):
                file.write(b"\f" + line if page and number % page == 0 else line)
        yield (*IMPORT[: -2 if page else None], "page.txt")

    return commands


def _records(size: int, length: int) -> Callable[[Path], Iterator[tuple[str, ...]]]:
    """Return what imports ``size`` bytes of JSON Lines with lines of about ``length`` bytes."""

    def commands(folder: Path) -> Iterator[tuple[str, ...]]:
        text = "渡船昨日开航。" * (length // 21)
        line = (json.dumps({"title": "渡船", "text": text}, ensure_ascii=False) + "\n").encode()
        with (folder / "lines.jsonl").open("wb") as file:
            for _ in range(max(1, size // len(line))):
                file.write(line)
        yield (*IMPORT, "lines.jsonl")

    return commands


def _vocabulary(size: int) -> Callable[[Path], Iterator[tuple[str, ...]]]:
    """Return what finds topics with a ``topics.toml`` of ``size`` bytes."""

    def commands(folder: Path) -> Iterator[tuple[str, ...]]:
        (folder / "page.txt").write_text(LINE * 20, encoding="utf-8")
        (folder / "content").mkdir()
        with (folder / "content/topics.toml").open("w", encoding="utf-8") as file:
            number = 0
            while file.tell() < size:
                number += 1
                file.write(f'[[term]]\nname = "第{number}号渡船"\naliases = ["渡{number}"]\n')
        yield (*IMPORT, "page.txt")

    return commands


def _front_matter(text: str) -> Callable[[Path], Iterator[tuple[str, ...]]]:
    """Return what builds an archive with ``text`` in the front matter of an article."""

    def commands(folder: Path) -> Iterator[tuple[str, ...]]:
        (folder / "page.txt").write_text(LINE * 20, encoding="utf-8")
        yield (*IMPORT, "page.txt")
        article = next(folder.glob("content/daily/*/p01/01.md"))
        article.write_text(
            article.read_text(encoding="utf-8").replace("---\n", f"---\n{text}\n", 1), encoding="utf-8"
        )
        yield ("build", "--no-search")

    return commands


CASES: Mapping[str, Callable[[Path], Iterator[tuple[str, ...]]]] = {
    "100,000 articles in one issue": _issue_of_many,
    "a text of 513 MiB": _text(513 * MIB + 100),
    "a text of 512 MiB, one page": _text(512 * MIB),
    "a page of a million lines": _text(len(LINE.encode()) * 1_000_000),
    "a line of 50 MB": _records(50_000_000, 50_000_000),
    "JSON Lines of 512 MiB, lines of 50 MB": _records(512 * MIB, 50_000_000),
    "JSON Lines of 512 MiB, lines of 3 MB": _records(512 * MIB, 3_000_000),
    "a topics.toml of 10 MB": _vocabulary(10_000_000),
    "a topics.toml of 17 MiB": _vocabulary(17 * MIB),
    "400,000 lists in lists in front matter": _front_matter(f"x: {'[' * 400_000}{']' * 400_000}"),
    "front matter of 800,000 characters": _front_matter(f"x: [{'渡船, ' * 200_000}]"),
}

if __name__ == "__main__":
    main()
