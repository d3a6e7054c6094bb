"""Pages in traditional characters are taken apart as pages in simplified ones are, and keep their characters."""

from __future__ import annotations

import functools
from dataclasses import replace

import opencc
import pytest

from generator.model import Story
from generator.segmentation import rules, take_apart
from generator.segmentation.rows import read_rows
from generator.segmentation.script import simplified
from tests.segmentation.fixtures import Fixture, page_of, read_fixtures
from tests.segmentation.test_take_apart import PAGE


@functools.cache
def _char(char: str) -> str:
    converted: str = _converter().convert(char)
    return converted if len(converted) == 1 else char


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def traditional(text: str) -> str:
    return "".join(map(_char, text))


def test_characters_are_simplified_one_for_one() -> None:
    assert simplified("據新華社臺北電（記者 張滿）ABC") == "据新华社台北电（记者 张满）ABC"


@pytest.mark.parametrize("fixture", read_fixtures(), ids=lambda f: f"{f.rule}: {f.title}")
def test_every_rule_reads_traditional_characters(fixture: Fixture) -> None:
    rows, findings = rules.recognise(read_rows(page_of(fixture.text)))
    printed, found = rules.recognise(read_rows(page_of(traditional(fixture.text))))
    assert [replace(f, credit=simplified(f.credit)) for f in found] == [*findings]
    assert [row.credit for row in printed] == [traditional(row.credit) for row in rows]


def test_a_traditional_page_gives_the_same_stories_in_its_own_characters() -> None:
    expected = [_traditional(story) for story in take_apart(page_of(PAGE)).stories if story.kind == "article"]
    found = [story for story in take_apart(page_of(traditional(PAGE))).stories if story.kind == "article"]
    assert [replace(story, confidence=0.0, doubts=()) for story in found] == expected


def _traditional(story: Story) -> Story:
    return replace(
        story,
        title=traditional(story.title),
        kicker=traditional(story.kicker),
        subtitle=traditional(story.subtitle),
        lede=tuple(map(traditional, story.lede)),
        authors=tuple(map(traditional, story.authors)),
        attribution=traditional(story.attribution),
        section=traditional(story.section),
        paragraphs=tuple(replace(p, text=traditional(p.text)) for p in story.paragraphs),
        confidence=0.0,
        doubts=(),
    )
