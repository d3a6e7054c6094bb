"""What the browsers that have a page open are told: whether it is another now, and what went wrong."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path


class LiveSite:
    """The state of a site between builds, for any number of threads that wait for the next one."""

    def __init__(self) -> None:
        """Begin with no build done."""
        self._problems: tuple[str, ...] = ()
        self._builds = 0
        self._news = threading.Condition()

    def tell(self, problems: tuple[str, ...]) -> None:
        """Say that a build has ended, with these problems or with none."""
        with self._news:
            self._problems = problems
            self._builds += 1
            self._news.notify_all()

    def await_build(self, seen: int, seconds: float) -> tuple[int, tuple[str, ...]]:
        """Wait for more builds than ``seen`` to have ended, or ``seconds``; return their number and what is wrong."""
        with self._news:
            self._news.wait_for(lambda: self._builds > seen, seconds)
            return self._builds, self._problems


def read_version(file: Path) -> tuple[bytes, str]:
    """Return a page, and what tells this version of it from others; both empty where it is not there."""
    try:
        page = file.read_bytes()
    except OSError:
        return b"", ""
    return page, hashlib.sha256(page).hexdigest()


def with_script(page: bytes, script: bytes) -> bytes:
    """Return ``page`` with the element ``script`` in its head, or at its end where it has none."""
    head, end, rest = page.partition(b"</head>")
    return head + script + end + rest if end else page + script
