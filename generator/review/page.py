"""A review -> its page, with the layouts of the archive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.model import Settings
from generator.render.assets import STYLE_SHEET, Assets
from generator.render.interface_words import load_words
from generator.render.templates import Templates
from generator.review.views import Review

STYLE, SCRIPT = "review/review.css", "review/review.js"
COLOURS = 12
"""Colours that articles are told apart by; the thirteenth has the first one's, with a broken edge."""


class ReviewPages:
    """Makes the pages of reviews, in the words and the layouts of one archive."""

    def __init__(self, layouts: Sequence[Path], settings: Settings) -> None:
        """Take the layout folders, the archive's own before the built-in one, and the archive's settings.

        Raises ``BackfileError`` for interface words that are missing or not TOML.
        """
        self._words = load_words(layouts, settings.language)
        self._templates = Templates(layouts, {}, {"t": self._words, "reading": self._reading})
        self._language = settings.language
        site = {file.path: file.data for file in Assets(layouts).files()}
        found = (_first(layouts, STYLE), _first(layouts, SCRIPT))
        self.style = f"{site[f'assets/{STYLE_SHEET}'].decode()}\n{found[0]}"
        self.script = found[1]

    def issue(self, review: Review, *, inline: bool, home: str = "") -> str:
        """Return the page of ``review``; ``inline`` puts style and script into it, so that it is one file.

        ``home`` is the address of the list of issues, where there is one.
        """
        return self._page("review/issue.html", inline=inline, review=review, home=home, colours=COLOURS)

    def issues(self, ids: Sequence[str]) -> str:
        """Return the list of the issues ``ids``."""
        return self._page("review/issues.html", inline=False, ids=ids)

    def failure(self, messages: Sequence[str], home: str) -> str:
        """Return the page that shows why an issue cannot be reviewed."""
        return self._page("review/failure.html", inline=False, messages=messages, home=home)

    def _page(self, template: str, *, inline: bool, **values: object) -> str:
        frame = {"inline": inline, "style": self.style, "script": self.script, "language": self._language}
        return self._templates.render(template, template, {**frame, **values})

    def _reading(self, key: str, text: str) -> str:
        """Return the second-best reading in the words of the interface, or as import wrote it."""
        return self._words.starting("review.reading.").get(key, text)


def _first(layouts: Sequence[Path], name: str) -> str:
    return next(
        (layout / name).read_text(encoding="utf-8") for layout in layouts if (layout / name).is_file()
    )
