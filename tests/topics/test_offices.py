"""A person's office is what stands right before the name, with the body that it is an office of."""

from __future__ import annotations

import pytest

from generator.topics.offices import find_offices


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("会上，江湾市图书馆副馆长林海说，夜里也开放。", "江湾市图书馆副馆长"),
        ("江湾市图书馆阅览部主任林海介绍。", "江湾市图书馆阅览部主任"),
        ("江湾市图书馆里见到了馆长林海。", "馆长"),
        ("市委书记林海昨日到场。", "市委书记"),
        ("原局长林海退休。", "原局长"),
        ("副馆长、党委书记林海出席。", "党委书记"),
        ("记者林海报道。", ""),
        ("乘客林海说，馆长不在。", ""),
        ("馆长见到林海。", ""),
    ],
)
def test_the_office_right_before_a_name(text: str, office: str) -> None:
    assert dict(find_offices(["林海"], ["江湾市图书馆"], text)).get("林海", "") == office


def test_of_several_offices_the_one_most_often_said_stands() -> None:
    text = "馆长林海说。记者看到，馆长林海在门口。党委书记林海后来离开。"
    assert find_offices(["林海", "周洋"], [], text) == (("林海", "馆长"),)
