"""Makes the pictures of docs/images from the built site: ``.venv/bin/python docs/make_screenshots.py``.

Needs Chromium ($CHROMIUM, or on the path) and the fonts of Debian's fonts-noto-cjk.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator.config import read_settings
from generator.layouts_folder import built_in_layouts
from generator.review import ReviewPages, write_review

PROJECT = Path(__file__).resolve().parent.parent
IMAGES = PROJECT / "docs" / "images"
ISSUE = "tmt-kuaibao/2022-09-20"
DESKTOP, PHONE = (1280, 860), (390, 860)
PICTURES = {
    "home": ("index.html", DESKTOP, "light"),
    "issue": (f"{ISSUE}/index.html", DESKTOP, "light"),
    "article-phone": (f"{ISSUE}/p01/01.html", PHONE, "light"),
    "article-dark": (f"{ISSUE}/p01/02.html", PHONE, "dark"),
    "search": ("search.html?q=东数西算", DESKTOP, "light"),
    "topics": ("topics/index.html", DESKTOP, "light"),
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        pass


def main() -> None:
    """Write one PNG for each of PICTURES."""
    handler = partial(_Quiet, directory=str(PROJECT / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    IMAGES.mkdir(exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (path, (width, height), scheme) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                locale="zh-CN",
            )
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            if "?q=" in path:
                page.locator("main mark").first.wait_for()
            page.wait_for_load_state("networkidle")
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()
        picture_review(browser)
        browser.close()
    server.shutdown()


def picture_review(browser: Browser) -> None:
    """Write the picture of a review, at its first doubtful article."""
    settings = read_settings(PROJECT / "content")
    width, height = DESKTOP
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(PROJECT):
        file = Path(folder) / "review.html"
        write_review(ISSUE, Path("content"), file, ReviewPages((built_in_layouts(),), settings), settings)
        page = browser.new_page(
            viewport={"width": width, "height": height}, locale="zh-CN", reduced_motion="reduce"
        )
        page.goto(file.as_uri())
        page.keyboard.press("j")
        page.screenshot(path=IMAGES / "review.png")
        page.close()


if __name__ == "__main__":
    main()
