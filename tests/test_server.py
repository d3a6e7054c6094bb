"""``backfile serve`` shows a site as a plain web server would, to this machine alone."""

from __future__ import annotations

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import ExitCode
from tests.conftest import Run


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    site = tmp_path / "site"
    (site / "topics").mkdir(parents=True)
    for name, text in {
        "build.json": '{"generator": "backfile 0"}',
        "index.html": "home",
        "404.html": "not here",
        "topics/算力.html": "t",
    }.items():
        (site / name).write_text(text)
    (site / "search.js").write_text("export {}")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--site", str(site), "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    yield process.stdout.readline().split("at ")[1].split(" ")[0]
    process.terminate()
    process.wait()
    process.stdout.close()


def get(url: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers["Content-Type"], refused.read().decode()


def test_files_are_served(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")
    assert get(address) == (200, "text/html", "home")
    assert get(f"{address}topics/%E7%AE%97%E5%8A%9B.html")[2] == "t"
    assert get(f"{address}search.js")[1] == "text/javascript"


@pytest.mark.parametrize(
    "path", ["nowhere.html", "topics/", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "%00"]
)
def test_what_is_not_there_gets_the_site_s_own_page(address: str, path: str) -> None:
    assert get(address + path) == (404, "text/html; charset=utf-8", "not here")


def test_without_a_site_it_says_how_to_make_one(run: Run) -> None:
    status, _, err = run("serve", "--site", "nowhere")
    assert (status, "Make it with `backfile build`" in err) == (ExitCode.UNUSABLE, True)
