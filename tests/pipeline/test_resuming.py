"""A first build that was interrupted is gone on with: what it has made is not made again, the site is the same."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest

from generator.errors import BackfileError
from generator.layouts_folder import built_in_layouts
from generator.pipeline import resuming
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import BuildReport, build_site
from generator.progress import Silent
from tests.pipeline.edits import EditedArchive
from tests.pipeline.test_warm_is_cold import assert_same, build, files_of


class _Interrupting(Silent):
    """Interrupts when so many units are made."""

    def __init__(self, units: int) -> None:
        self._left = units
        self._making = False

    def begin(self, stage: str, total: int = 0) -> None:
        self._making = stage == "pages"

    def advance(self, count: int = 1) -> None:
        self._left -= count if self._making else 0
        if self._left < 0:
            raise KeyboardInterrupt


@pytest.fixture
def archive(tmp_path: Path) -> EditedArchive:
    """An archive whose first build was interrupted when it had made fifty units or more."""
    archive = EditedArchive(tmp_path, Random("interrupted"))
    archive.begin()
    request = BuildRequest(
        tmp_path / "content", (built_in_layouts(),), tmp_path / "site", tmp_path / "cache", search=False
    )
    with pytest.raises(KeyboardInterrupt):
        build_site(request, _Interrupting(50))
    assert not (tmp_path / "site").exists()
    return archive


def _compare(folder: Path, *layouts: Path) -> tuple[BuildReport, BuildReport]:
    """Go on, and build from nothing: the sites are equal, and nothing is left beside them."""
    resumed, anew = (
        build_site(
            BuildRequest(
                folder / "content",
                (*layouts, built_in_layouts()),
                folder / site,
                folder / f"cache{kept}",
                search=False,
            )
        )
        for site, kept in (("site", ""), ("anew", "-anew"))
    )
    assert_same(files_of(folder / "site"), files_of(folder / "anew"), "an interruption")
    assert not list(folder.glob(".*.building"))
    return resumed, anew


def test_what_was_made_is_not_made_again(archive: EditedArchive) -> None:
    resumed, anew = _compare(archive.folder)
    assert resumed.units < anew.units
    assert len(anew.units - resumed.units) >= 50


def test_a_file_that_was_not_written_to_its_end_is_made_again(archive: EditedArchive) -> None:
    staged = archive.folder / ".site.building/files"
    pages = sorted(staged.rglob("*.html"))
    pages[0].write_bytes(pages[0].read_bytes()[:100])
    pages[1].unlink()
    (staged / "stray").mkdir()
    (staged / "stray/page.html").write_text("of a unit that was not finished", encoding="utf-8")
    resumed, anew = _compare(archive.folder)
    assert resumed.units < anew.units
    assert not (archive.folder / "site/stray").exists()


def test_a_list_with_a_torn_end_is_taken_as_far_as_it_goes(archive: EditedArchive) -> None:
    made = archive.folder / ".site.building/made"
    made.write_bytes(made.read_bytes()[:-20])
    resumed, anew = _compare(archive.folder)
    assert resumed.units < anew.units


def test_nothing_is_taken_over_once_the_archive_has_changed(archive: EditedArchive) -> None:
    archive.change_article()
    resumed, anew = _compare(archive.folder)
    assert resumed.units == anew.units


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/archive.toml", 'title = "另一个标题"\nbase_url = "https://archive.example/"\n'),
        ("layouts/parts/colophon.html", "<footer>另一句</footer>\n"),
        ("content/topics.toml", '[[term]]\nname = "轮渡"\naliases = ["渡口"]\n'),
    ],
)
def test_nor_once_what_all_pages_are_made_with_has(archive: EditedArchive, file: str, text: str) -> None:
    path = archive.folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    resumed, anew = _compare(archive.folder, archive.folder / "layouts")
    assert resumed.units == anew.units


def test_a_mistake_in_between_costs_nothing_that_was_made(archive: EditedArchive) -> None:
    settings = archive.content / "archive.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}title = ", encoding="utf-8")
    with pytest.raises(BackfileError):
        build(archive.folder, "site", "cache")
    settings.write_text(text, encoding="utf-8")
    resumed, anew = _compare(archive.folder)
    assert len(anew.units - resumed.units) >= 50


def test_a_full_disk_is_named_while_what_is_made_is_listed(
    archive: EditedArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resuming, "_opened", lambda _: io.FileIO("/dev/full", "wb"))
    with pytest.raises(BackfileError) as refused:
        build(archive.folder, "site", "cache")
    assert refused.value.diagnostics[0].code == "cannot-write"
