"""All that a run of the benchmark has measured."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from benchmarks.build.measuring import Measured


@dataclass(slots=True)
class Results:
    """What was measured, by size of the archive and name of the build."""

    runs: dict[tuple[int, str], list[Measured]] = field(default_factory=dict)
    pages: dict[tuple[int, str], Counter[str]] = field(default_factory=dict)
    """How many pages of each kind each program made."""
    given_up: dict[str, int] = field(default_factory=dict)
    """Programs that failed, took longer than they may or surely would, and the size at which they did."""

    def add(self, size: int, what: str, measured: Measured) -> None:
        """Add one run."""
        self.runs.setdefault((size, what), []).append(measured)

    def of(self, size: int, what: str) -> list[Measured]:
        """Return the runs that ended well."""
        return [run for run in self.runs.get((size, what), []) if not run.status]

    def sizes(self) -> list[int]:
        """Return the sizes of archives, ascending."""
        return sorted({size for size, _ in self.runs})

    def names(self) -> list[str]:
        """Return what was measured, in the order of the first round."""
        return list(dict.fromkeys(what for _, what in self.runs))

    def by_size(self, what: str, value: Callable[[Measured], float]) -> dict[int, float]:
        """Return the median of a ``value`` of ``what``, by size."""
        return dict(self._medians(what, value))

    def _medians(self, what: str, value: Callable[[Measured], float]) -> Iterator[tuple[int, float]]:
        for size in self.sizes():
            if runs := self.of(size, what):
                yield size, statistics.median(map(value, runs))
