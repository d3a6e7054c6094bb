"""Words of the interface: complete in every language, and a person's own win key by key."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.render.interface_words import load_words
from tests.render.archives import LAYOUTS, LEAD, MAIN, SETTINGS, build

LANGUAGES = sorted(path.stem for path in (LAYOUTS / "words").glob("*.toml") if "." not in path.stem)


def write(folder: Path, name: str, text: str) -> Path:
    (folder / "words").mkdir(exist_ok=True)
    (folder / "words" / name).write_text(text, encoding="utf-8")
    return folder


def own_keys(language: str) -> set[str]:
    text = (LAYOUTS / "words" / f"{language}.toml").read_text(encoding="utf-8")
    return set(re.findall(r"^(\w+) =", text, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    assert own_keys(language) == own_keys("zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fields_of_a_word_are_those_of_every_language(language: str) -> None:
    chinese, other = load_words([LAYOUTS], "zh-Hans"), load_words([LAYOUTS], language)
    optional = {"weekday"}
    for key in own_keys("zh-Hans"):
        fields = [set(re.findall(r"\{(\w+)\}", words(key))) - optional for words in (chinese, other)]
        assert fields[0] == fields[1], key


def test_every_word_that_a_template_asks_for_is_there() -> None:
    words = load_words([LAYOUTS], "zh-Hans")
    asked = {
        key
        for template in LAYOUTS.rglob("*.html")
        for key in re.findall(r"\bt\('([\w.]+)'(?=[,)])", template.read_text(encoding="utf-8"))
    }
    assert len(asked) > 50
    assert all(words.starting(key) for key in asked)


def test_own_words_win_key_by_key(tmp_path: Path) -> None:
    words = load_words([write(tmp_path, "zh-Hans.toml", 'home = "卷首"'), LAYOUTS], "zh-Hans")
    assert (words("home"), words("search")) == ("卷首", "检索")


def test_further_files_and_tables_are_merged(tmp_path: Path) -> None:
    write(tmp_path, "zh-Hans.toml", 'home = "首页"')
    write(tmp_path, "map.zh-Hans.toml", '[map]\nzoom = "放大{n}倍"')
    words = load_words([tmp_path], "zh-Hans")
    assert words("map.zoom", n=2) == "放大2倍"
    assert words.starting("map.") == {"zoom": "放大{n}倍"}


def test_a_language_of_ones_own_falls_back_to_english(tmp_path: Path) -> None:
    words = load_words([write(tmp_path, "fr.toml", 'home = "Accueil"'), LAYOUTS], "fr")
    assert (words("home"), words("search")) == ("Accueil", "Search")


def test_a_site_speaks_a_language_added_by_a_file_of_words(tmp_path: Path) -> None:
    text = (
        'date = "{weekday} {day} {month} {year}"\nmonth_5 = "mai"\nweekday_6 = "samedi"\nhome = "Accueil"\n'
    )
    own = write(tmp_path, "fr.toml", text)
    site = build(MAIN, settings=replace(SETTINGS, language="fr"), layouts=(own,))
    article = site[f"{LEAD.id}.html"].decode()
    assert '<html lang="fr">' in article
    assert "samedi 4 mai 2019" in article
    assert ">Accueil</a>" in article


@pytest.mark.parametrize(
    ("language", "date", "heading"),
    [
        ("zh-Hans", "2019年5月4日 星期六", "出处与引用"),
        ("zh-Hant", "2019年5月4日 星期六", "出處與引用"),
        ("en", "Saturday 4 May 2019", "Source and citation"),
    ],
)
def test_a_site_speaks_the_language_of_its_archive(language: str, date: str, heading: str) -> None:
    article = build(MAIN, settings=replace(SETTINGS, language=language))[f"{LEAD.id}.html"].decode()
    assert date in article
    assert heading in article


def test_a_word_with_a_field_of_its_own_making_is_named(tmp_path: Path) -> None:
    words = load_words([write(tmp_path, "zh-Hans.toml", 'year = "{jahr}年"'), LAYOUTS], "zh-Hans")
    with pytest.raises(BackfileError, match=r"“year” in zh-Hans, “{jahr}年”"):
        words("year", year=2019)


def test_a_language_without_words_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(BackfileError, match=r"tlh.*en, zh-Hans"):
        load_words([LAYOUTS], "tlh")


@pytest.mark.parametrize(("text", "said"), [("home =", "not TOML"), ("home = 3", "“home” is 3, not a text")])
def test_a_broken_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BackfileError, match=said) as caught:
        load_words([write(tmp_path, "zh-Hans.toml", text), LAYOUTS], "zh-Hans")
    assert caught.value.diagnostics[0].file == str(tmp_path / "words" / "zh-Hans.toml")


def test_no_word_of_the_built_in_layouts_is_left_over() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in LAYOUTS.rglob("*.html"))
    code = "".join(
        path.read_text(encoding="utf-8") for path in (LAYOUTS.parent / "generator" / "render").rglob("*.py")
    )
    # Keys made of a kind, a month or a day of the week.
    made = re.compile(
        r"topics|people|organisations|places|of_kind_\w+|(month|weekday|year)_\w+|articles_by_\w+|text_size_\w+|(furniture|unplaced)_note"
    )
    for key in own_keys("zh-Hans"):
        assert made.fullmatch(key) or f"'{key}'" in templates or re.search(rf'words\(\s*"{key}"', code), key
