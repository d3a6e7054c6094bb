"""Compiled templates that are kept: used where they are of the same template, and never a reason to fail."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.render import Renderer, render_frame
from tests.render.archives import LAYOUTS, SETTINGS, archive_of, short_issue

ISSUE = "haibin-ribao/2019-05-03"


def pages(cache: Path | None, *own: Path, language: str = "zh-Hans") -> dict[str, bytes]:
    settings = replace(SETTINGS, language=language)
    archive = archive_of(short_issue(dt.date(2019, 5, 3)), settings=settings)
    return {file.path: file.data for file in render_frame(ISSUE, Renderer([*own, LAYOUTS], archive, cache))}


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled."""
    names: list[str] = []
    generate = Environment._generate

    def noted(self: Environment, source: object, name: str, *rest: object, **more: object) -> str:
        names.append(name)
        return generate(self, source, name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Environment, "_generate", noted)
    return names


def test_a_template_is_compiled_once(tmp_path: Path, compiled: list[str]) -> None:
    first = pages(tmp_path)
    assert "page.html" in compiled
    compiled.clear()
    assert pages(tmp_path) == first == pages(None)
    assert compiled.count("page.html") == 1  # without a cache


def test_other_words_and_other_files_are_other_code(tmp_path: Path, compiled: list[str]) -> None:
    own = tmp_path / "own"
    (own / "words").mkdir(parents=True)
    cache = tmp_path / "cache"
    pages(cache, own)
    (own / "words" / "zh-Hans.toml").write_text('skip = "另一句话"\n', encoding="utf-8")
    assert "另一句话".encode() in pages(cache, own)[f"{ISSUE}/index.html"]
    assert pages(cache, own, language="en") == pages(None, own, language="en")
    compiled.clear()
    (own / "page.html").write_text("自己的", encoding="utf-8")
    assert pages(cache, own)[f"{ISSUE}/p01/index.html"] == "自己的".encode()
    assert compiled == [*dict.fromkeys(compiled)]


@pytest.mark.parametrize("damage", [b"", b"x" * 200, None])
def test_damaged_code_is_made_again(tmp_path: Path, damage: bytes | None) -> None:
    whole = pages(tmp_path)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        data = path.read_bytes()
        path.write_bytes(data[:-20] + bytes(20) if damage is None else damage)
    assert pages(tmp_path) == whole


def test_a_cache_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("a file where the folder would be")
    assert pages(tmp_path) == pages(None)
