"""What a build does not do, and what it does not hold in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.layouts_folder import built_in_layouts
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import build_site
from generator.words import cutting, dictionary
from tests.conftest import CONTENT


def test_making_pages_does_not_run_jieba(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("jieba's dictionary was loaded")

    monkeypatch.setattr(cutting, "_cutter", refuse)
    monkeypatch.setattr(dictionary, "_dictionary", refuse)
    build_site(
        BuildRequest(CONTENT, (built_in_layouts(),), tmp_path / "site", tmp_path / "cache", search=False)
    )
    assert (tmp_path / "site/tmt-kuaibao/2022-09-20/p01/01.html").is_file()


def test_deleting_the_cache_changes_nothing(tmp_path: Path, seed_site: Path) -> None:
    def build(cache: str) -> dict[str, bytes]:
        site = tmp_path / "site"
        build_site(BuildRequest(CONTENT, (built_in_layouts(),), site, tmp_path / cache))
        return {
            path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
        }

    cold = build("cache")
    assert build("cache") == cold
    assert build("another") == cold
    assert {path.relative_to(seed_site).as_posix() for path in seed_site.rglob("*") if path.is_file()} == set(
        cold
    )
