"""docs/templates.md names every template, every view and every value that they are given."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from generator.render import charts, composition, reading_views, term_views, time_views, views
from generator.render.discovery import views as discovery_views
from tests.render.archives import LAYOUTS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")


def test_every_template_is_documented() -> None:
    names = {
        path.relative_to(LAYOUTS).as_posix()
        for kind in ("html", "xml", "txt")
        for path in LAYOUTS.rglob(f"*.{kind}")
    }
    assert {name for name in names if f"`{name}`" not in DOCUMENT} == set()


def test_every_view_and_each_of_its_values_is_documented() -> None:
    sections = re.split(r"^### ", DOCUMENT, flags=re.MULTILINE)[1:]
    described = {name: text for text in sections for name in re.findall(r"\w+View", text.split("\n")[0])}
    rooms = (views, reading_views, discovery_views, time_views, term_views, charts, composition)
    for name, view in (pair for room in rooms for pair in vars(room).items()):
        if dataclasses.is_dataclass(view) and name.endswith("View"):
            for value in dataclasses.fields(view):
                assert f"`{value.name}`" in described[name], f"{name}.{value.name}"
