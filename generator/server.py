"""Show a built site on this machine, as any plain web server would."""

from __future__ import annotations

import functools
import io
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from generator.errors import error
from generator.output import is_site


class SiteHandler(SimpleHTTPRequestHandler):
    """Files as they are, the site's own 404 page, and nothing cached: the next build is to be seen at once."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        ".xml": "application/xml",
        ".md": "text/markdown; charset=utf-8",
    }

    def end_headers(self) -> None:
        """End the head of every answer with word that it may have changed."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the head of an answer; a file's name has no NUL, and the system would raise one as an error."""
        if "\0" in self.translate_path(self.path):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:
        """Refuse to: a plain web server shows no folders."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send an error; where there is nothing at the address, the site's own page for that."""
        page = self.missing()
        if code != HTTPStatus.NOT_FOUND or not page:
            super().send_error(code, message, explain)
            return
        body = self.shown(page)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def missing(self) -> bytes:
        """Return the page for an address that has none; empty where the site has no such page."""
        page = Path(self.directory) / "404.html"
        return page.read_bytes() if page.is_file() else b""

    def shown(self, page: bytes) -> bytes:
        """Return a page as it is sent."""
        return page

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing."""


class SiteServer(ThreadingHTTPServer):
    """Says nothing of a browser that has gone before its answer: it went on to another page."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Show a mistake of ours, and nothing else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def is_named_here(host: str) -> bool:
    """Tell whether an address on this machine itself was asked for, by the ``Host`` of the request.

    Another site whose name leads to this machine would read what is not published yet.
    """
    return host.rpartition(":")[0] in ("127.0.0.1", "localhost")


def open_server(handler: Callable[..., BaseHTTPRequestHandler], port: int) -> SiteServer:
    """Return a server on 127.0.0.1 whose connections ``handler`` answers; ``port`` 0 takes a free one.

    Raises ``BackfileError`` where the port is taken.
    """
    try:
        return SiteServer(("127.0.0.1", port), handler)
    except OSError as problem:
        raise error(
            "port-taken",
            f"port {port} cannot be used: {problem.strerror}.",
            remedy="Choose another with --port, or --port 0 for any free one.",
        ) from problem


def serve_site(site: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve ``site`` on 127.0.0.1 until interrupted; ``port`` 0 takes a free one. ``say`` tells the address.

    Raises ``BackfileError`` where there is no site, or the port is taken.
    """
    if not is_site(site):
        raise error(
            "site-missing", "there is no site.", file=str(site), remedy="Make it with `backfile build`."
        )
    with open_server(functools.partial(SiteHandler, directory=str(site)), port) as server:
        serve(server, "The site is at {} (Ctrl-C ends it).", say)


def serve(server: SiteServer, told: str, say: Callable[[str], None], path: str = "/") -> None:
    """Answer until interrupted; ``say`` tells the address of ``path``, in the place of ``{}`` in ``told``."""
    say(told.format(f"http://127.0.0.1:{server.server_port}{path}"))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Ended.")
