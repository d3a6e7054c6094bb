"""Lists of one large issue cost what they list: none asks for all of it page after page."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest

from generator.catalogue.known import KnownArchive
from generator.model import Article, Terms
from generator.render import Renderer, make_unit, term_year_units
from generator.render.notice_pages import notice_units
from tests.render.archives import LAYOUTS, archive_of, issue_of

_PIECES = 450


class _Counted:
    """An archive that counts what it is asked for."""

    def __init__(self, archive: Any) -> None:
        self._archive = archive
        self.asked: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Any:
        self.asked[name] += 1
        return getattr(self._archive, name)


@pytest.fixture
def counted() -> _Counted:
    """The archive of one issue with many articles on one topic, and as many notices."""
    place = "haibin-ribao/2019-05-04/p01"
    topic = Terms(topics=("轮渡",))
    articles = [
        Article(f"{place}/{n:02d}", "article", f"第{n}班轮渡", "正文。", terms=topic)
        for n in range(1, _PIECES + 1)
    ]
    notices = [
        Article(f"{place}/{_PIECES + n:02d}", "notice", f"启事{n}", "正文。") for n in range(1, _PIECES + 1)
    ]
    return _Counted(archive_of(issue_of(dt.date(2019, 5, 4), *articles, *notices)))


def test_pages_of_notices_read_their_issue_once(counted: _Counted) -> None:
    renderer = Renderer((LAYOUTS,), counted)  # type: ignore[arg-type]  # one that counts
    counted.asked.clear()
    units = [unit.name for unit in notice_units(renderer.lookup)]
    made = [file for unit in units for file in make_unit(unit, renderer)]
    assert len(units) == len(made) == 1 + 5
    assert counted.asked["summary"] == 1


def test_pages_of_a_topic_name_its_articles_once(counted: _Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    named: Counter[int] = Counter()
    name = KnownArchive._id  # what each article of a list costs

    def count(archive: KnownArchive, ref: int) -> str:
        named[ref] += 1
        return name(archive, ref)

    monkeypatch.setattr(KnownArchive, "_id", count)
    renderer = Renderer((LAYOUTS,), counted)  # type: ignore[arg-type]  # one that counts
    card = counted.term("topics", "轮渡")
    units = [unit.name for _, unit in term_year_units(card, renderer.lookup)]
    made = [file for unit in units for file in make_unit(unit, renderer)]
    assert len(units) == len(made) == 5
    assert len(named) == _PIECES and set(named.values()) == {1}
