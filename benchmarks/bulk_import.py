"""How fast ``backfile import`` takes in JSON Lines, with the compiled cutter and with jieba alone.

    python -m benchmarks.bulk_import articles.jsonl.xz --sizes 1000,10000,100000

An article has ``date``, ``title`` and ``paragraphs``. Larger archives have the articles again, whole numbers of years
earlier. Prints a Markdown table.

Every archive is made in a folder of its own, and all are deleted after the last measurement: ext4 takes ten times as
long to make a file for some minutes after many others were deleted, since it passes over what was freed just now.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import lzma
import os
import platform
import random
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.build.measuring import Measured, measure

PLAIN = "import sys; sys.modules['rjieba'] = None; from generator.cli import main; main()"
FAST = "from generator.cli import main; main()"
_LIMIT = 3 * 3600
"""Seconds after which a run is given up."""
_SEED = 7


def lines_of(items: list[dict[str, Any]], count: int) -> Iterator[str]:
    """Yield ``count`` lines of JSON: the first of ``items`` by date, or all of them again and again."""
    years = int(items[-1]["date"][:4]) - int(items[0]["date"][:4]) + 1
    for number in range(count):
        again, place = divmod(number, len(items))
        item = dict(items[place])
        date = dt.date.fromisoformat(item["date"])
        day = min(date.day, 28) if date.month == 2 else date.day
        item["date"] = date.replace(year=date.year - years * again, day=day).isoformat()
        yield json.dumps(item, ensure_ascii=False)


def measure_import(lines: list[str], folder: Path, program: str, jobs: int) -> Measured:
    """Import ``lines`` into an archive made in ``folder``, which is not there yet."""
    folder.mkdir(parents=True)
    (folder / "all.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, "-c", program, "import", "all.jsonl", "--publication", "daily"]
    return measure([*command, "--jobs", str(jobs), "--quiet"], folder, _LIMIT)


def row(count: int, cutter: str, taken: Measured) -> str:
    """Return a line of the table; ``taken`` says where the run failed."""
    if taken.status:
        return f"| {count:,} | {cutter} | failed: {taken.said[-200:].strip()} | | | | |"
    return (
        f"| {count:,} | {cutter} | {count / taken.seconds:,.0f} | {taken.seconds:,.1f} "
        f"| {count / taken.processor_seconds:,.0f} | {1000 * taken.processor_seconds / count:.2f} "
        f"| {taken.memory / 1e6:,.0f} |"
    )


def circumstances() -> str:
    """Return the machine, the versions and how busy it was."""
    try:
        fast = f"rjieba {version('rjieba')}"
    except PackageNotFoundError:
        fast = "no rjieba"
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return (
        f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}, "
        f"jieba {version('jieba')}, {fast}; load averages at the end {load}."
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--folder", type=Path, default=None, help="where archives are made, on the disk to measure"
    )
    parser.add_argument("--shuffled", action="store_true", help="lines of one issue far apart")
    parser.add_argument("--fast-only", action="store_true")
    options = parser.parse_args()
    raw = options.source.read_bytes()
    text = (lzma.decompress(raw) if options.source.suffix == ".xz" else raw).decode()
    items = sorted((json.loads(line) for line in text.splitlines()), key=lambda item: item["date"])
    print(
        "| Articles | Cutter | Articles a second | Seconds | A second of processor | ms of processor each | MB |"
    )
    print("|---:|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        cutters = {"rjieba": FAST} if options.fast_only else {"rjieba": FAST, "jieba": PLAIN}
        for size, (name, program) in itertools.product(map(int, options.sizes.split(",")), cutters.items()):
            lines = list(lines_of(items, size))
            if options.shuffled:
                random.Random(_SEED).shuffle(lines)
            taken = measure_import(lines, Path(folder) / f"{size}-{name}", program, options.jobs)
            print(row(size, name, taken), flush=True)
    print(f"\n{circumstances()}")


if __name__ == "__main__":
    main()
