"""What many tests need: the project's own issue built as a site, a plain server, and a browser."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from generator import console
from generator.cli import command
from generator.layouts_folder import built_in_layouts
from generator.output import journal
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import build_site
from generator.server import SiteServer

# The same examples at every run: a red test is to be red for the next person as well.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

# A shell that runs the tests in the background lets them ignore Ctrl-C, and with them every program that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

PROJECT = Path(__file__).resolve().parent.parent
CONTENT = PROJECT / "content"
SEED_ISSUE = CONTENT / "tmt-kuaibao" / "2022-09-20"

STRICT_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session", autouse=True)
def _no_power_is_cut() -> Iterator[None]:
    """Spare the tests the wait for the disk, which a build needs in case the power is cut after it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(journal, "settle", lambda _: None)
        patched.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in an empty folder; returns exit status, output and messages."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = console.guarded(
            lambda: command.main(list(arguments), prog_name="backfile", standalone_mode=False)
        )
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture(scope="session")
def seed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site made from the project's own content/, in a folder of its own."""
    folder = tmp_path_factory.mktemp("seed")
    site = folder / "site"
    build_site(BuildRequest(CONTENT, (built_in_layouts(),), site, folder / "cache", jobs=1))
    return site


class _Handler(SimpleHTTPRequestHandler):
    """A plain file server under a path, with the strict policy that the pages promise to work under."""

    prefix = "/"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return "/nowhere"
        return super().translate_path("/" + path[len(self.prefix) :])

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT_POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class's name
        pass


@contextlib.contextmanager
def _serving(folder: Path, prefix: str) -> Iterator[str]:
    handler = type("Handler", (_Handler,), {"prefix": prefix})
    server = SiteServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Give a function that serves a folder under a path (``/`` or ``/some/folder/``) and returns its address."""
    with contextlib.ExitStack() as stack:
        yield lambda folder, prefix="/": stack.enter_context(_serving(folder, prefix))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, from $CHROMIUM or the path; its absence is a failure, since what it would show is unknown."""
    found = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "google-chrome"))), None
    )
    if not found:
        pytest.fail("Chromium is missing: install Debian's package chromium, or set CHROMIUM to its path.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield running
        running.close()
