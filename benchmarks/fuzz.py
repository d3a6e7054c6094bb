"""Feed every door of the program with made-up input, for as long as wanted.

    python -m benchmarks.fuzz --examples 200000          # all doors, in two processes
    python -m benchmarks.fuzz --examples 5000 --only body --seed 7

Prints examples, seconds and findings by door; a finding is shown with the smallest input that gives it. Exits 1 where
there is any. What the doors are, and what has to hold, stands in tests/hostile/targets.py.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
import traceback
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.hostile.targets import TARGETS, Target

_ROUND = 2_000
"""Examples of one door before the next has its turn, so that a run that is ended has been at all of them."""


@dataclass(frozen=True)
class Round:
    """Some examples of one door."""

    name: str
    examples: int
    seconds: float
    findings: tuple[str, ...]


def run_round(order: tuple[str, int, int]) -> Round:
    """Run ``order``: the name of a door, how many examples, and the seed they are made from."""
    name, examples, start = order
    target = next(target for target in TARGETS if target.name == name)
    begun, counted = time.perf_counter(), 0

    def count(value: object) -> None:
        nonlocal counted
        counted += 1
        target.holds(value)

    found: list[str] = []
    try:
        _prepared(count, target, examples, start)()
    except BaseException as problem:  # whatever a door lets through is what is looked for
        notes = "\n".join(getattr(problem, "__notes__", ()))
        found.append(f"{name}, seed {start}:\n{''.join(traceback.format_exception(problem)[-3:])}{notes}")
    return Round(name, counted, time.perf_counter() - begun, tuple(found))


def _prepared(check: object, target: Target, examples: int, start: int):  # type: ignore[no-untyped-def]
    phases = [Phase.generate, Phase.shrink]
    settled = settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=False,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    return seed(start)(settled(given(target.inputs)(check)))


def orders(examples: int, only: str, start: int) -> list[tuple[str, int, int]]:
    """Return the rounds of a run of ``examples``, doors taking turns."""
    chosen = [target for target in TARGETS if only in ("", target.name)]
    if not chosen:
        sys.exit(f"There is no door {only}; there are: {', '.join(target.name for target in TARGETS)}.")
    left = {target.name: examples * target.share // sum(each.share for each in chosen) for target in chosen}
    planned = []
    while any(left.values()):
        for name, count in left.items():
            if count:
                planned.append((name, min(count, _ROUND), start + len(planned)))
                left[name] -= planned[-1][1]
    return planned


def main() -> int:
    """Run, show the figures, and return 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz")
    parser.add_argument("--examples", type=int, default=200_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given_ = parser.parse_args()
    totals: dict[str, tuple[int, float]] = {}
    findings: list[str] = []
    context = multiprocessing.get_context("spawn")
    with context.Pool(given_.jobs, initializer=os.nice, initargs=(19 - os.nice(0),)) as pool:
        for done in pool.imap_unordered(run_round, orders(given_.examples, given_.only, given_.seed)):
            examples, seconds = totals.get(done.name, (0, 0.0))
            totals[done.name] = examples + done.examples, seconds + done.seconds
            findings += done.findings
            so_far = sum(examples for examples, _ in totals.values())
            print(f"{so_far:>9,} examples, {len(findings)} findings", flush=True)
            for finding in done.findings:
                print(finding, flush=True)
    print("\n| Door | Examples | Seconds |\n|---|---:|---:|")
    for name, (examples, seconds) in totals.items():
        print(f"| {name} | {examples:,} | {seconds:,.0f} |")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
