"""The house behind an attribution."""

from __future__ import annotations

import pytest

from generator.render.sources_of import source_of


@pytest.mark.parametrize(
    ("attribution", "source"),
    [
        ("据新华社北京9月19日电", "新华社"),
        ("新华社发", "新华社"),
        ("（新华社记者 林海）", "新华社"),
        ("据《科技日报》", "科技日报"),
        ("据科创板日报", "科创板日报"),
        ("据央视网报道", "央视网"),
        ("據中央社台北電", "中央社"),
        ("本报记者 林海", "本报"),
        ("（记者 林海 周洋）", "本报"),
        ("综合", "综合"),
        ("", "未注明"),
        ("此文由一位不愿具名的读者寄来", "未注明"),
    ],
)
def test_the_house_is_named_without_place_day_and_reporter(attribution: str, source: str) -> None:
    assert source_of(attribution, "本报", "未注明") == source
