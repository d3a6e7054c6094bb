"""Results -> the tables, in Markdown."""

from __future__ import annotations

import datetime as dt
import os
import platform
import statistics
import subprocess
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.build.counting import KINDS
from benchmarks.build.growth import exponent, per_article
from benchmarks.build.measuring import Measured
from benchmarks.build.results import Results

AGAINST = "hugo"
_HEADS = ("", "Runs", "s, least", "median", "of Hugo's", "Processor s, least", "median", "of Hugo's", "MB")
INTRODUCTION = Path(__file__).with_name("introduction.md")


def say_results(results: Results, versions: str) -> str:
    """Return the page of figures: how they were made, then a table for each size, growth, and pages made."""
    sections = [
        INTRODUCTION.read_text(encoding="utf-8").strip(),
        _circumstances(results, versions),
        *(_size_section(results, size) for size in results.sizes()),
        _growth_section(results),
        _pages_section(results),
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def _circumstances(results: Results, versions: str) -> str:
    changed = _run("git", "status", "--porcelain", "generator", "layouts")
    described = _run("git", "rev-parse", "--short=10", "HEAD") + (" with changes" if changed else "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return (
        f"Measured on {dt.date.today()}: {_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{platform.platform()}. Backfile at {described}, Python {platform.python_version()}, Pagefind "
        f"{version('pagefind-bin')}; {versions}. Load averages at the end {load}."
    )


def _size_section(results: Results, size: int) -> str:
    against = results.of(size, AGAINST)
    rows = [_row(what, results.of(size, what), against) for each, what in results.runs if each == size]
    given_up = [name for name, first in results.given_up.items() if first <= size]
    note = f"\n\nNot tried, failed or beyond the limit: {', '.join(given_up)}." if given_up else ""
    return f"## {size:,} articles\n\n{_table(_HEADS, rows)}{note}"


def _row(what: str, runs: Sequence[Measured], against: Sequence[Measured]) -> tuple[str, ...]:
    if not runs:
        return (what, *["—"] * (len(_HEADS) - 1))
    seconds = [run.seconds for run in runs]
    used = [run.processor_seconds for run in runs]
    return (
        what,
        str(len(runs)),
        f"{min(seconds):.2f}",
        f"{statistics.median(seconds):.2f}",
        _ratio(min(seconds), [run.seconds for run in against]),
        f"{min(used):.2f}",
        f"{statistics.median(used):.2f}",
        _ratio(min(used), [run.processor_seconds for run in against]),
        f"{max(run.memory for run in runs) / 1e6:,.0f}",
    )


def _ratio(least: float, against: Sequence[float]) -> str:
    """Return how often the least of ``against`` goes into ``least``: what else ran meanwhile only ever adds."""
    return f"{least / min(against):.2f}" if against else "—"


def _growth_section(results: Results) -> str:
    if len(results.sizes()) < 2:
        return ""
    rows = [
        (
            what,
            _number(exponent(results.by_size(what, _seconds)), "{:.2f}"),
            _number(per_article(results.by_size(what, _seconds)), "{:.2f}", 1e3),
            _number(exponent(results.by_size(what, _memory)), "{:.2f}"),
            _number(per_article(results.by_size(what, _memory)), "{:.1f}", 1e-3),
        )
        for what in results.names()
    ]
    heads = (
        "",
        "processor time grows with articles to the power",
        "ms an article",
        "memory, power",
        "KB an article",
    )
    return f"## Growth\n\n{_table(heads, rows)}"


def _pages_section(results: Results) -> str:
    parts = []
    for size in results.sizes():
        named = {name: pages for (each, name), pages in results.pages.items() if each == size and pages}
        rows = [(kind, *(f"{pages[kind]:,}" for pages in named.values())) for kind in KINDS]
        parts.append(f"{size:,} articles:\n\n{_table(('', *named), rows)}")
    return "## Pages made\n\n" + "\n\n".join(parts)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(_lines(heads, rows))


def _lines(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'---:|' * (len(heads) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _seconds(run: Measured) -> float:
    return run.processor_seconds


def _memory(run: Measured) -> float:
    return float(run.memory)


def _number(value: float | None, shape: str, scale: float = 1) -> str:
    return "—" if value is None else shape.format(value * scale)


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
