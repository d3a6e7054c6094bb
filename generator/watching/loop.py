"""A build for each edit, in the process that serves the site: what takes long to load is loaded once."""

from __future__ import annotations

import dataclasses
import functools
import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.errors import Diagnostic
from generator.pipeline.build_request import BuildRequest
from generator.server import open_server
from generator.watching.builder import Builder
from generator.watching.edits import Edits
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
            with Edits(lambda: (request.content, *layouts())) as edits:
                thread.start()
                say(f"The site is at http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it).")
                builder = Builder(current, live, edits, say, show)
                builder.build()
                while True:
                    changed = edits.take()
                    if changed:
                        say(f"{_named(changed)} changed.")
                    if changed or builder.waits:
                        builder.build_after(changed)
        except KeyboardInterrupt:
            say("Ended.")
        finally:
            if thread.is_alive():
                server.shutdown()


def _named(changed: frozenset[Path]) -> str:
    """Return the name of what has changed, rather than of what an editor had for an instant."""
    there = sorted(path for path in changed if path.exists()) or sorted(changed)
    first = Path(os.path.relpath(there[0]))
    return f"{first}" if len(there) == 1 else f"{first} and {len(there) - 1} more"
