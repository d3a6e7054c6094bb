"""A site made of content that means harm shows it, is well-formed in every form, and runs none of it."""

from __future__ import annotations

import csv
import json
import os
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import html5lib
import pytest
from playwright.sync_api import Browser

from generator.characters import close_turns, replace_unusable
from generator.config import read_settings
from generator.layouts_folder import built_in_layouts
from generator.pipeline.build_request import BuildRequest
from generator.pipeline.building import build_site
from generator.review import ReviewPages, write_review
from tests.hostile.archive import BY_HAND, ISSUE, SCRIPT, titles, write_archive
from tests.hostile.wording import HOSTILE, LONG

_XHTML = "{http://www.w3.org/1999/xhtml}"
_ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "{http://www.w3.org/1999/xlink}href",
)
_NEVER = {"iframe", "object", "embed", "base", "frame", "applet", "style"}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with content/, the site made of it, and a review of its issue."""
    folder = tmp_path_factory.mktemp("hostile")
    content = folder / "content"
    write_archive(content)
    build_site(BuildRequest(content, (built_in_layouts(),), folder / "site", folder / "cache", jobs=1))
    settings = read_settings(content)
    write_review(
        ISSUE, content, folder / "review.html", ReviewPages((built_in_layouts(),), settings), settings
    )
    return folder


@pytest.fixture(scope="module")
def pages(archive: Path) -> dict[str, ET.Element]:
    """Every HTML page of the site, as a browser parses it."""
    site = archive / "site"
    return {
        path.relative_to(site).as_posix(): html5lib.parse(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def text_of(element: ET.Element | None) -> str:
    """The text of ``element``, white space taken out."""
    assert element is not None
    return "".join("".join(element.itertext()).split())


def harmless(page: ET.Element) -> Iterator[str]:
    """Yield what ``page`` holds that could run, load or lead to what is not the site's."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2]
        if tag == "link" and element.get("rel", "").startswith("schema."):
            continue  # the names of vocabularies, which nothing loads
        if tag in _NEVER:
            yield f"<{tag}>"
        for name, value in element.items():
            if name.lower().startswith("on") or name in ("style", "srcdoc"):
                yield f"<{tag} {name}={value}>"
            if name in _ADDRESSES:
                plain = re.sub(r"[\x00-\x20]", "", unquote(value)).lower()
                scheme = re.match(r"[^/?#]*:", plain)
                if scheme and scheme[0] not in ("https:", "mailto:"):
                    yield f"<{tag} {name}={value}>"
                if (
                    tag != "a"
                    and (scheme or plain.startswith(("//", "\\")))
                    and "archive.example" not in plain
                ):
                    yield f"<{tag} {name}={value}>"
        if tag == "script" and not element.get("src") and element.get("type") not in _DATA:
            yield f"<script>{element.text}"
        if tag == "meta" and element.get("http-equiv") == "refresh":
            target = element.get("content", "").partition("url=")[2]
            if ":" in target.split("/")[0] or target.startswith("/"):
                yield f"refresh {target}"


_DATA = ("application/ld+json", "application/json")


def test_no_page_holds_anything_that_runs_or_leads_away(pages: dict[str, ET.Element]) -> None:
    assert len(pages) > 200
    assert {path: found for path, page in pages.items() if (found := list(harmless(page)))} == {}


def test_pages_show_titles_as_they_are(archive: Path, pages: dict[str, ET.Element]) -> None:
    found = titles(archive / "content")
    assert len(found) > len(HOSTILE)
    for article_id, title in found.items():
        heading = text_of(pages[f"{article_id}.html"].find(f".//{_XHTML}h1"))
        assert "".join(title.split()) in heading


def test_the_body_by_hand_is_shown(pages: dict[str, ET.Element]) -> None:
    shown = text_of(pages[f"{BY_HAND}.html"])
    for each in HOSTILE:
        if "[" not in each and "*" not in each and "\\" not in each and "\r" not in each and "__" not in each:
            assert "".join(each.split()) in shown


def test_json_in_pages_is_json(pages: dict[str, ET.Element]) -> None:
    records = [
        json.loads("".join(element.itertext()))
        for page in pages.values()
        for element in page.iter(f"{_XHTML}script")
        if element.get("type") in _DATA
    ]
    headlines = {record.get("headline") for record in records if record.get("@type") == "NewsArticle"}
    assert {SCRIPT, LONG, "{{ 7*7 }}"} <= headlines


def test_nothing_is_written_but_into_the_site(archive: Path) -> None:
    assert {path.name for path in archive.iterdir()} == {
        *("all.jsonl", "page.txt", "content", "site", "cache", "review.html")
    }
    reserved = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
    for path in (archive / "site").rglob("*"):
        assert not path.is_symlink()
        for part in path.relative_to(archive / "site").parts[1:]:
            assert not reserved.fullmatch(part) and len(os.fsencode(part)) <= 200
            assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn", "Co") for char in part)
            assert not set(part) & set('<>:"/\\|?*')


def test_xml_is_well_formed_and_holds_the_text(archive: Path) -> None:
    parsed = {path.name: ET.parse(path) for path in (archive / "site").rglob("*.xml")}  # noqa: S314  # our own
    feed = ET.parse(archive / "site" / "feed.xml").getroot()  # noqa: S314  # our own
    assert len(parsed) > 3
    assert feed.findtext("{http://www.w3.org/2005/Atom}title") == SCRIPT
    assert ET.parse(archive / "site" / "assets" / "icon.svg")  # noqa: S314  # our own


def test_json_files_are_json(archive: Path) -> None:
    found = [json.loads(path.read_text(encoding="utf-8")) for path in (archive / "site").rglob("*.json")]
    feed = json.loads((archive / "site" / "feed.json").read_text(encoding="utf-8"))
    assert len(found) > 3 and feed["title"] == SCRIPT


def test_cells_of_tables_are_no_formulas(archive: Path) -> None:
    tables = list((archive / "site").rglob("*.csv"))
    assert tables
    for path in tables:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert len({len(row) for row in rows}) == 1
        assert "'=cmd|'/C calc'!A0" in {cell for row in rows for cell in row}
        assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "＝")]


def test_citations_have_a_line_or_a_field_for_each_thing(archive: Path) -> None:
    folder = archive / "site" / ISSUE / "p01"
    cited = len(HOSTILE)
    ris = (folder / "citations.ris").read_bytes().decode().split("\r\n")
    tagged = [re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris if line]
    assert all(tagged) and sum(line.startswith("TY  - ") for line in ris) == cited
    assert sum(line.startswith("ER  - ") for line in ris) == cited
    assert not [line for line in ris if len(line.splitlines()) > 1]
    entries = list(bibtex_entries((folder / "citations.bib").read_text(encoding="utf-8")))
    assert len(entries) == cited
    assert all({"title", "author", "journal", "year"} <= set(entry) for entry in entries)
    assert all(_outside(entry["author"]).count(" and ") <= 1 for entry in entries)
    csl = json.loads((folder / "citations.csl.json").read_text(encoding="utf-8"))
    assert len(csl) == cited


def bibtex_entries(text: str) -> Iterator[dict[str, str]]:
    """Yield the fields of each entry; braces are counted as BibTeX counts them, and nothing is left over."""
    while text.strip():
        start = re.match(r"\s*@article\{[a-z0-9A-Z-]+,\n", text)
        assert start, text[:80]
        text, fields = text[start.end() :], {}
        while field := re.match(r"  ([a-z]+) = ", text):
            text = text[field.end() :]
            bare = re.match(r"[a-z]+(?=,\n)", text)
            end = bare.end() if bare else _closing(text)
            fields[field[1]] = text[:end]
            assert text[end : end + 2] == ",\n"
            text = text[end + 2 :]
        assert text.startswith("}\n")
        text = text[2:]
        yield fields


def _outside(names: str) -> str:
    """Return ``names`` without what stands in braces of their own."""
    kept, depth = "", 0
    for char in names[1:-1]:
        depth += (char == "{") - (char == "}")
        kept += char if depth == 0 else ""
    return kept


def _closing(text: str) -> int:
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return place + 1
    raise AssertionError("a brace is left open")


def test_copies_are_the_files_of_the_archive(archive: Path) -> None:
    copies = list((archive / "site").rglob("*.md"))
    assert len(copies) >= len(HOSTILE)
    for copy in copies:
        assert copy.read_bytes() == (archive / "content" / copy.relative_to(archive / "site")).read_bytes()
        assert replace_unusable(copy.read_text(encoding="utf-8")) == copy.read_text(encoding="utf-8")


def test_a_review_holds_nothing_that_runs_but_its_own_script(archive: Path) -> None:
    page = html5lib.parse((archive / "review.html").read_text(encoding="utf-8"))
    own = ReviewPages((built_in_layouts(),), read_settings(archive / "content")).script
    found = [each for each in harmless(page) if each not in ("<style>", "<link href=data:,>")]
    assert [each for each in found if own.strip() not in each] == []
    assert "".join(SCRIPT.split()) in text_of(page)


def test_a_title_turns_no_other_part_of_the_title_of_its_page(pages: dict[str, ET.Element]) -> None:
    turned = [text_of(page.find(f".//{_XHTML}title")) for page in pages.values()]
    assert [each for each in turned if "\u202eevil\u202c" in each]
    assert not [each for each in turned if each != close_turns(each)]


_FIRST_AND_LAST = """
    (elements) => elements.map((element) => {
      const at = (from, to) => {
        const range = document.createRange();
        range.setStart(element.firstChild, from);
        range.setEnd(element.firstChild, to);
        return range.getBoundingClientRect().left;
      };
      const length = element.firstChild.length;
      return [at(0, 1), at(length - 1, length)];
    })
"""
"""Where the first and the last character of the text of each element begin."""


@pytest.mark.browser
def test_a_browser_shows_text_as_text_and_turns_none_beside_it(
    archive: Path, serve: Callable[..., str], browser: Browser
) -> None:
    address = serve(archive / "site")
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    page.goto(f"{address}search.html?q=evil")
    page.locator("#search-hits li .excerpt mark").first.wait_for()
    assert "\u202eevil" in page.locator("#search-hits li a.title").all_text_contents()
    sections = page.locator("#search-hits li .about time").evaluate_all(_FIRST_AND_LAST)
    assert sections and all(first < last for first, last in sections)
    page.goto(f"{address}search.html?q={quote('script')}")
    page.locator("#search-hits li .excerpt mark").first.wait_for()
    assert SCRIPT in page.locator("#search-hits li a.title").all_text_contents()
    shown = " ".join(page.locator("#search-hits li .excerpt").all_text_contents())
    assert "<script>" in shown and page.locator("#search-hits li .excerpt :not(mark)").count() == 0
    page.goto(f"{address}search.html")
    page.locator("input[type=search]").first.press_sequentially("<scri", delay=60)
    offered = page.locator("[role=option]")
    offered.first.wait_for()
    assert any(text.startswith("<scri") for text in offered.locator("span").all_text_contents())
    assert offered.locator(":not(span, small)").count() == 0
    listed = 'class="title" href="../wanbao/'
    listing = next(
        path.name
        for path in sorted((archive / "site/topics").glob("*.html"))
        if listed in (html := path.read_text(encoding="utf-8")) and "\u202eevil</a>" in html
    )
    page.goto(f"{address}topics/{quote(listing)}")
    turned = page.locator("li", has=page.locator("a.title", has_text="\u202eevil")).locator(".where time")
    times = turned.evaluate_all(_FIRST_AND_LAST)
    assert times and all(first < last for first, last in times)
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("strict", [True, False], ids=["strict policy", "no policy"])
def test_a_browser_runs_and_loads_nothing_of_it(
    archive: Path, serve: Callable[..., str], browser: Browser, strict: bool
) -> None:
    address = serve(archive / "site")
    context = browser.new_context(bypass_csp=not strict)
    page = context.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on(
        "console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda problem: said.append(str(problem)))
    page.on(
        "request", lambda request: said.append(request.url) if not request.url.startswith(address) else None
    )
    term = next((archive / "site" / "topics").glob("script*.html")).name
    paths = ["index.html", "wanbao/index.html", f"{ISSUE}/index.html", f"{ISSUE}/p01/index.html"]
    paths += [
        f"{BY_HAND}.html",
        "topics/index.html",
        f"topics/{quote(term)}",
        "people/index.html",
    ]
    paths += [f"{ISSUE}/p01/{number:02d}.html" for number in (1, 5, 12, 14)]
    for path in paths:
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.ran") is None, path
    for asked in ("script", SCRIPT, "<img src=x onerror=window.ran=1>", "onload=window.ran=1"):
        page.goto(f"{address}search.html?q={quote(asked)}")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        assert page.evaluate("window.ran") is None, asked
    page.goto(f"{address}search.html")
    page.locator("input[type=search]").first.press_sequentially("<scri", delay=60)
    page.wait_for_timeout(800)
    assert page.evaluate("window.ran") is None
    if not strict:
        page.goto((archive / "review.html").as_uri())
        assert page.evaluate("window.ran") is None
        said = [each for each in said if not each.startswith("file:")]
    context.close()
    # An image of the by-hand article leads to a file that the site has not.
    assert [each for each in said if not each.startswith("Failed to load resource")] == []
