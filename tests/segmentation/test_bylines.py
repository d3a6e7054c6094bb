"""Writers are found where newspapers name them."""

from __future__ import annotations

import pytest

from generator.segmentation.bylines import find_authors


@pytest.mark.parametrize(
    ("opening", "ending", "attribution", "expected"),
    [
        ("本报北京7月15日讯 记者张小满、李立秋报道：大桥通车。", "", "", ("张小满", "李立秋")),
        ("新华社杭州电（记者张小满通讯员李立秋）大桥通车。", "", "", ("张小满", "李立秋")),
        ("记者从交通部门获悉，大桥通车。", "", "（记者 张 满）", ("张满",)),
        ("大桥通车。", "", "本报记者 张小满", ("张小满",)),
        ("大桥通车。", "市民争相合影。（张小满）", "综合", ("张小满",)),
        ("记者近日在杭州、宁波采访。", "没有署名。", "据中新社", ()),
    ],
)
def test_authors(opening: str, ending: str, attribution: str, expected: tuple[str, ...]) -> None:
    assert find_authors(opening, ending, attribution) == expected
