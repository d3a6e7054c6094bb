"""The site as a plain server would send it, and to each page a script that asks whether it is another by now."""

from __future__ import annotations

import io
import json
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

from generator.server import SiteHandler, is_named_here
from generator.watching.live import LiveSite, read_version, with_script

_OWN = "/.backfile/"
"""Addresses of the server's own, which no file of a site has."""
_BROWSER = Path(__file__).parent / "browser"
_KINDS = {"live.js": "text/javascript; charset=utf-8", "live.css": "text/css; charset=utf-8"}
_PATIENCE = 15.0
"""Seconds after which a browser that waits is told that nothing has happened: so it is seen whether it is there."""
_NO_PAGE = (
    b"<!doctype html><html lang=en><head><title>backfile</title></head><p>There is no such page.</p></html>"
)


class LiveHandler(SiteHandler):
    """Files as they are, pages with the script, and a stream of what becomes of a page."""

    def __init__(self, live: LiveSite, *connection: Any, **options: Any) -> None:
        """Take what is known of the site, and the connection as the server hands it over."""
        self._live = live
        super().__init__(*connection, **options)

    def do_GET(self) -> None:  # noqa: N802  # the name is the base class's
        """Send a file, what the pages need of the server, or the stream."""
        address = urlsplit(self.path)
        name = address.path.removeprefix(_OWN)
        if not is_named_here(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif address.path == f"{_OWN}{name}" and name in _KINDS:
            self._send((_BROWSER / name).read_bytes(), _KINDS[name])
        elif address.path == f"{_OWN}events":
            asked = parse_qs(address.query)
            self._stream(asked.get("page", ["/"])[0], asked.get("seen", [""])[0])
        else:
            super().do_GET()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the head of the answer, and return what follows it: a page with the script in it."""
        place = self._page(urlsplit(self.path).path)
        page, version = read_version(place) if place.suffix == ".html" else (b"", "")
        if not version:
            return super().send_head()
        body = _with_script(page, version)
        self._begin("text/html", len(body))
        return io.BytesIO(body)

    def shown(self, page: bytes) -> bytes:
        """Return the page for an address that has none, with the script: there may be one soon."""
        return _with_script(page, "")

    def missing(self) -> bytes:
        """Return the page for an address that has none, even where there is no site yet."""
        return super().missing() or _NO_PAGE

    def _page(self, path: str) -> Path:
        place = Path(self.translate_path(path))
        return place / "index.html" if path.endswith("/") else place

    def _stream(self, path: str, seen: str) -> None:
        """Tell the browser that has the version ``seen`` of the page at ``path`` what becomes of it."""
        self._begin("text/event-stream")
        builds, problems = self._live.await_build(-1, 0)
        while True:
            state = {"changed": read_version(self._page(path))[1] != seen, "problems": problems}
            self.wfile.write(f"data: {json.dumps(state)}\n\n".encode())
            told = builds
            while builds == told:
                builds, problems = self._live.await_build(told, _PATIENCE)
                self.wfile.write(b":\n\n")

    def _send(self, body: bytes, kind: str) -> None:
        self._begin(kind, len(body))
        self.wfile.write(body)

    def _begin(self, kind: str, size: int = -1) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        if size >= 0:
            self.send_header("Content-Length", str(size))
        self.end_headers()


def _with_script(page: bytes, version: str) -> bytes:
    element = (
        f'<link rel="stylesheet" href="{_OWN}live.css">'
        f'<script src="{_OWN}live.js" data-seen="{version}" defer></script>'
    )
    return with_script(page, element.encode())
