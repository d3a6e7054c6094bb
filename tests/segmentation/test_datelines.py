"""What a story opens with."""

from __future__ import annotations

import pytest

from generator.segmentation.datelines import is_writers_line, opening_rows, opens_story, says_when


@pytest.mark.parametrize(
    "text",
    [
        "本报北京7月15日讯 记者周小满报道：入冬以来",
        "本报讯（记者 周小满）入冬以来",
        "新华社广州3月2日电 入冬以来",
        "（本报记者周小满）入冬以来",
        "(记者 周小满)入冬以来",
        "法新社巴黎3月2日电 入冬以来",
        "据路透社伦敦3月2日电 入冬以来",
    ],
)
def test_datelines_and_bylines_open_a_story(text: str) -> None:
    assert opens_story(text)


@pytest.mark.parametrize(
    "text", ["入冬以来，本报讯问处", "（见右图）入冬以来", "记者昨天从市里获悉，入冬以来"]
)
def test_other_openings_do_not(text: str) -> None:
    assert not opens_story(text)


def test_a_lead_says_when() -> None:
    assert says_when("石桥修了整整两年，昨天上午重新开放")
    assert not says_when("石桥是清末修的，三个石拱，桥面铺青石板")


@pytest.mark.parametrize(
    "text",
    ["本报记者 周小满", "记者 周小满 通讯员 何山", "□ 周小满", "文/周小满", "周小满", "新華社記者 周小滿"],
)
def test_a_row_of_writers_opens_a_story(text: str) -> None:
    assert is_writers_line(text)
    assert opening_rows([text, "入冬以来，石桥上的行人少了。"])


@pytest.mark.parametrize(
    "text", ["记者从市里获悉，入冬以来", "任。", "高温", "□科技", "本报记者走进石桥老街看变化"]
)
def test_other_rows_name_no_writers(text: str) -> None:
    assert not is_writers_line(text)
