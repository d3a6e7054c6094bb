"""Every kind of page is valid: the strict parser of html5lib has nothing to say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

import html5lib
import pytest

from generator.render import Renderer, render_archive
from tests.render.archives import (
    FURNITURE,
    LAYOUTS,
    LEAD,
    MAIN,
    NOTICE,
    SECOND,
    build,
    issue_of,
    short_issue,
    with_base_url,
)
from tests.render.large import large_archive
from tests.render.reading import Page


def kinds() -> Iterator[tuple[str, bytes]]:
    """One page of each kind: the first whose path has that form."""
    small = build(
        MAIN,
        short_issue(dt.date(2018, 5, 4)),
        short_issue(dt.date(2019, 5, 4), publication="wanbao"),
    )
    large = Renderer([LAYOUTS], large_archive()[0])
    pages = {f"small/{path}": data for path, data in small.items()}
    pages |= {f"large/{file.path}": file.data for file in render_archive(large)}
    seen = set()
    for path, data in pages.items():
        kind = re.sub(r"\d+", "0", re.sub(r"(topics|people)/[^/]+(/|\.html)", r"\1/*\2", path))
        if path.endswith(".html") and kind not in seen:
            seen.add(kind)
            yield path, data


def test_the_strict_parser_finds_nothing_on_pages_of_articles() -> None:
    gone = replace(SECOND, status="withdrawn")
    moved = replace(
        LEAD, formerly=("haibin-ribao/2019-05-04/p09/09",), body="# 甲\n\n> 引文\n\n1. 一\n2. 二\n\n丙"
    )
    issue = issue_of(dt.date(2019, 5, 4), moved, gone, NOTICE, FURNITURE)
    site = build(issue, settings=replace(with_base_url(), corrections="https://forge.example/{path}"))
    for path in (*(f"{each.id}.html" for each in issue.articles), f"{moved.formerly[0]}.html", "404.html"):
        html5lib.HTMLParser(strict=True).parse(site[path])
        assert Page(site[path]).texts("h1")


def test_the_strict_parser_finds_nothing() -> None:
    found = 0
    for path, data in kinds():
        try:
            html5lib.HTMLParser(strict=True).parse(data)
        except html5lib.html5parser.ParseError as problem:  # pragma: no cover
            pytest.fail(f"{path}: {problem}")
        found += 1
    assert found > 30
