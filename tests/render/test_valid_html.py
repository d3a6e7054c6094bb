"""Every kind of page is valid: the strict parser of html5lib has nothing to say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import html5lib
import pytest

from generator.render import Renderer, render_archive
from tests.render.archives import LAYOUTS, MAIN, build, short_issue
from tests.render.large import large_archive


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


def test_the_strict_parser_finds_nothing() -> None:
    found = 0
    for path, data in kinds():
        try:
            html5lib.HTMLParser(strict=True).parse(data)
        except html5lib.html5parser.ParseError as problem:  # pragma: no cover
            pytest.fail(f"{path}: {problem}")
        found += 1
    assert found > 30
