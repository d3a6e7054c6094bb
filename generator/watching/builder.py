"""The builds of ``serve --watch``: one for each edit, and for browsers that have a page open the page first."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.errors import BackfileError, Diagnostic
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import build_site
from generator.pipeline.previewing import preview
from generator.progress import Silent
from generator.watching.edits import Edits
from generator.watching.live import LiveSite


class _OvertakenError(Exception):
    """A template was edited while pages were made with the one before."""


class _Attentive(Silent):
    """The progress of a build that ends where a template is edited meanwhile: it changes all that was made."""

    def __init__(self, overtaken: Callable[[], bool]) -> None:
        self._overtaken = overtaken
        self._making = False

    def begin(self, stage: str, total: int = 0) -> None:
        self._making = stage == "pages"

    def advance(self, count: int = 1) -> None:
        if self._making and self._overtaken():
            raise _OvertakenError


class Builder:
    """Builds again and again, and says of each build what is new; a template that is edited shows first."""

    def __init__(
        self,
        request: Callable[[], BuildRequest],
        live: LiveSite,
        edits: Edits,
        say: Callable[[str], None],
        show: Callable[[Iterable[Diagnostic]], None],
    ) -> None:
        """Take what gives the request as it is by now, what browsers and the terminal are told by, and the edits."""
        self._request, self._live, self._edits, self._say, self._show = request, live, edits, say, show
        self._said: tuple[Diagnostic, ...] = ()
        self._has_built = False
        self._looked_at: frozenset[Path] = frozenset()
        """Edits among which there was no template."""

    @property
    def waits(self) -> bool:
        """Whether nothing was built because somebody else builds: that ends with no edit."""
        return any(each.code == "build-running" for each in self._said)

    def build(self) -> None:
        """Build; return before the end where a template is edited meanwhile, which is not taken yet."""
        began = time.perf_counter()
        try:
            report = build_site(self._request(), _Attentive(self._is_overtaken))
        except _OvertakenError:
            return
        except BackfileError as refused:
            self._refused(refused)
            return
        self._has_built = True
        self._tell(report.warnings, again=False)
        self._live.tell(())
        self._say(f"Built in {time.perf_counter() - began:.1f} s.")

    def build_after(self, changed: frozenset[Path]) -> None:
        """Build after an edit of ``changed``. A template changes every page: those that are open are shown first."""
        try:
            self._show_ahead(changed)
        except BackfileError as refused:  # the build would come to it as well, and later
            self._refused(refused)
            return
        self.build()

    def _is_overtaken(self) -> bool:
        """Tell whether a template was edited since the build began; if so, show the open pages at once."""
        waiting = self._edits.waiting
        if waiting is self._looked_at:
            return False
        self._looked_at = waiting
        try:
            return self._show_ahead(waiting, building=True)
        except BackfileError:
            return True  # what is wrong is said when the edit is taken

    def _show_ahead(self, changed: frozenset[Path], *, building: bool = False) -> bool:
        """Show the open pages as an edit of ``changed`` makes them; return whether a template is among these."""
        request = self._request()
        layouts = [folder.resolve() for folder in request.layouts]
        if not any(_is_under(path, layouts) for path in changed):
            return False
        ahead = preview(request, self._live.open_pages, building=building) if self._has_built else {}
        if ahead:
            self._live.show_ahead(ahead)
        return True

    def _refused(self, refused: BackfileError) -> None:
        self._tell(refused.diagnostics, again=not self.waits)
        self._live.tell(tuple(map(str, refused.diagnostics)))

    def _tell(self, diagnostics: tuple[Diagnostic, ...], *, again: bool) -> None:
        self._show(each for each in diagnostics if again or each not in self._said)
        self._said = diagnostics


def _is_under(path: Path, folders: Iterable[Path]) -> bool:
    place = path.resolve()
    return any(place.is_relative_to(folder) for folder in folders)
