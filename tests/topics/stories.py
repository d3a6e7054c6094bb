"""Stories for the tests of topics and names, all of them made up."""

from __future__ import annotations

from generator.model import Paragraph, Story


def story(title: str = "", *paragraphs: str, **fields: object) -> Story:
    """Return an article of a headline and paragraphs; ``## `` in front marks a crosshead."""
    given = {"kind": "article", "lines": (), "title": title, **fields}
    body = tuple(Paragraph(text.removeprefix("## "), text.startswith("## ")) for text in paragraphs)
    return Story(paragraphs=body, **given)  # type: ignore[arg-type]  # fields are named by the tests


RICE = story(
    "盐碱地里种出海水稻",
    "海水稻是能在盐碱地里生长的水稻。昨日，东滨农业大学海水稻研究所在东营市的试验田里测产，海水稻亩产超过500公斤。",
    "“盐碱地是后备的耕地。”东滨农业大学海水稻研究所所长郑文远说，耐盐基因让海水稻在盐碱地里扎下了根。",
    "郑文远告诉记者，团队从三千份种质资源里找出了耐盐基因，用了8年。耐盐基因的图谱已经公开。",
    "种粮大户李秀英表示，去年她家的盐碱地收了2.4万元。",
)
