"""English pages: case, writers, datelines, hyphens, and a page taken apart."""

from __future__ import annotations

import pytest

from generator.segmentation import take_apart
from generator.segmentation.bylines import find_authors
from generator.segmentation.datelines import opens_story
from generator.segmentation.headline import Headline, split_headline
from generator.segmentation.latin import Case, breaks_off, byline_names, case_of
from generator.segmentation.measure import em
from generator.segmentation.reflow import join_rows
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import page_of

PAGE = """\
Page 3
The Harbour Echo | Tuesday, May 15, 2001

OLD BRIDGE OPENS AGAIN
AFTER TWO YEARS

By Ann Bell
  The old stone bridge at Alder
Ford opened to walkers on Mon-
day, and several hundred people
waited in the rain to cross it.
  Masons replaced four hundred
blocks and rebuilt its self-
supporting middle arch. The
bridge had sunk since the flood
of 1987. Reuters

LOST: grey tabby cat, Foundry Lane. Reward
offered.

ORCHESTRA MOVES TO TRAM DEPOT

HARROWGATE, May 15 (AP) — The city
orchestra will move into the tram
depot on Foundry Lane, its director
said after eleven years without a
hall.

A floating floor will keep out the
noise of the railway. The orchestra
has lived in schools and a church.
"""


def test_a_page_is_taken_apart() -> None:
    bridge, orchestra, notice, furniture = take_apart(page_of(PAGE)).stories
    assert bridge.title == "OLD BRIDGE OPENS AGAIN AFTER TWO YEARS"
    assert bridge.authors == ("Ann Bell",)
    assert bridge.attribution == "Reuters"
    assert [p.text for p in bridge.paragraphs] == [
        "By Ann Bell",
        "The old stone bridge at Alder Ford opened to walkers on Monday, and several hundred people waited in the "
        "rain to cross it.",
        "Masons replaced four hundred blocks and rebuilt its self-supporting middle arch. The bridge had sunk since "
        "the flood of 1987.",
    ]
    assert orchestra.title == "ORCHESTRA MOVES TO TRAM DEPOT"
    assert len(orchestra.paragraphs) == 2
    assert notice.paragraphs[0].text == "LOST: grey tabby cat, Foundry Lane. Reward offered."
    assert [p.text for p in furniture.paragraphs] == ["Page 3", "The Harbour Echo | Tuesday, May 15, 2001"]


def test_half_width_letters_take_half_an_em_and_so_do_quotation_marks_among_them() -> None:
    assert em("“Hello”") == 3.5
    assert em("“你好”") == 4.0


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("FERRY STOPS AT NIGHT", Case.CAPITALS),
        ("Ferry Stops Sailing at Night", Case.TITLE),
        ("Ferry stops sailing at night", Case.SENTENCE),
    ],
)
def test_case(text: str, case: Case) -> None:
    assert case_of(text) is case


def test_a_row_that_ends_with_a_function_word_breaks_off() -> None:
    assert breaks_off("Council votes to")
    assert not breaks_off("Council votes")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Bell", ["Ann Bell"]),
        ("BY CARL J. DOW and MAEVE O’HARA, Staff Writers", ["CARL J. DOW", "MAEVE O’HARA"]),
        ("By sixty votes to two", []),
    ],
)
def test_writers(text: str, names: list[str]) -> None:
    assert byline_names(text) == names
    assert find_authors(text, "", "") == tuple(names)


@pytest.mark.parametrize(
    "text", ["LONDON, July 3 (Reuters) — The", "PORT ELGIN — The", "NEW YORK (AP) -- The", "By Ann Bell"]
)
def test_datelines_open_a_story(text: str) -> None:
    assert opens_story(text)


def test_other_openings_do_not() -> None:
    assert not opens_story("By sixty votes to two the village")
    assert not opens_story("LONDON Bridge fell — again")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a self-", "reliant town"], "a self-reliant town"),
        (["an inter-", "national fair"], "an international fair"),
        (["a tea-room closed; the tea-", "room opens"], "a tea-room closed; the tea-room opens"),
        (["tea in a room of the tea-", "room"], "tea in a room of the tea-room"),
    ],
)
def test_hyphens_of_compounds_stay(rows: list[str], expected: str) -> None:
    assert join_rows(read_rows(page_of("\n".join(rows)))) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["COUNCIL VOTES TO", "REOPEN BRIDGE"], Headline("COUNCIL VOTES TO REOPEN BRIDGE")),
        (
            ["After two years", "COUNCIL REOPENS BRIDGE", "Cars must wait"],
            Headline("COUNCIL REOPENS BRIDGE", kicker="After two years", subtitle="Cars must wait"),
        ),
    ],
)
def test_the_rows_in_the_weightiest_case_are_the_title(rows: list[str], expected: Headline) -> None:
    assert split_headline(read_rows(page_of("\n".join(rows)))) == expected
