"""Where issues and articles stand in the archive: by date, publication, edition, and place in the issue."""

from __future__ import annotations

import datetime as dt
import sqlite3
from array import array
from bisect import bisect_left

_BITS = 20
"""Of a reference, what tells an article's place in its issue; the rest is the issue's number in the file."""
MOST_PIECES = 1 << _BITS
_PLACE = MOST_PIECES - 1


def reference(issue: int, place: int) -> int:
    """Return the number that stands for the piece at ``place`` of the issue with a number in the file."""
    return issue << _BITS | place


def split(ref: int) -> tuple[int, int]:
    """Return the number of the issue and the place in it that ``ref`` stands for."""
    return ref >> _BITS, ref & _PLACE


class Places:
    """Numbers of issues, and the order that they stand in."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Read the numbers of all issues."""
        self.ids: dict[int, str] = dict(database.execute("select number, id from issues"))
        self.numbers = {id_: number for number, id_ in self.ids.items()}
        self._last = 0
        """The highest number; 0 where it is not known."""
        self._ranks: dict[int, int] = {}
        self._days: dict[int, int] = {}

    def add(self, issue_id: str) -> int:
        """Return the number of an issue, a new one where it has none."""
        number = self.numbers.get(issue_id)
        if number is None:
            self._last = number = (self._last or max(self.ids, default=0)) + 1
            self.numbers[issue_id] = number
            self.ids[number] = issue_id
            self._ranks.clear()
        return number

    def remove(self, number: int) -> None:
        """Forget an issue."""
        del self.numbers[self.ids.pop(number)]
        self._last = 0
        self._days.pop(number, None)
        self._ranks.clear()

    @property
    def ranks(self) -> dict[int, int]:
        """The place of each issue among all, by number."""
        if not self._ranks:
            ordered = sorted(self.ids, key=lambda number: issue_order(self.ids[number]))
            self._ranks = {number: rank for rank, number in enumerate(ordered)}
        return self._ranks

    def key(self, ref: int) -> int:
        """Return what sorts references as the archive has their articles, oldest first."""
        return self.ranks[ref >> _BITS] << _BITS | ref & _PLACE

    def find(self, refs: array[int], ref: int) -> int:
        """Return where ``ref`` stands in ``refs``, which are in order, or where it would stand."""
        return bisect_left(refs, self.key(ref), key=self.key)

    def day(self, ref: int) -> int:
        """Return the day of an article as an ordinal."""
        return self.day_of(ref >> _BITS)

    def day_of(self, number: int) -> int:
        """Return the day of an issue as an ordinal."""
        day = self._days.get(number)
        if day is None:
            day = self._days[number] = issue_order(self.ids[number])[0]
        return day

    def in_order(self) -> list[int]:
        """Return the numbers of all issues, oldest first."""
        return sorted(self.ids, key=self.ranks.__getitem__)


def issue_order(issue_id: str) -> tuple[int, str, str]:
    """Return the day of an issue as an ordinal, its publication and its edition, all of which its id tells."""
    publication, _, folder = issue_id.partition("/")
    return dt.date.fromisoformat(folder[:10]).toordinal(), publication, folder[11:]
