"""Progress at the terminal: a bar with rate and time left; where there is no terminal, a line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from generator.progress import StageTime

BAR_AFTER = 0.5
"""Seconds that a stage takes before it gets a bar: most are over sooner."""
LINE_EVERY = 5.0
"""Seconds between two lines where there is no terminal."""


class ProgressDisplay:
    """Shows the stage that goes on, and keeps what each stage took."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        """Show progress on ``stream``, if one is given; ``clock`` gives seconds."""
        self.stages: list[StageTime] = []
        self._stream = stream
        self._clock = clock
        self._stage = ""
        self._total = self._done = self._drawn = 0
        self._began = self._shown = clock()
        self._bar: click._termui_impl.ProgressBar[int] | None = None

    def begin(self, stage: str, total: int = 0) -> None:
        """End the stage before, and begin ``stage``."""
        self.end()
        self._stage, self._total, self._done, self._drawn = stage, total, 0, 0
        self._began = self._shown = self._clock()

    def advance(self, count: int = 1) -> None:
        """Count, and show how far the stage is, where it is time to."""
        self._done += count
        if self._stream is None:
            return
        now = self._clock()
        if self._stream.isatty():
            if now - self._began >= BAR_AFTER:
                self._draw()
        elif now - self._shown >= LINE_EVERY and self._done != self._total:
            self._shown = now
            click.echo(f"{self._stage}: {self._far(now - self._began)}", file=self._stream)

    def end(self) -> None:
        """End the stage that goes on, and note what it took."""
        if self._bar:
            self._bar.render_finish()
            self._bar = None
        if self._stage:
            self.stages.append(StageTime(self._stage, self._done, self._clock() - self._began))
        self._stage = ""

    @property
    def seconds(self) -> float:
        """What all stages took that have ended."""
        return sum(stage.seconds for stage in self.stages)

    def _draw(self) -> None:
        if self._bar is None:
            self._bar = click.progressbar(
                length=self._total or None,
                label=f"{self._stage:<14}",
                show_pos=True,
                item_show_func=lambda _: self._rate(self._clock() - self._began),
                file=self._stream,
                update_min_steps=max(1, self._total // 1000),
            )
            self._bar.render_progress()
        self._bar.update(self._done - self._drawn)
        self._drawn = self._done

    def _far(self, seconds: float) -> str:
        if not self._total:
            return f"{self._done:,}, {self._rate(seconds)}"
        left = seconds * (self._total - self._done) / self._done
        share = 100 * self._done // self._total
        return f"{self._done:,} of {self._total:,} ({share} %), {self._rate(seconds)}, {left:.0f} s left"

    def _rate(self, seconds: float) -> str:
        return f"{self._done / seconds:,.0f}/s" if seconds else ""


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[ProgressDisplay]:
    """Yield a progress that shows itself on the error output; with ``quiet`` it only times the stages."""
    display = ProgressDisplay(None if quiet else sys.stderr)
    try:
        yield display
    finally:
        display.end()
