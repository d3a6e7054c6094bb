"""``backfile check`` proves that all text of every article is on the site, and that of withdrawn ones is not."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import ExitCode
from tests.check.made import ISSUE, RECORDS, edit, holding
from tests.conftest import Run

SITE = Path("site")
PAGES = SITE / "wanbao/2001-06-05"


def test_a_whole_site(whole_site: Run) -> None:
    status, out, err = whole_site("check")
    assert (status, err) == (ExitCode.DONE, "")
    assert " 2 corrections" in out


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (
            lambda: edit(PAGES / "p01/01.html", "</a>大桥昨日", "</a>大桥明日"),
            "p01/01.md:23: error: this text is not on its page of the site, wanbao/2001-06-05/p01/01.html: 大桥昨",
        ),
        (
            lambda: edit(PAGES / "p02/01.html", '<p class="attribution">综合', '<p class="attribution">综'),
            "this text is not on its page of the site, wanbao/2001-06-05/p02/01.html: 综合",
        ),
        (
            lambda: edit(PAGES / "p01/02.html", "（下转第2版）", "（下转第3版）"),
            "p01/02.md:14: error: this text is not on its page",
        ),
        (
            lambda: edit(holding(ISSUE, "渡船", "p02/01.md"), "六班", "七班"),
            "this text is not on its page of the site",
        ),
        (
            lambda: edit(PAGES / "index.html", "p03/01.html", "p03/index.html"),
            "p03/01.md: error: wanbao/2001-06-05/index.html does not list this article",
        ),
        (
            lambda: edit(PAGES / "p01/index.html", "p01/02.html", "p01/01.html"),
            "p01/02.md: error: wanbao/2001-06-05/p01/index.html does not list this article",
        ),
        (lambda: edit(PAGES / "p03/01.md", "bridge", "ridge"), "it is not the file that"),
        (
            lambda: edit(SITE / "assets/search.js", "export", "/**/ export"),
            "site/assets/search.js: error: it was written after the site was built",
        ),
        (
            (SITE / "robots.txt").unlink,
            "site: error: the site's files are not those that its build",
        ),
        (lambda: (SITE / "more.html").write_text("x"), "site/more.html: error: it was written after"),
        (
            lambda: edit(
                SITE / "zaobao/2001-06-06/p01/01.html", "</h1>", "</h1><p>1. 第二段。据新华社电</p>"
            ),
            "p01/01.md: error: it was withdrawn, but its text is still in zaobao/2001-06-06/p01/01.html",
        ),
        (
            lambda: shutil.copy(RECORDS / "p01/01.md", SITE / "zaobao/2001-06-06/p01/01.md"),
            "its text is still in zaobao/2001-06-06/p01/01.md",
        ),
        (
            lambda: edit(
                SITE / "feed.xml",
                "</feed>",
                "<entry><id>https://example.org/zaobao/2001-06-06/p01/01.html</id></entry></feed>",
            ),
            "feed.xml: error: it still has zaobao/2001-06-06/p01/01, which was withdrawn",
        ),
        (
            lambda: edit(
                SITE / "zaobao/manifest-2001-06.json", '"status": "withdrawn"', '"title": "早报一则"'
            ),
            "manifest-2001-06.json: error: it still has zaobao/2001-06-06/p01/01",
        ),
    ],
)
def test_a_difference_is_found_and_named(whole_site: Run, damage: Callable[[], object], message: str) -> None:
    damage()
    status, _, err = whole_site("check")
    assert (status, message in err) == (ExitCode.NEEDS_EYE, True), err


@pytest.mark.parametrize(
    "damage", [gzip.compress(b"another", mtime=0), gzip.compress(b"", mtime=0) + b"x", b""]
)
def test_a_compressed_copy_of_something_else_is_named(whole_site: Run, damage: bytes) -> None:
    assert whole_site("build", "--no-search", "--precompress")[0] == ExitCode.DONE
    assert whole_site("check")[0] == ExitCode.DONE
    (PAGES / "p01/01.html.gz").write_bytes(damage)
    status, _, err = whole_site("check")
    assert status == ExitCode.NEEDS_EYE
    assert f"{PAGES}/p01/01.html.gz: error: it holds something else than the file beside it" in err


def test_an_index_that_is_gone_is_said(whole_site: Run) -> None:
    assert "no search index" not in whole_site("check")[1]
    shutil.rmtree(SITE / "pagefind")
    assert "The site has no search index: it was built without one, or has lost it." in whole_site("check")[1]
