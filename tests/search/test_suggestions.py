"""What is suggested while a reader types."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error

from generator.search import SearchEntry
from generator.search.best import BEST
from generator.search.offering import ALIKE, update_register
from generator.search.placing import Placing
from generator.search.reading import read
from generator.search.register import open_register
from generator.search.suggestions import LEAF, write_suggestions
from tests.search.archive import ENTRIES, HAN
from tests.search.making import everything, put_in_place

Suggest = Callable[[str], list[dict[str, Any]]]
SUGGEST = """async ([base, text]) => {
  const { suggest } = await import(`${base}assets/search-suggest.js`);
  return suggest(text);
}"""


@pytest.fixture(scope="module")
def suggest(browser: Browser, root_url: str) -> Iterator[Suggest]:
    """Ask for suggestions over the made archive."""
    page = browser.new_page()
    page.goto(f"{root_url}page.html")
    yield lambda text: page.evaluate(SUGGEST, [root_url, text])
    page.close()


def begins(entry: SearchEntry, typed: str) -> bool:
    """Tell whether the name of ``entry`` begins with what was typed, as a search reads both."""
    wanted = read(typed).units
    return bool(wanted) and read(entry.label).units.startswith(wanted)


@pytest.mark.browser
def test_whatever_begins_so_is_suggested_and_what_is_suggested_holds_it(suggest: Suggest) -> None:
    typed_texts = {entry.label[:length] for entry in ENTRIES[::23] for length in (1, 2, 3, 5)}
    for typed in sorted(typed_texts):
        found = suggest(typed)
        assert len(found) <= 8
        assert bool(found) >= any(begins(entry, typed) for entry in ENTRIES), typed
        for each in found:
            assert read(typed).units in read(each["label"]).units


@pytest.mark.browser
def test_the_name_itself_comes_first_with_its_count_and_address(suggest: Suggest) -> None:
    (wanted,) = [entry for entry in ENTRIES if (entry.kind, entry.label) == ("topic", "数据")]
    first = suggest("数据")[0]
    assert (first["kind"], first["label"], first["count"]) == ("topic", "数据", wanted.count)
    assert first["url"] == "topic/%E6%95%B0%E6%8D%AE.html"


@pytest.mark.browser
def test_a_name_is_found_from_any_of_its_words_and_in_any_form(suggest: Suggest) -> None:
    assert ("topic", "数据中心") in {(each["kind"], each["label"]) for each in suggest("中心")}
    assert any(each["label"] == "台湾" for each in suggest("臺灣"))


@pytest.mark.browser
def test_terms_leave_room_for_headlines(suggest: Suggest) -> None:
    kinds = [each["kind"] for each in suggest("中")]
    assert kinds == sorted(kinds, key=lambda kind: kind == "article")
    assert set(kinds) > {"article"}


@pytest.mark.browser
@pytest.mark.parametrize("typed", ["", "  ", "“", "龘龘"])
def test_nothing_is_suggested_for_nothing(suggest: Suggest, typed: str) -> None:
    assert suggest(typed) == []


@pytest.mark.browser
def test_an_aborted_suggestion_rejects(browser: Browser, root_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{root_url}page.html")
    with pytest.raises(Error, match=r"AbortError|aborted"):
        page.evaluate(
            """async (base) => {
              const { suggest } = await import(`${base}assets/search-suggest.js`);
              const aborting = new AbortController();
              const asked = suggest("中", { signal: aborting.signal });
              aborting.abort();
              await asked;
            }""",
            root_url,
        )
    page.close()


def write(entries: Iterable[SearchEntry], folder: Path) -> str:
    """Write the tree of ``entries`` into ``folder``, which may have another; return the name of its first file."""
    new = folder / "new"
    placing = Placing(new, folder / "index")
    with open_register(folder / "register.sqlite") as register:
        changes = update_register(register, lambda _: everything(entries))
        first = write_suggestions(register, changes, placing)
    put_in_place(new, folder / "index", placing.unused())
    return first


def _nodes(folder: Path) -> dict[str, Any]:
    return {
        path.name: json.loads(gzip.decompress(path.read_bytes())) for path in folder.glob("index/suggest/*")
    }


def _many() -> list[SearchEntry]:
    return [
        SearchEntry("topic", first + second + third, f"topics/{first}{second}{third}.html", count=len(first))
        for first in HAN[:20]
        for second in HAN[:12]
        for third in HAN[:12]
    ]


def test_no_file_holds_more_than_a_few_hundred_entries_however_many_there_are(tmp_path: Path) -> None:
    write(_many(), tmp_path)
    nodes = _nodes(tmp_path).values()
    assert max(len(node.get("entries", ())) for node in nodes) <= LEAF
    assert max(len(node.get("best", ())) for node in nodes) == BEST


def test_a_new_entry_changes_the_files_on_its_way_and_no_others(tmp_path: Path) -> None:
    first = write(_many(), tmp_path)
    before = set(_nodes(tmp_path))
    again = write([*_many(), SearchEntry("topic", "算力银河", "topics/x.html", 1)], tmp_path)
    after = set(_nodes(tmp_path))
    assert first != again
    assert 0 < len(after - before) <= 9
    assert write(reversed(_many()), tmp_path) == first
    assert set(_nodes(tmp_path)) == before


def test_of_one_headline_the_newest_articles_are_offered(tmp_path: Path) -> None:
    entries = [
        SearchEntry("article", "快讯", f"{day}.html", date=f"2024-01-{day:02d}") for day in range(1, 29)
    ]
    name = write(entries, tmp_path)
    urls = [row[2] for row in _nodes(tmp_path)[name]["entries"]]
    assert urls == [f"{28 - i}.html" for i in range(ALIKE)]
