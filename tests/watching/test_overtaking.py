"""A template that is edited while the site is made with the one before shows at once, and the site gets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from generator.layouts_folder import built_in_layouts
from generator.pipeline.build_request import BuildRequest
from generator.watching.builder import Builder
from generator.watching.live import LiveSite
from tests.pipeline.edits import EditedArchive


class _EditsDuringBuild:
    """Has an edit from the moment on at which somebody looks a second time."""

    def __init__(self, edit: Callable[[], Path]) -> None:
        self._edit = edit
        self._changed: frozenset[Path] = frozenset()
        self.begin()

    def begin(self, *, never: bool = False) -> None:
        self._looks = 2 if never else 0

    @property
    def waiting(self) -> frozenset[Path]:
        self._looks += 1
        if self._looks == 2:
            self._changed = frozenset({self._edit()})
        return self._changed

    def take(self) -> frozenset[Path]:
        taken, self._changed = self._changed, frozenset()
        return taken


def test_an_edit_during_a_build_is_not_waited_for(tmp_path: Path) -> None:
    archive = EditedArchive(tmp_path, Random("overtaken"))
    archive.begin()
    layouts = tmp_path / "layouts"
    layouts.mkdir()

    def edit(mark: str) -> Path:
        text = (built_in_layouts() / "article.html").read_text(encoding="utf-8")
        (layouts / "article.html").write_text(text.replace("<h1", f"<p>{mark}</p><h1", 1), encoding="utf-8")
        return layouts / "article.html"

    request = BuildRequest(
        archive.content,
        (layouts, built_in_layouts()),
        tmp_path / "site",
        tmp_path / "cache",
        search=False,
        jobs=1,
    )
    live, said = LiveSite(), list[str]()
    edits = _EditsDuringBuild(lambda: edit("一改再改"))
    builder = Builder(lambda: request, live, edits, said.append, list)  # type: ignore[arg-type]  # stands for them
    edit("原样")
    edits.begin(never=True)
    builder.build()
    page = f"{archive.issues[0]}/p01/01.html"
    with live.watched(page):
        edits.begin()
        builder.build_after(frozenset({edit("初改")}))
        assert "一改再改" in (live.read(request.site, page) or b"").decode()
        assert "原样" in (request.site / page).read_text(encoding="utf-8")
        builder.build_after(edits.take())
    assert "一改再改" in (request.site / page).read_text(encoding="utf-8")
    assert not live.is_ahead(page)
    assert len(said) == 2
