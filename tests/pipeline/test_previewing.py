"""A page made ahead of the site is the page that the site will have."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.layouts_folder import built_in_layouts
from generator.locks import only_one
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import build_site
from generator.pipeline.previewing import preview
from tests.faults.archives import write_issue

ISSUE = "wanbao/1996-03-04"
OPEN = (f"{ISSUE}/p01/02.html", f"{ISSUE}/index.html", "index.html", "search.html")


@pytest.fixture
def request_of(tmp_path: Path) -> BuildRequest:
    """The request of a site that has been built, with a layout of its own."""
    write_issue(tmp_path / "content", 4, 2)
    write_issue(tmp_path / "content", 5, 2)
    own = tmp_path / "layouts"
    own.mkdir()
    shutil.copy(built_in_layouts() / "base.html", own)
    request = BuildRequest(
        tmp_path / "content",
        (own, built_in_layouts()),
        tmp_path / "site",
        tmp_path / "cache",
        base_url="https://archive.example.org/",
        search=False,
    )
    build_site(request)
    return request


def edit(request: BuildRequest, old: str, new: str) -> None:
    layout = request.layouts[0] / "base.html"
    text = layout.read_text()
    assert old in text
    layout.write_text(text.replace(old, new, 1))


def test_pages_and_assets_are_those_that_the_next_build_makes(request_of: BuildRequest) -> None:
    edit(request_of, "<body>", "<body><p>改版</p>")
    (request_of.layouts[0] / "assets").mkdir()
    (request_of.layouts[0] / "assets" / "style.css").write_text("p { color: red }")
    before = {path: (request_of.site / path).read_bytes() for path in OPEN}
    ahead = preview(request_of, OPEN)
    assert ahead.keys() >= set(OPEN)
    assert {path: (request_of.site / path).read_bytes() for path in OPEN} == before
    build_site(request_of)
    assert "改版" in ahead[OPEN[0]].decode()
    assert ahead == {path: (request_of.site / path).read_bytes() for path in ahead}
    assert b"p { color: red }" in ahead.values()


def test_what_is_no_page_is_left_out(request_of: BuildRequest) -> None:
    ahead = preview(request_of, ["nowhere.html", "../content/archive.toml", f"{ISSUE}/p09/01.html"])
    assert all(path.startswith("assets/") for path in ahead)


def test_pages_of_what_is_no_more_are_left_out(request_of: BuildRequest) -> None:
    """An issue is removed, and the build that took it out of the catalogue did not come to its end."""
    shutil.rmtree(request_of.content / ISSUE)
    edit(request_of, "<body>", "<body>{{ nothing.at_all }}")
    with pytest.raises(BackfileError):
        build_site(request_of)
    edit(request_of, "{{ nothing.at_all }}", "<p>改版</p>")
    ahead = preview(request_of, (*OPEN, f"{ISSUE}/p01/index.html"))
    assert {path for path in ahead if path.endswith(".html")} == {"index.html", "search.html"}


def test_a_template_that_fails_is_an_error(request_of: BuildRequest) -> None:
    edit(request_of, "<body>", "<body>{{ nobody.knows }}")
    with pytest.raises(BackfileError, match="nobody"):
        preview(request_of, OPEN)


def test_what_else_is_wrong_is_left_for_the_build_to_say(request_of: BuildRequest) -> None:
    article = request_of.content / f"{ISSUE}/p01/02.md"
    with only_one(request_of.cache, "build"):
        assert preview(request_of, OPEN) == {}
    article.write_text(article.read_text().replace("id:", "id: [", 1))
    assert preview(request_of, OPEN) == {}
    request_of.catalogue.write_bytes(b"x" * 5000)
    assert preview(request_of, OPEN) == {}
