"""What programs fetch is valid, complete, and says nothing of what was withdrawn or is not to be listed."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema

from generator.model import Article, Issue, Settings, SourceFile, SourceRef
from generator.render import Renderer, render_archive
from generator.render.discovery import sitemap
from tests.render.archives import (
    LAYOUTS,
    LEAD,
    MAIN,
    NOTICE,
    SECOND,
    THIRD,
    archive_of,
    build,
    issue_of,
    short_issue,
    with_base_url,
)
from tests.render.reading import Page

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://archive.example/old/"

GONE = replace(SECOND, id="haibin-ribao/2018-12-31/p01/02", title="撤下的消息", status="withdrawn")
CORRECTED = Article(
    "haibin-ribao/2018-12-31/p01/01", "article", "改过的<消息>&\x0b", "正文。", modified=dt.date(2024, 5, 6)
)
ISSUES = (issue_of(dt.date(2018, 12, 31), CORRECTED, GONE), MAIN, short_issue(dt.date(2019, 5, 4), "wanbao"))


def imported(issue: Issue) -> Issue:
    """``issue`` with a source for its articles, imported on a day of 2023."""
    source = SourceFile("source/page.txt", "0" * 64, ("01",), dt.date(2023, 1, issue.record.date.month))
    articles = (replace(each, source=SourceRef(source.file, ((1, 1),))) for each in issue.articles)
    return Issue(replace(issue.record, sources=(source,)), tuple(articles))


def site_of(settings: Settings) -> dict[str, bytes]:
    renderer = Renderer([LAYOUTS], archive_of(*map(imported, ISSUES), settings=settings))
    return {file.path: file.data for file in render_archive(renderer)}


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return site_of(replace(with_base_url(), rights="公版", index_notices=False))


def valid(name: str, data: bytes) -> ET.Element:
    xmlschema.XMLSchema(SCHEMAS / f"{name}.xsd").validate(io.BytesIO(data))
    return ET.fromstring(data)  # noqa: S314  # made by us a moment ago


def test_feeds_are_valid_atom_and_name_themselves(site: dict[str, bytes]) -> None:
    for path in ("feed.xml", "haibin-ribao/feed.xml", "wanbao/feed.xml", "topics/轮渡.xml"):
        feed = valid("atom", site[path])
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == feed.findtext(f"{ATOM}id")


def test_the_feed_has_the_last_changed_first(site: dict[str, bytes]) -> None:
    entries = valid("atom", site["feed.xml"]).findall(f"{ATOM}entry")
    found = [(each.findtext(f"{ATOM}title"), each.findtext(f"{ATOM}updated")) for each in entries]
    assert found[0] == ("改过的<消息>&\ufffd", "2024-05-06T00:00:00Z")
    assert ("图书馆延长开放", "2023-01-05T00:00:00Z") in found
    assert len(found) == 5
    assert not {NOTICE.title, GONE.title} & {title for title, _ in found}


def test_a_topics_feed_has_its_articles_alone(site: dict[str, bytes]) -> None:
    entries = valid("atom", site["topics/轮渡.xml"]).findall(f"{ATOM}entry")
    assert {each.findtext(f"{ATOM}id") for each in entries} == {
        f"{BASE}{LEAD.id}.html",
        f"{BASE}{THIRD.id}.html",
    }


def test_json_feeds_are_valid_and_say_the_same_as_atom(site: dict[str, bytes]) -> None:
    schema = json.loads((SCHEMAS / "feed.json").read_text(encoding="utf-8"))
    for path in ("feed.json", "haibin-ribao/feed.json"):
        feed = json.loads(site[path])
        jsonschema.validate(feed, schema)
        atom = valid("atom", site[path.replace(".json", ".xml")])
        assert [item["id"] for item in feed["items"]] == [each.text for each in atom.iter(f"{ATOM}id")][1:]


def test_pages_lead_to_their_feeds_and_to_the_search_description() -> None:
    pages = build(*ISSUES, settings=with_base_url())
    for path, feeds in {
        "index.html": ["feed.xml", "feed.json"],
        "wanbao/index.html": ["feed.xml", "../feed.xml", "../feed.json"],
        "topics/轮渡.html": ["../topics/%E8%BD%AE%E6%B8%A1.xml", "../feed.xml", "../feed.json"],
    }.items():
        links = [each.attributes for each in Page(pages[path]).all("link")]
        alternates = [each["href"] for each in links if each["rel"] == "alternate"]
        assert [each.replace("../wanbao/", "") for each in alternates] == feeds
        assert [each["href"].removeprefix("../") for each in links if each["rel"] == "search"] == [
            "opensearch.xml"
        ]


def test_the_sitemap_is_divided_and_true(site: dict[str, bytes]) -> None:
    index = valid("sitemap", site["sitemap.xml"])
    parts = {
        each.findtext(f"{SITEMAPS}loc", ""): each.findtext(f"{SITEMAPS}lastmod")
        for each in index.iter(f"{SITEMAPS}sitemap")
    }
    assert parts[f"{BASE}haibin-ribao/sitemap-2018-12.xml"] == "2024-05-06"
    assert parts[f"{BASE}haibin-ribao/sitemap-2019-05.xml"] == "2023-01-05"
    changed: dict[str, str | None] = {}
    for loc in parts:
        for each in valid("sitemap", site[loc.removeprefix(BASE)]).iter(f"{SITEMAPS}url"):
            changed[each.findtext(f"{SITEMAPS}loc", "")] = each.findtext(f"{SITEMAPS}lastmod")
    assert changed[f"{BASE}{CORRECTED.id}.html"] == "2024-05-06"
    assert changed[f"{BASE}{LEAD.id}.html"] == "2023-01-05"
    assert changed[f"{BASE}haibin-ribao/2018-12-31/index.html"] == "2024-05-06"
    assert f"{BASE}topics/%E8%BD%AE%E6%B8%A1.html" in changed
    for absent in (GONE, NOTICE):
        assert f"{BASE}{absent.id}.html" not in changed


def test_a_part_of_the_sitemap_has_no_more_urls_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_URLS", 3)
    files = build(MAIN, settings=with_base_url())
    names = sorted(path for path in files if path.startswith("haibin-ribao/sitemap-2019-05"))
    assert names == [f"haibin-ribao/sitemap-2019-05{n}.xml" for n in ("-2", "-3", "")]
    counts = [len(list(valid("sitemap", files[name]).iter(f"{SITEMAPS}url"))) for name in names]
    assert counts == [3, 1, 3]


def test_notices_are_listed_where_the_archive_says_so() -> None:
    files = build(MAIN, settings=replace(with_base_url(), index_notices=True))
    assert Page(files[f"{NOTICE.id}.html"]).meta("robots") == []
    assert f"{NOTICE.id}.html".encode() in files["haibin-ribao/sitemap-2019-05.xml"]
    assert f"{NOTICE.id}.md" in files


def test_the_search_description_is_valid(site: dict[str, bytes]) -> None:
    found = valid("opensearch", site["opensearch.xml"])
    url = found.find("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url is not None
    assert url.get("template") == f"{BASE}search.html?q={{searchTerms}}"


def test_robots_may_read_all_and_find_the_sitemap(site: dict[str, bytes]) -> None:
    assert site["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n".encode()


def test_without_a_base_url_only_what_needs_none_is_there() -> None:
    files = build(*ISSUES)
    assert files["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert {path for path in files if path.endswith(".xml") or "feed" in path} == set()
    assert "manifest.json" in files
    page = Page(files["index.html"])
    assert not [each for each in page.all("link") if each.attributes["rel"] in ("alternate", "search")]


def test_the_manifest_leads_to_lists_of_every_issue_and_article(site: dict[str, bytes]) -> None:
    manifest = json.loads(site["manifest.json"])
    jsonschema.validate(manifest, json.loads((SCHEMAS / "manifest.json").read_text(encoding="utf-8")))
    listed = {}
    for paper in manifest["publications"]:
        for month in paper["months"]:
            record = json.loads(site[month["json"]])
            rows = list(csv.DictReader(io.StringIO(site[month["csv"]].decode("utf-8"), newline="")))
            articles = [article for issue in record["issues"] for article in issue["articles"]]
            assert [row["id"] for row in rows] == [article["id"] for article in articles]
            assert len(record["issues"]) == month["issues"]
            listed |= {row["id"]: row for row in rows}
    assert listed[LEAD.id]["authors"] == "林海; 周洋"
    assert listed[LEAD.id]["title_supplied"] == "false"
    assert listed[LEAD.id]["rights"] == "公版"
    assert listed[NOTICE.id]["kind"] == "notice"
    assert {key: value for key, value in listed[GONE.id].items() if value} == {
        "id": GONE.id,
        "kind": "article",
        "status": "withdrawn",
    }
