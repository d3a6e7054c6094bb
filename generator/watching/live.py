"""What the browsers that have a page open are told: whether it is another now, and what went wrong."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path


class LiveSite:
    """The state of a site between builds, for any number of threads that wait for the next one."""

    def __init__(self) -> None:
        """Begin with no build done."""
        self._problems: tuple[str, ...] = ()
        self._times = 0
        self._news = threading.Condition()
        self._open: Counter[str] = Counter()
        self._ahead: Mapping[str, bytes] = {}

    def tell(self, problems: tuple[str, ...]) -> None:
        """Say that a build has ended, with these problems or with none: then the site has all that it made."""
        self._change(self._ahead if problems else {}, problems)

    def show_ahead(self, files: Mapping[str, bytes]) -> None:
        """Show ``files``, by their path in the site, before the build that will make them has ended."""
        self._change(files, ())

    def _change(self, ahead: Mapping[str, bytes], problems: tuple[str, ...]) -> None:
        with self._news:
            self._ahead = ahead
            self._problems = problems
            self._times += 1
            self._news.notify_all()

    def await_news(self, heard: int, seconds: float) -> tuple[int, tuple[str, ...]]:
        """Wait for news after those ``heard``, or ``seconds``; return how many there were, and what is wrong now."""
        with self._news:
            self._news.wait_for(lambda: self._times > heard, seconds)
            return self._times, self._problems

    @contextlib.contextmanager
    def watched(self, page: str) -> Iterator[None]:
        """Within it, somebody looks at the page with that path in the site."""
        with self._news:
            self._open[page] += 1
        try:
            yield
        finally:
            with self._news:
                self._open[page] -= 1

    @property
    def open_pages(self) -> frozenset[str]:
        """Paths of the pages that somebody looks at."""
        with self._news:
            return frozenset(+self._open)

    def read(self, site: Path, path: str) -> bytes | None:
        """Return a file of ``site`` by its path, as it was made last; None where it is not there."""
        ahead = self._ahead.get(path)
        if ahead is not None:
            return ahead
        try:
            return (site / path).read_bytes()
        except OSError:
            return None

    def is_ahead(self, path: str) -> bool:
        """Tell whether the file with a path is shown before the site has it."""
        return path in self._ahead


def version_of(page: bytes | None) -> str:
    """Return what tells this version of a page from others; empty where there is none."""
    return "" if page is None else hashlib.sha256(page).hexdigest()


def with_script(page: bytes, script: bytes) -> bytes:
    """Return ``page`` with the element ``script`` in its head, or at its end where it has none."""
    head, end, rest = page.partition(b"</head>")
    return head + script + end + rest if end else page + script
