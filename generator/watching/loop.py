"""A build for each edit, in the process that serves the site: what takes long to load is loaded once."""

from __future__ import annotations

import dataclasses
import functools
import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.errors import BackfileError, Diagnostic
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import build_site
from generator.pipeline.previewing import preview
from generator.server import open_server
from generator.watching.changes import file_changes
from generator.watching.live import LiveSite
from generator.watching.serving import LiveHandler


def watch_site(
    request: BuildRequest,
    port: int,
    say: Callable[[str], None],
    show: Callable[[Iterable[Diagnostic]], None],
    layouts: Callable[[], tuple[Path, ...]],
) -> None:
    """Build as ``request`` says, serve the site on 127.0.0.1, and build again after each edit, until interrupted.

    ``port`` 0 takes a free one; ``say`` tells the address and each build, ``show`` what is wrong: that does not end
    it. ``layouts`` tells which folders of templates there are by now. Raises ``BackfileError`` where the port is
    taken, or the folders cannot be watched.
    """

    def current() -> BuildRequest:
        return dataclasses.replace(request, layouts=layouts())

    live = LiveSite()
    with open_server(functools.partial(LiveHandler, live, directory=str(request.site)), port) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        try:
            changes = file_changes(lambda: (request.content, *layouts()))
            next(changes)  # from here on an edit is noticed, even while the first build is at work
            thread.start()
            say(f"The site is at http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it).")
            builder = _Builder(current, live, say, show)
            builder.build()
            for changed in changes:
                if changed:
                    say(f"{_named(changed)} changed.")
                if changed or builder.waits:
                    builder.build_after(changed)
        except KeyboardInterrupt:
            say("Ended.")
        finally:
            if thread.is_alive():
                server.shutdown()


class _Builder:
    """Builds again and again, and says of each build what is new."""

    def __init__(
        self,
        request: Callable[[], BuildRequest],
        live: LiveSite,
        say: Callable[[str], None],
        show: Callable[[Iterable[Diagnostic]], None],
    ) -> None:
        self._request, self._live, self._say, self._show = request, live, say, show
        self._said: tuple[Diagnostic, ...] = ()
        self._has_built = False

    @property
    def waits(self) -> bool:
        """Whether nothing was built because somebody else builds: that ends with no edit."""
        return any(each.code == "build-running" for each in self._said)

    def build(self) -> None:
        """Build."""
        began = time.perf_counter()
        try:
            report = build_site(self._request())
        except BackfileError as refused:
            self._refused(refused)
            return
        self._has_built = True
        self._tell(report.warnings, again=False)
        self._live.tell(())
        self._say(f"Built in {time.perf_counter() - began:.1f} s.")

    def build_after(self, changed: frozenset[Path]) -> None:
        """Build after an edit of ``changed``. A template changes every page: those that are open are shown first."""
        request = self._request()
        if self._has_built and any(_is_under(path, request.layouts) for path in changed):
            try:
                ahead = preview(request, self._live.open_pages)
            except BackfileError as refused:  # the build would come to it as well, and later
                self._refused(refused)
                return
            if ahead:
                self._live.show_ahead(ahead)
        self.build()

    def _refused(self, refused: BackfileError) -> None:
        self._tell(refused.diagnostics, again=not self.waits)
        self._live.tell(tuple(map(str, refused.diagnostics)))

    def _tell(self, diagnostics: tuple[Diagnostic, ...], *, again: bool) -> None:
        self._show(each for each in diagnostics if again or each not in self._said)
        self._said = diagnostics


def _is_under(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _named(changed: frozenset[Path]) -> str:
    """Return the name of what has changed, rather than of what an editor had for an instant."""
    there = sorted(path for path in changed if path.exists()) or sorted(changed)
    first = Path(os.path.relpath(there[0]))
    return f"{first}" if len(there) == 1 else f"{first} and {len(there) - 1} more"
