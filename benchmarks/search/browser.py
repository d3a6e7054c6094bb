"""Searches in Chromium, each with what it cost: bytes as the server sent them, time as the page saw it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, Page

from benchmarks.search.processes import processor_seconds

BLANK = (
    '<!doctype html><html lang="zh-Hans"><head><title>.</title><link rel="icon" href="data:,"></head></html>'
)
SEARCH = """async ([module, query, options, all]) => {
  const begun = performance.now();
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration)));
  observer.observe({ type: "longtask" });
  const { search } = await import(module);
  let first;
  const onUpdate = ({ hits }) => {
    first ??= Promise.all(hits.slice(0, 10).map((hit) => hit.load())).then(() => performance.now() - begun);
  };
  const { total, hits } = await search(query, { ...options, onUpdate });
  const shown = await Promise.all(hits.slice(0, 10).map((hit) => hit.load()));
  const milliseconds = performance.now() - begun;
  const urls = (all ? await Promise.all(hits.map((hit) => hit.load())) : shown).map(({ url }) => url);
  const firstMilliseconds = first ? await first : milliseconds;
  await new Promise((done) => setTimeout(done, 20));
  observer.disconnect();
  return { total, urls, milliseconds, firstMilliseconds, longest: Math.max(0, ...tasks) };
}"""


@dataclass(slots=True)
class Traffic:
    """What a server has sent, heads of answers included."""

    bytes: int = 0
    requests: int = 0
    paths: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Measured:
    """One search: what it found and what it cost until its first ten hits were loaded."""

    total: int
    urls: tuple[str, ...]
    """Of the first ten hits, or of all where all were asked for."""
    bytes: int
    requests: int
    milliseconds: float
    first_milliseconds: float
    """Until the first ten hits that were known were loaded."""
    longest: float
    """The longest task of the page's main thread of 50 ms or more, in milliseconds."""
    processor_milliseconds: float
    """Processor time of the browser and the server."""


@contextmanager
def serve(folder: Path) -> Iterator[tuple[str, Traffic]]:
    """Serve ``folder`` without compression, as Python's ``http.server`` does; yield its address and traffic."""
    traffic = Traffic()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, traffic, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", traffic
    finally:
        server.shutdown()
        server.server_close()


def search_anew(
    browser: Browser, address: str, traffic: Traffic, query: str, options: dict[str, Any] | None = None
) -> Measured:
    """Search once in a new session, with nothing cached: the modules of the search are loaded as well."""
    with new_session(browser, address) as page:
        return search(page, address, traffic, query, options)


@contextmanager
def new_session(browser: Browser, address: str) -> Iterator[Page]:
    """Open an empty page of the site in a session of its own."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}blank.html")
    yield page
    context.close()


def search(
    page: Page,
    address: str,
    traffic: Traffic,
    query: str,
    options: dict[str, Any] | None = None,
    *,
    every_hit: bool = False,
) -> Measured:
    """Search in an open session; ``every_hit`` asks for the addresses of all hits (and loads their texts)."""
    before = traffic.bytes, traffic.requests
    begun = processor_seconds()
    found = page.evaluate(SEARCH, [f"{address}assets/search.js", query, options or {}, every_hit])
    return Measured(
        found["total"],
        tuple(found["urls"]),
        traffic.bytes - before[0],
        traffic.requests - before[1],
        found["milliseconds"],
        found["firstMilliseconds"],
        found["longest"],
        1000 * (processor_seconds() - begun),
    )


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, traffic: Traffic, *arguments: Any, **named: Any) -> None:
        self.traffic = traffic
        super().__init__(*arguments, **named)

    def setup(self) -> None:
        super().setup()
        self.wfile = _Counted(self.wfile, self.traffic)  # type: ignore[assignment]  # what the handler writes to

    def send_response(self, code: int, message: str | None = None) -> None:
        self.traffic.requests += 1
        self.traffic.paths.append(self.path)
        super().send_response(code, message)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class _Counted:
    """A file that counts what is written to it."""

    def __init__(self, file: BinaryIO, traffic: Traffic) -> None:
        self.file = file
        self.traffic = traffic

    def write(self, content: bytes) -> int:
        self.traffic.bytes += len(content)
        return self.file.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)
