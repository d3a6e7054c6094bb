"""What becomes of the articles of an issue: those that are new, beside those that a person has corrected."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.claims import Versions
from generator.content.merging import merge
from generator.model import Article, SourceRef

FILE = "source/page.txt"
LINES = {FILE: (*(f"第{number}行的文字各不相同" for number in range(1, 9)), "")}
texts = st.sampled_from(["", " ", "一段文字", " 前后有空白 ", "第3行的文字各不相同", "\u3000"])
bodies = st.lists(st.sampled_from(["一段。", "## 小标题", "第2行的文字各不相同", " ", ""]), max_size=4)
ranges = st.sampled_from([(), ((1, 1),), ((2, 3),), ((5, 6), (8, 9)), ((3, 3),), ((9, 9),)])


@st.composite
def new_articles(draw: st.DrawFn) -> dict[str, Article]:
    found = {}
    for number in range(draw(st.integers(1, 3))):
        title, lines = draw(texts), draw(ranges)
        found[f"wanbao/2022-09-20/p01/0{number}"] = Article(
            id=f"wanbao/2022-09-20/p01/0{number}",
            kind="article",
            title=title,
            title_supplied=draw(st.booleans()),
            kicker=draw(texts),
            lede=tuple(draw(st.lists(texts, max_size=2))),
            attribution=draw(texts),
            body="\n\n".join(draw(bodies)),
            source=SourceRef(FILE, lines) if draw(st.booleans()) else None,
        )
    return found


@settings(max_examples=300)
@given(new_articles())
def test_new_articles_are_the_same_alone_and_beside_a_corrected_one(theirs: dict[str, Article]) -> None:
    other = Article("wanbao/2022-09-20/p02/01", "article", "龘靐齉爩", "鱻麤龗灪吁")
    corrected = dataclasses.replace(other, section="要闻")
    before, after = {other.id: other}, {other.id: corrected}

    def fresh(page: str) -> str:
        return f"{page.rpartition('/')[0]}/99"

    alone = merge(Versions({}, {}, theirs), LINES, fresh)
    beside = merge(Versions(before, after, theirs | before), LINES, fresh)
    assert dict(beside.articles) == {**alone.articles, **after}
    assert dict(beside.theirs) == {**alone.theirs, **before}
    assert beside.disagreements == alone.disagreements
