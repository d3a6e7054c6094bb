"""Numbers into four shades, for calendars and tables that show much and little at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from generator.render.time_views import ShadeView

SHADES = 4


class Scale:
    """Equal steps from 1 to the greatest of some numbers; nothing is shade 0."""

    def __init__(self, numbers: Iterable[int]) -> None:
        """Take the numbers that stand on one page."""
        self._most = max(numbers, default=0)
        self._shades = min(SHADES, self._most)

    def shade(self, number: int) -> int:
        """Return the shade of ``number``: 0 for nothing, 4 for the greatest."""
        if number <= 0:
            return 0
        step = -(-number * self._shades // self._most)
        return SHADES - self._shades + step

    @property
    def legend(self) -> tuple[ShadeView, ...]:
        """Each shade with the numbers that it stands for, lightest first."""
        lasts = (
            [step * self._most // self._shades for step in range(self._shades + 1)] if self._shades else []
        )
        return tuple(ShadeView(self.shade(high), low + 1, high) for low, high in pairwise(lasts))
