"""The README's configuration for nginx, run as it stands: reading, search, policy, caching, compressed copies."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.precompress import precompress
from tests.conftest import PROJECT, STRICT_POLICY
from tests.site.test_reading import ISSUE, LEAD, Watched

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

_SURROUNDINGS = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log stderr warn;
events {{}}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{configuration}
}}
"""


@pytest.fixture(scope="module")
def address(seed_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the sample site, with compressed copies, in an nginx set up as the README says."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.fail("nginx is missing: install Debian's package nginx-light.")
    folder = tmp_path_factory.mktemp("nginx")
    site = folder / "site"
    shutil.copytree(seed_site, site)
    precompress(site)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    configuration = _from_readme().replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
    configuration = configuration.replace("/srv/archive/site", str(site))
    settings = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    settings.write_text(_SURROUNDINGS.format(folder=folder, configuration=configuration, user=user))
    with subprocess.Popen([program, "-c", str(settings), "-p", str(folder)]) as server:
        try:
            _await_server(server, port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def _from_readme() -> str:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"\*\*nginx\*\*\n\n((?:    .*\n|\n)+)", text)
    assert block
    return block[1]


def _await_server(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(200):
        assert server.poll() is None, "nginx did not start"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not listen.")


def _ask(url: str, encoding: str = "identity") -> tuple[int, HTTPMessage, bytes]:
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def test_reading_and_search_work_and_nothing_is_complained_of(browser: Browser, address: str) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page())
    page = watched.page
    page.goto(f"{address}{ISSUE}/p01/01.html")
    expect(page.locator("h1")).to_contain_text(LEAD)
    page.goto(f"{address}search.html?q=东数西算")
    page.locator('#search-hits[aria-busy="false"]').wait_for()
    page.get_by_role("link", name=LEAD).first.click()
    expect(page.locator("mark").first).to_be_visible()
    assert watched.complaints == []
    assert all(url.startswith(address) for url in watched.requests)
    context.close()


def test_every_answer_carries_the_policy(address: str) -> None:
    for place in ("", f"{ISSUE}/p01/01.html", "search.html", "assets/search.js", "no/such/page"):
        _, headers, _ = _ask(address + place)
        assert headers["Content-Security-Policy"] == STRICT_POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


def test_compressed_copies_are_sent_as_they_lie_there(address: str) -> None:
    for place in ("index.html", "assets/style.css", "assets/search.js"):
        _, plain_headers, plain = _ask(address + place)
        _, headers, packed = _ask(address + place, "gzip")
        assert (plain_headers["Content-Encoding"], headers["Content-Encoding"]) == (None, "gzip")
        # A length is known only of a file that was compressed before.
        assert int(headers["Content-Length"]) == len(packed) < len(plain)
        assert gzip.decompress(packed) == plain


def test_what_is_hashed_is_kept_for_good_and_the_rest_asked_for_again(address: str, seed_site: Path) -> None:
    _, _, home = _ask(address)
    stamped = re.findall(rb'(?:href|src)="(assets/[^"]+\?v=[0-9a-f]+)"', home)
    assert stamped
    parts = [p.relative_to(seed_site).as_posix() for p in (seed_site / "pagefind").glob("*/*") if p.is_file()]
    folding = [p.relative_to(seed_site).as_posix() for p in (seed_site / "pagefind").glob("folding-*")]
    for place in (*(each.decode() for each in stamped), *parts, *folding):
        status, headers, _ = _ask(address + place)
        assert status == 200, place
        assert headers["Cache-Control"] == "public, max-age=31536000, immutable", place
    for place in ("", f"{ISSUE}/p01/01.html", "search.html", "assets/search.js", "pagefind/manifest.json"):
        status, headers, _ = _ask(address + place)
        assert (status, headers["Cache-Control"]) == (200, "no-cache"), place
        assert headers["ETag"]


def test_a_page_that_is_not_there_is_the_archives_own_and_not_kept(address: str) -> None:
    for place in ("no/such/page.html", "assets/none.css?v=0123456789", "pagefind/none/none"):
        status, headers, page = _ask(address + place)
        assert status == 404
        assert headers["Cache-Control"] == "no-cache"
        assert b"<html" in page
