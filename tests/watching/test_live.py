"""What is made ahead of the site is shown in its place, until the site has it."""

from __future__ import annotations

import functools
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.server import open_server
from generator.watching.live import LiveSite, version_of
from generator.watching.serving import LiveHandler


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[LiveSite, str]]:
    """A site of one page, and its address."""
    (tmp_path / "报.html").write_text("<head></head><p>旧", encoding="utf-8")
    live = LiveSite()
    with open_server(functools.partial(LiveHandler, live, directory=str(tmp_path)), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield live, f"http://127.0.0.1:{server.server_port}/"
        live.tell(())
        server.shutdown()
        thread.join()


def get(address: str) -> tuple[str, str]:
    with urllib.request.urlopen(address) as answer:
        return answer.headers["Content-Type"], answer.read().decode()


def test_a_page_ahead_stands_in_for_that_of_the_site(served: tuple[LiveSite, str]) -> None:
    live, address = served
    page = address + quote("报.html")
    assert "旧" in get(page)[1]
    live.show_ahead({"报.html": "<head></head><p>新".encode(), "assets/a.1.css": b"p {}"})
    kind, text = get(page)
    assert ("新" in text, "/.backfile/live.js" in text, kind) == (True, True, "text/html")
    assert get(f"{address}assets/a.1.css") == ("text/css", "p {}")
    live.tell(("front matter is wrong",))
    assert "新" in get(page)[1]
    live.tell(())
    assert "旧" in get(page)[1]


def test_who_looks_at_a_page_is_told_that_it_is_another(served: tuple[LiveSite, str]) -> None:
    live, address = served
    seen = version_of("<head></head><p>旧".encode())
    asked = f"{address}.backfile/events?page=/{quote(quote('报.html'))}&seen={seen}"
    with urllib.request.urlopen(asked) as stream:
        assert '"changed": false' in stream.readline().decode()
        assert live.open_pages == {"报.html"}
        live.show_ahead({"报.html": b"another"})
        assert next(line for line in stream if b"data" in line).startswith(b'data: {"changed": true')
