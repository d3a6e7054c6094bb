"""The steps of the search reach what single changes cannot."""

from __future__ import annotations

from generator.segmentation.arrangement import Role
from generator.segmentation.assembly import assemble, first_arrangement
from generator.segmentation.changes import CHANGES
from generator.segmentation.parting import part
from generator.segmentation.pieces import Display
from generator.segmentation.rows import read_rows
from tests.segmentation.fixtures import page_of
from tests.segmentation.typesetting import set_column

BRIDGE = (
    "石桥修了整整两年，昨天上午终于重新开放，许多住在附近的老人一早就来到桥头，等着走第一趟。",
    "石桥是清末修的，三个石拱，桥面原来铺青石板，后来铺过沥青。这次修缮换回了石板，栏杆也照旧样补齐。",
    "施工队长说，最难的是找石料：当年的采石场早已封山，他们走了四个县，才买到同样的石料来修石桥。",
    "文物部门表示，今后石桥上只许步行，车辆从下游的新桥绕行，石桥的夜间照明下个月开通。",
)
CROSSHEADS = ("青石板回来了", "石料从哪里来", "今后只许步行")
COLUMN = "\n\n".join(
    part
    for paragraph, crosshead in zip(BRIDGE, (*CROSSHEADS, ""), strict=True)
    for part in (set_column((paragraph,), 18), crosshead)
    if part
)


def test_a_story_with_several_crossheads_stays_one_story() -> None:
    best = assemble(part(read_rows(page_of(f"城北石桥重新开放\n\n{COLUMN}"))).pieces).best
    assert [role for role in best.arrangement if role is Role.CROSS] == [Role.CROSS] * 3
    assert len(best.grouping.bodies) == 1


def test_every_change_names_pieces_of_the_page_and_another_role() -> None:
    pieces = part(read_rows(page_of(f"修缮两年\n城北石桥重新开放\n\n{COLUMN}"))).pieces
    start = first_arrangement(pieces)
    for changes in CHANGES:
        for change in changes(pieces, start):
            indexes = [index for index, _ in change]
            assert indexes == sorted(set(indexes))
            assert indexes[-1] < len(pieces)
            for index, role in change:
                is_display = isinstance(pieces[index], Display)
                assert is_display == (role in (Role.HEAD, Role.JOIN, Role.CROSS, Role.LINE))
