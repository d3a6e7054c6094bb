"""Reviews shown on this machine, each made anew from the files when it is asked for."""

from __future__ import annotations

import functools
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from generator.content.listing import id_of_issue
from generator.content.reading import issue_folders
from generator.errors import BackfileError
from generator.model import Settings
from generator.review.comparing import compare_issue
from generator.review.page import ReviewPages
from generator.server import SiteServer, is_named_here, open_server, serve

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


class ReviewHandler(BaseHTTPRequestHandler):
    """Answers with the review of the issue that the address names."""

    def __init__(self, content: Path, pages: ReviewPages, settings: Settings, *connection: Any) -> None:
        """Take what to show, and the connection as the server hands it over."""
        self._content, self._pages, self._settings = content, pages, settings
        super().__init__(*connection)

    def do_GET(self) -> None:
        """Send a review, the list of issues, or what the pages need."""
        path = self.path.partition("?")[0].strip("/")
        if not is_named_here(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif path == "review.css":
            self._send(self._pages.style, "text/css")
        elif path == "review.js":
            self._send(self._pages.script, "text/javascript")
        else:
            self._send_page(path)

    def _send_page(self, path: str) -> None:
        folders = issue_folders(self._content, [])
        ids = [id_of_issue(folder) for folder in folders]
        home = "/" if len(ids) > 1 else ""
        if path in ids:
            try:
                review = compare_issue(self._content / path, self._settings)
            except BackfileError as refused:
                self._send(self._pages.failure([str(each) for each in refused.diagnostics], home))
            else:
                self._send(self._pages.issue(review, inline=False, home=home))
        elif path == "":
            self._send(self._pages.issues(ids[::-1]))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, text: str, kind: str = "text/html") -> None:
        body = text.encode("utf-8", "xmlcharrefreplace")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing."""


def review_server(content: Path, pages: ReviewPages, settings: Settings, port: int) -> SiteServer:
    """Return a server of reviews on 127.0.0.1, ready to serve; ``port`` 0 takes a free one.

    Raises ``BackfileError`` where the port is taken.
    """
    return open_server(functools.partial(ReviewHandler, content, pages, settings), port)


def serve_reviews(
    issue_id: str,
    content: Path,
    pages: ReviewPages,
    settings: Settings,
    port: int,
    say: Callable[[str], None],
) -> None:
    """Serve reviews until interrupted; ``say`` tells the address, of the issue ``issue_id`` where one is named."""
    with review_server(content, pages, settings, port) as server:
        serve(server, "The review is at {} (Ctrl-C ends it).", say, f"/{issue_id}/" if issue_id else "/")
