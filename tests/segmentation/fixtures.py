"""Fixtures of recognition rules: title, input, what is found, parted by single dots; one file a rule."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.model import Line, SourcePage

FOLDER = Path(__file__).parent / "fixtures"


class Fixture(NamedTuple):
    """One example of what a rule finds."""

    rule: str
    title: str
    text: str
    expected: str


def read_fixtures() -> list[Fixture]:
    """Return the fixtures of all rules."""
    found: list[Fixture] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for example in path.read_text(encoding="utf-8").strip("\n").split("\n\n"):
            title, text, expected = (f"{example}\n").split("\n.\n")
            found.append(Fixture(path.stem, title.strip(), text, expected.strip()))
    return found


def page_of(text: str) -> SourcePage:
    """Return a page with the lines of ``text``."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return SourcePage("source/page.txt", "01", lines)
