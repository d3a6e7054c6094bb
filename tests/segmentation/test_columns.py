"""Paragraphs are found again in whatever column they were set."""

from __future__ import annotations

import pytest

from generator.segmentation.gathering import find_pieces
from generator.segmentation.pieces import Block, Display
from generator.segmentation.reflow import join_rows
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import page_of
from tests.segmentation.typesetting import set_column

PARAGRAPHS = (
    "城北的老桥修了整整两年，昨天上午终于重新开放，许多住在附近的老人一早就来到桥头，等着走第一趟。",
    "桥是清末修的，三个石拱，桥面原来铺青石板，后来铺过沥青。这次修缮把沥青揭掉，换回了石板，栏杆也照旧样补齐。",
    "施工队长说，最难的是找石头：当年的采石场早已封山，他们走了四个县，才在一座废弃的村子里买到同样的石料。",
    "文物部门表示，今后桥上只许步行，车辆从下游的新桥绕行。",
)
SPACINGS = {"all": ("\n", "\n"), "paragraphs": ("", "\n"), "none": ("", "")}


@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("width", [13, 16, 18, 20, 22, 26])
def test_paragraphs_survive_the_column(width: int, spacing: str) -> None:
    rows, paragraphs = SPACINGS[spacing]
    text = set_column(PARAGRAPHS, width, between_rows=rows, between_paragraphs=paragraphs)
    blocks = [piece for piece in find_pieces(read_rows(page_of(text))) if isinstance(piece, Block)]
    assert [join_rows(p) for block in blocks for p in block.paragraphs] == [*PARAGRAPHS]


def test_a_change_of_width_parts_two_blocks() -> None:
    text = set_column(PARAGRAPHS[:2], 14) + "\n\n" + set_column(PARAGRAPHS[2:], 22)
    pieces = find_pieces(read_rows(page_of(text)))
    assert [len(piece.paragraphs) for piece in pieces if isinstance(piece, Block)] == [2, 2]
    assert len(pieces) == 2


def test_a_line_without_a_sentence_is_set_apart() -> None:
    text = set_column(PARAGRAPHS[:2], 18) + "\n\n石料从哪里来\n\n" + set_column(PARAGRAPHS[2:], 18)
    display = [piece for piece in find_pieces(read_rows(page_of(text))) if isinstance(piece, Display)]
    assert [(piece.row.text, piece.inside) for piece in display] == [("石料从哪里来", True)]


@pytest.mark.parametrize("spacing", ["all", "none"])
def test_a_full_last_row_does_not_hide_the_end_of_its_paragraph(spacing: str) -> None:
    rows, paragraphs = SPACINGS[spacing]
    full = "城北的老桥修了整整两年，昨天上午重新开放，许多老人一早来到桥头，等着走过第一趟。"
    width = next(w for w in range(14, 22) if (len(full) + 2) % w == 0)
    text = set_column((full, *PARAGRAPHS[1:]), width, between_rows=rows, between_paragraphs=paragraphs)
    blocks = [piece for piece in find_pieces(read_rows(page_of(text))) if isinstance(piece, Block)]
    assert [join_rows(p) for block in blocks for p in block.paragraphs] == [full, *PARAGRAPHS[1:]]


def test_a_closing_mark_that_does_not_hang_carries_a_character_down() -> None:
    rows = (
        "桥修了整整两年昨天上午终于重新开",
        "放，许多住在附近的老人一早就来到桥头等",
        "着走第一趟，桥面又换回了从前的青石板。",
    )
    text = "\n".join(rows)
    (block,) = find_pieces(read_rows(page_of(text)))
    assert isinstance(block, Block)
    assert len(block.paragraphs) == 1


def test_a_row_of_names_within_a_sentence_stays_there() -> None:
    text = set_column(
        ["本报城北1月22日讯市政府消息，本报记者周小满、本报记者何山林报道，" + PARAGRAPHS[0]], 17
    )
    assert text.split("\n")[1] == "本报记者周小满、本报记者何山林报道，"
    (block,) = find_pieces(read_rows(page_of(text)))
    assert isinstance(block, Block)
    assert len(block.paragraphs) == 1


def test_names_in_brackets_go_with_the_sentence_that_they_sign() -> None:
    text = set_column([f"{PARAGRAPHS[0][:33]}。（周小满 何山）", PARAGRAPHS[1]], 18)
    assert text.split("\n")[2] == "（周小满 何山）"
    (block,) = find_pieces(read_rows(page_of(text)))
    assert isinstance(block, Block)
    assert [join_rows(rows)[-1] for rows in block.paragraphs] == ["）", "。"]
