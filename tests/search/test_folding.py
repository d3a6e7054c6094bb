"""Folding: one character to one, the same in Python and in the browser."""

from __future__ import annotations

import random
import sys
import unicodedata

import pytest
from playwright.sync_api import Browser

from generator.search.folding import load_folding
from generator.search.reading import read
from tests.search.archive import DOCUMENTS, draw_text

FOLDING = load_folding()
READ_IN_BROWSER = """async ([base, texts]) => {
  const { loadFolding, loadManifest } = await import(`${base}assets/search-files.js`);
  const folding = await loadFolding(await loadManifest());
  return texts.map((text) => {
    const { chars, units } = folding.read(text);
    return [[...text].map((char) => folding.fold(char)).join(""), units.map((place) => chars[place]).join("")];
  });
}"""
CLASSES_IN_BROWSER = """async ([base, text]) => {
  const { loadFolding, loadManifest } = await import(`${base}assets/search-files.js`);
  const folding = await loadFolding(await loadManifest());
  return [...text].map((char) => folding.classOf(folding.fold(char)));
}"""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ　１２３", "abc 123"),
        ("裏面資訊", "里面资讯"),
        ("5.5Ｇ", "5.5g"),
        ("Ⅱ℃㎡", "ⅱ℃㎡"),  # would be several characters: left as they are
        ("ßİ", "ßİ"),
        ("①²", "12"),
        ("𠮷😀", "𠮷😀"),
    ],
)
def test_folds_case_width_and_form_one_to_one(text: str, folded: str) -> None:
    assert FOLDING.fold(text) == folded


def test_every_character_folds_to_one_that_folds_to_itself() -> None:
    folded = FOLDING.fold("".join(map(chr, range(sys.maxunicode + 1))))
    assert len(folded) == sys.maxunicode + 1
    assert FOLDING.fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("“东数西算”工程", "东数西算工程"),
        ("算力 网络", "算力网络"),
        ("5G 网络", "5g网络"),
        ("5.5G 是 55G", "5.5g是55g"),
        ("10 20", "10 20"),
        ("web  face", "web face"),
        ("3-4元", "3-4元"),
        ("（50%）", "50%"),
        ("零\u200b宽so\u00adft", "零宽soft"),
        ("，。", ""),
        ("", ""),
    ],
)
def test_reads_what_counts(text: str, units: str) -> None:
    assert read(text).units == units


def test_gaps_are_where_something_was_passed_over() -> None:
    assert read("“东数”西算").gaps == {2}
    assert read("算力网").gaps == frozenset()


@pytest.mark.browser
def test_the_browser_folds_every_character_alike(browser: Browser, root_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{root_url}page.html")
    codes = [c for c in range(0x30000) if unicodedata.category(chr(c)) not in {"Cn", "Cs"}]
    text = "".join(map(chr, codes))
    ((folded, units),) = page.evaluate(READ_IN_BROWSER, [root_url, [text]])
    assert folded == FOLDING.fold(text)
    assert units == read(text).units
    classes = page.evaluate(CLASSES_IN_BROWSER, [root_url, text])
    assert classes == [FOLDING.char_class(char) for char in FOLDING.fold(text)]
    page.close()


@pytest.mark.browser
def test_the_browser_reads_texts_alike(browser: Browser, root_url: str) -> None:
    rng = random.Random(3)
    texts = [text for document in DOCUMENTS[:300] for text in document.texts()]
    texts += [draw_text(rng, 12) for _ in range(500)]
    page = browser.new_page()
    page.goto(f"{root_url}page.html")
    found = page.evaluate(READ_IN_BROWSER, [root_url, texts])
    assert found == [[FOLDING.fold(text), read(text).units] for text in texts]
    page.close()
