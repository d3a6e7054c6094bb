"""The site as a plain server would send it, and to each page a script that asks whether it is another by now."""

from __future__ import annotations

import io
import json
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

from generator.server import SiteHandler, is_named_here
from generator.watching.live import LiveSite, version_of, with_script

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
        path = self._path_in_site(urlsplit(self.path).path)
        is_page = path.endswith(".html")
        file = self._live.read(self._site, path) if is_page or self._live.is_ahead(path) else None
        if file is None:
            return super().send_head()
        body = _with_script(file, version_of(file)) if is_page else file
        self._begin(self.guess_type(path), len(body))
        return io.BytesIO(body)

    def shown(self, page: bytes) -> bytes:
        """Return the page for an address that has none, with the script: there may be one soon."""
        return _with_script(page, "")

    def missing(self) -> bytes:
        """Return the page for an address that has none, even where there is no site yet."""
        return super().missing() or _NO_PAGE

    @property
    def _site(self) -> Path:
        return Path(self.directory)

    def _path_in_site(self, address: str) -> str:
        """Return the path in the site that an address names."""
        place = Path(self.translate_path(address))
        return (place / "index.html" if address.endswith("/") else place).relative_to(self._site).as_posix()

    def _stream(self, address: str, seen: str) -> None:
        """Tell the browser that has the version ``seen`` of the page at ``address`` what becomes of it."""
        self._begin("text/event-stream")
        path = self._path_in_site(address)
        with self._live.watched(path):
            times, problems = self._live.await_news(-1, 0)
            while True:
                other = version_of(self._live.read(self._site, path)) != seen
                self.wfile.write(f"data: {json.dumps({'changed': other, 'problems': problems})}\n\n".encode())
                heard = times
                while times == heard:
                    times, problems = self._live.await_news(heard, _PATIENCE)
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
