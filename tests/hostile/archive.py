"""An archive in which every field of every file means harm, brought in by import and by hand."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import yaml

from generator.content.article_file import parse_article
from generator.content.files import read_text
from generator.pipeline.importing import import_sources
from generator.pipeline.settling import ImportRequest
from tests.hostile.wording import HOSTILE, LINKS, SCRIPTS

SCRIPT = SCRIPTS[2]
ISSUE = "wanbao/2022-09-20"
BY_HAND = f"{ISSUE}/p02/01"


def write_archive(content: Path) -> None:
    """Write the archive to ``content``."""
    content.mkdir(parents=True)
    (content / "archive.toml").write_text(_toml(_ARCHIVE) + f"\n[publications.wanbao]\n{_toml(_PUBLICATION)}")
    (content / "topics.toml").write_text(
        "".join(f"[[term]]\n{_toml(term)}\n" for term in _terms()), encoding="utf-8"
    )
    records = content.parent / "all.jsonl"
    records.write_text("".join(json.dumps(record) + "\n" for record in _records()))
    page = content.parent / "page.txt"
    page.write_text("\n".join([*HOSTILE, "", *reversed(HOSTILE)]), encoding="utf-8", newline="")
    asked = {"content": content, "publication": "wanbao", "date": dt.date(2022, 9, 20), "date_basis": SCRIPT}
    import_sources(ImportRequest(sources=(records,), page="01", **asked))
    import_sources(ImportRequest(sources=(page,), page="03", **asked))
    by_hand = content / f"{BY_HAND}.md"
    by_hand.parent.mkdir()
    body = "\n\n".join([*LINKS, *HOSTILE, *(f"## {each}" for each in SCRIPTS)])
    by_hand.write_text(
        f"---\n{yaml.safe_dump(_by_hand(), allow_unicode=True)}---\n\n{body}\n".replace("\r", ""),
        encoding="utf-8",
    )
    issue = content / ISSUE / "issue.toml"
    text = issue.read_text().replace('label = "01"', f'label = "01"\nname = {json.dumps(SCRIPT)}')
    issue.write_text(f"number = {json.dumps(SCRIPT)}\n{text}")


def titles(content: Path) -> dict[str, str]:
    """Return the title of each article of the archive by its id."""
    found = {}
    for path in sorted(content.glob(f"{ISSUE}/p*/*.md")):
        article = parse_article(read_text(path), str(path))
        found[article.id] = article.title
    return found


def _toml(values: dict[str, object]) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


_ARCHIVE: dict[str, object] = {
    "title": SCRIPT,
    "description": SCRIPT,
    "rights": SCRIPT,
    "base_url": "https://archive.example/old/",
    "contact": "mailto:x@archive.example?body='onclick='window.ran=1",
    "corrections": "https://archive.example/edit/{path}?title={title}&'onclick='window.ran=1",
}
_PUBLICATION: dict[str, object] = {"name": SCRIPT, "description": SCRIPT, "rights": SCRIPT}


def _terms() -> list[dict[str, object]]:
    first, second, third = SCRIPTS[0], SCRIPTS[4], SCRIPTS[5]
    return [
        {
            "name": first,
            "aliases": [f"{first}别名", "../../../alias"],
            "narrower": [second],
            "related": [third],
        },
        {"name": second},
        {"name": third},
    ]


def _records() -> list[dict[str, object]]:
    return [
        {
            "title": each,
            "kicker": each,
            "subtitle": each,
            "lede": [each, "\ud800\x00"],
            "section": each,
            "authors": [each, "a and b"],
            "attribution": each,
            "topics": [each, SCRIPTS[0]],
            "paragraphs": [f"## {each}", each, f"{each}{each}"],
            "url": "https://archive.example/'onclick='window.ran=1",
            "<script>": each,
        }
        for each in HOSTILE
    ]


def _by_hand() -> dict[str, object]:
    texts = dict.fromkeys(("title", "kicker", "subtitle", "section", "attribution", "rights", "备注"), SCRIPT)
    lists = {key: list(HOSTILE) for key in ("lede", "authors", "topics", "people", "organisations", "places")}
    return {
        **{key: value.replace("\r", "") for key, value in texts.items()},
        **{key: [each.replace("\r", "") for each in value] for key, value in lists.items()},
        "id": BY_HAND,
        "formerly": ["con/2022-09-20/p01/01", "search/2022-09-20/p01/01"],
        "continues_on": {"page": "03", "stated": SCRIPT},
        "continued_from": {"page": "01", "stated": SCRIPT},
        "url": "https://archive.example/'onclick='window.ran=1",
        "source": {"file": "source/<script>window.ran=1<.txt", "lines": [], "doubts": [SCRIPT]},
    }
