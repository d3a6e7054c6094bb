"""What looks like a name and is none, and names that the cutter has run into their neighbours."""

from __future__ import annotations

import pytest

from generator.model import Vocabulary
from generator.topics import find_terms
from tests.topics.stories import story

NONE = Vocabulary()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("委员长郑文远向大会作报告。", ("郑文远",)),
        ("主席表示，祝贺大桥通车，弘扬匠人精神。卓越代表说。", ()),
        ("贡献奖得主说，青少年运动员、古文字专家都来了，百余人说好。", ()),
        ("总理阿马杜·巴在首都说，道路要修好。", ("阿马杜·巴",)),
        ("部长侯赛因·卡里米说，粮食够吃。", ("侯赛因·卡里米",)),
        ("州长利沃尼说，利沃尼州的水够用。", ()),
        ("他向普京通报了灾情，普京说要救人。", ("普京",)),
        ("大使范明昭说，路通了。大使明昭说，桥也通了。", ("范明昭",)),
    ],
)
def test_people(text: str, people: tuple[str, ...]) -> None:
    assert find_terms([story("通车", text)], NONE)[0].people == people


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("内蒙古中东部和青海东部有雨。", ()),
        ("他登上国际舞台，各地中小学、科研院所都去看。", ()),
        ("世界气象组织（WMO）昨天发布公报。WMO说，天热。", ("世界气象组织",)),
        ("东滨信息研究院（以下简称“东信院”）成立，东信院有百人。", ("东滨信息研究院",)),
        ("东滨工业大学（简称东工大）建校，东工大在海边。", ("东滨工业大学",)),
        ("人力资源和社会保障部发文。", ("人力资源和社会保障部",)),
    ],
)
def test_organisations(text: str, organisations: tuple[str, ...]) -> None:
    assert find_terms([story("要闻", text)], NONE)[0].organisations == organisations


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("各市县和周边地区、大都市的人都来了。", ()),
        ("文莱苏丹哈桑来访，到过广州。", ("文莱", "广州")),
        ("苏丹和埃及相邻。", ("苏丹", "埃及")),
    ],
)
def test_places(text: str, places: tuple[str, ...]) -> None:
    assert find_terms([story("要闻", text)], NONE)[0].places == places
