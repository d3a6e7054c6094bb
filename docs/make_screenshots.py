"""Makes the pictures of docs/images from the built site: ``.venv/bin/python docs/make_screenshots.py``.

Needs Chromium ($CHROMIUM, or on the path) and the fonts of Debian's fonts-noto-cjk.
"""

from __future__ import annotations

import base64
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
KINDS = {
    "home": "index.html",
    "publication": "tmt-kuaibao/index.html",
    "year": "tmt-kuaibao/2022.html",
    "month": "tmt-kuaibao/2022-09.html",
    "days": "days/index.html",
    "day-of-years": "days/09-20.html",
    "issue": f"{ISSUE}/index.html",
    "page": f"{ISSUE}/p01/index.html",
    "article": f"{ISSUE}/p01/01.html",
    "notice": f"{ISSUE}/p01/06.html",
    "topics": "topics/index.html",
    "topic": "topics/算力.html",
    "people": "people/index.html",
    "person": "people/张云明.html",
    "search": "search.html?q=东数西算",
    "not-found": "404.html",
}
"""Pages of the built site, one of each kind."""
DARK = {"article-dark": KINDS["article"]}
QUALITY = 72
HEIGHT = 520
"""Height of a picture; a desktop and a phone stand side by side in it."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        pass


def main() -> None:
    """Write one JPEG for each of KINDS and DARK, with the page on a desktop and on a phone, and one of a review."""
    handler = partial(_Quiet, directory=str(PROJECT / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    IMAGES.mkdir(exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, path in {**KINDS, **DARK}.items():
            url = f"http://127.0.0.1:{server.server_port}/{path}"
            shots = [picture_page(browser, url, size, dark=name in DARK) for size in (DESKTOP, PHONE)]
            write_together(browser, shots, IMAGES / f"{name}.jpg")
        picture_review(browser)
        browser.close()
    server.shutdown()


def picture_page(browser: Browser, url: str, size: tuple[int, int], *, dark: bool) -> bytes:
    """Return a PNG of the first screen of ``url`` in a window of ``size`` (width and height in CSS pixels)."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        locale="zh-CN",
    )
    page.goto(url)
    if "?q=" in url:
        page.locator("main mark").first.wait_for()
    page.wait_for_load_state("networkidle")
    shot = page.screenshot()
    page.close()
    return shot


def write_together(browser: Browser, shots: list[bytes], path: Path) -> None:
    """Write the PNGs ``shots`` side by side as one JPEG at ``path``."""
    pictures = "".join(
        f'<img height="{HEIGHT}" src="data:image/png;base64,{base64.b64encode(shot).decode()}">'
        for shot in shots
    )
    page = browser.new_page()
    page.set_content(
        "<!doctype html><style>body{margin:0;display:flex;gap:12px;width:max-content;background:#8a8378}</style>"
        + pictures
    )
    page.locator("body").screenshot(path=path, type="jpeg", quality=QUALITY)
    page.close()


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
        page.screenshot(path=IMAGES / "review.jpg", type="jpeg", quality=QUALITY)
        page.close()


if __name__ == "__main__":
    main()
