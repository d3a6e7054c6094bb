"""How long work shows itself: the stages tell a ``Progress`` what they begin and how far they are.

Who looks on decides what to do with it: the terminal shows a bar (``progress_display.py``), a program nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class StageTime:
    """One row of the table at the end."""

    name: str
    count: int
    seconds: float


class Progress(Protocol):
    """What a stage calls; always in the process that the command runs in."""

    def begin(self, stage: str, total: int = 0) -> None:
        """Say that ``stage`` begins, with ``total`` things to do (0: not known); the one before it has ended."""

    def advance(self, count: int = 1) -> None:
        """Say that ``count`` more things of the stage are done."""


class Silent:
    """A progress that nobody watches."""

    def begin(self, stage: str, total: int = 0) -> None:
        """Do nothing."""

    def advance(self, count: int = 1) -> None:
        """Do nothing."""


SILENT = Silent()


def counted(things: Iterable[_Thing], progress: Progress) -> Iterator[_Thing]:
    """Yield ``things``, each counted as done when the next one is asked for."""
    for thing in things:
        yield thing
        progress.advance()
