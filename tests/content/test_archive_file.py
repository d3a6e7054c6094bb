"""Import adds a publication to archive.toml without changing anything else in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_settings
from generator.content.archive_file import register_publications
from generator.errors import BackfileError


def test_a_publication_is_added_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "archive.toml"
    path.write_text('title = "馆"  # ours\n\n[publications.chenbao]\nname = "晨报"\n')
    register_publications(tmp_path, read_settings(tmp_path), ["chenbao", "wanbao"])
    settings = read_settings(tmp_path)
    assert [(each.slug, each.name, each.name_supplied) for each in settings.publications.values()] == [
        ("chenbao", "晨报", False),
        ("wanbao", "wanbao", True),
    ]
    assert 'title = "馆"  # ours\n' in path.read_text()


@pytest.mark.parametrize(
    "text",
    [
        'publications.chenbao.name = "晨报"\nlanguage = "en"\n',
        'publications = {chenbao = {name = "晨报"}}\nlanguage = "en"\n',
    ],
)
def test_other_ways_of_writing_are_kept_whole_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "archive.toml"
    path.write_text(text)
    try:
        register_publications(tmp_path, read_settings(tmp_path), ["wanbao"])
    except BackfileError as refused:
        assert "[publications.wanbao]" in str(refused)
        assert path.read_text() == text
    settings = read_settings(tmp_path)
    assert settings.language == "en"
    assert settings.publications["chenbao"].name == "晨报"
