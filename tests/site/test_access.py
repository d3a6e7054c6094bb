"""Every kind of page is fit for everybody: axe finds nothing, in light and dark, on a desktop and a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.site.test_reading import KINDS_OF_PAGE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_in_the_way(
    browser: Browser, seed_site: Path, serve: Callable[..., str], scheme: str, width: int
) -> None:
    address = serve(seed_site)
    # The checker runs as a script of its own in the page, which the strict policy rightly forbids.
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=scheme,
        viewport={"width": width, "height": 844},  # type: ignore[arg-type]
    )
    page = context.new_page()
    for name in (*KINDS_OF_PAGE, "search.html?q=算力"):
        page.goto(address + name)
        if "?q=" in name:
            page.locator('#search-hits[aria-busy="false"]').wait_for()
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{name} is wider than the screen"
        )
    context.close()
