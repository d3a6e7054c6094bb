"""Settings have defaults, unknown keys are refused, and every problem is located."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_settings
from generator.errors import BackfileError
from generator.model import Publication, Settings


def test_every_setting_has_a_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "archive.toml").write_text("")
    assert read_settings(tmp_path) == Settings()


def test_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text(
        'title = "晚报馆"\nlanguage = "zh-Hant"\nbase_url = "https://example.org/a"\n'
        '[publications.wanbao]\nname = "晚报"\nname_supplied = true\n[publications.times]\nlanguage = "en"\n'
    )
    settings = read_settings(tmp_path)
    assert (settings.title, settings.base_url) == ("晚报馆", "https://example.org/a/")
    assert settings.publications["wanbao"] == Publication("wanbao", "晚报", True, "zh-Hant")
    assert settings.publications["times"] == Publication("times", "times", False, "en")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('title = "a\n', 1, "cannot be read as TOML"),
        ('\ntitel = "a"\n', 2, "there is no setting titel"),
        ("title = 7\n", 1, "title must be text; it is 7"),
        ('base_url = "example.org"\n', 1, "base_url must be an absolute web address"),
        ('base_url = "https://[::1/"\n', 1, "base_url must be an absolute web address"),
        ('base_url = "https://x/?a=1"\n', 1, "base_url must be a web address without ? and #"),
        ('contact = "mailto:"\n', 1, "contact must be an absolute web address"),
        ('corrections = "https://[x/{path}"\n', 1, "corrections must be an absolute web address"),
        ('contact = "javascript:alert(1)"\n', 1, "contact must be an absolute web address"),
        ('language = "<b>"\n', 1, "language must be a language tag"),
        ('[publications.a]\nname = "A"\ncolour = "red"\n', 3, "there is no setting publications.a.colour"),
        ("[publications.topics]\n", 1, "cannot be called 'topics'"),
    ],
)
def test_wrong_settings_are_located(tmp_path: Path, text: str, line: int, message: str) -> None:
    (tmp_path / "archive.toml").write_text(text)
    with pytest.raises(BackfileError) as refused:
        read_settings(tmp_path)
    diagnostic = refused.value.diagnostics[0]
    assert message in diagnostic.message
    assert diagnostic.line == line


def test_what_stands_in_braces_in_corrections_is_known(tmp_path: Path) -> None:
    address = "https://forge.example/edit/main/{path}?title={title}&id={id}&at={url}"
    text = f'corrections = "{address}"\nindex_notices = true\n'
    (tmp_path / "archive.toml").write_text(text, encoding="utf-8")
    settings = read_settings(tmp_path)
    assert settings.corrections == address
    assert settings.index_notices


@pytest.mark.parametrize(
    "value", ["https://x.example/{file}", "https://x.example/{path!r}", "https://x.example/{", "/{path}"]
)
def test_corrections_that_cannot_be_filled_in_are_refused(tmp_path: Path, value: str) -> None:
    (tmp_path / "archive.toml").write_text(f'corrections = "{value}"\n', encoding="utf-8")
    with pytest.raises(BackfileError, match="corrections must be an"):
        read_settings(tmp_path)


def test_a_newspaper_has_rights_of_its_own(tmp_path: Path) -> None:
    text = 'rights = "archive"\n[publications.wanbao]\nname = "晚报"\nrights = "paper"\n'
    (tmp_path / "archive.toml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path).publications["wanbao"].rights == "paper"
