"""A page is taken apart into its stories."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.model import PageParts, Story
from generator.segmentation import take_apart
from tests.segmentation.fixtures import page_of
from tests.segmentation.typesetting import set_column

BRIDGE = (
    "石桥修了整整两年，昨天上午终于重新开放，许多住在附近的老人一早就来到桥头，等着走第一趟。",
    "石桥是清末修的，三个石拱，桥面原来铺青石板，后来铺过沥青。这次修缮把沥青揭掉，换回了石板，栏杆也照旧样补齐。",
    "施工队长说，最难的是找石料：当年的采石场早已封山，他们走了四个县，才在一座废弃的村子里买到同样的石料。",
)
WHEAT = (
    "本报讯记者周小满报道：入冬以来，平原上的冬小麦长势良好，农技人员昨天分赴各乡查看苗情，指导农户浇好越冬水。",
    "今年冬小麦播种面积比去年多两成，其中优质强筋小麦占到一半。种粮大户说，订单早在播种以前就签好了，销路不愁。",
)
LEDE = (
    "从立项到开放，这座石桥的修缮经历了四任队长、两场洪水和一次停工，文物部门和施工队说，每一块石板都有来历。"
)
PAGE = "\n\n".join(
    (
        "A02 本地新闻\n2021年3月4日 星期四",
        "冬小麦长势良好 农技人员下乡查看苗情",
        set_column(BRIDGE, 18, between_paragraphs="\n") + " 据《城市日报》",
        set_column((LEDE,), 30),
        "修缮两年换回青石板\n城北石桥重新开放",
        "遗失城东区百味面馆营业执照正本，声明作废。",
        set_column(WHEAT, 14, between_rows="\n", between_paragraphs="\n"),
    )
)


def by_kind(parts: PageParts, kind: str) -> list[Story]:
    return [story for story in parts.stories if story.kind == kind]


def test_headlines_ledes_and_bodies_find_one_another() -> None:
    wheat, bridge = by_kind(take_apart(page_of(PAGE)), "article")
    assert wheat.title == "冬小麦长势良好 农技人员下乡查看苗情"
    assert [p.text for p in wheat.paragraphs] == [*WHEAT]
    assert wheat.authors == ("周小满",)
    assert (bridge.kicker, bridge.title) == ("修缮两年换回青石板", "城北石桥重新开放")
    assert bridge.lede == (LEDE,)
    assert [p.text for p in bridge.paragraphs] == [*BRIDGE]
    assert bridge.attribution == "据《城市日报》"


def test_notices_and_furniture_stand_apart() -> None:
    parts = take_apart(page_of(PAGE))
    (notice,), (furniture,) = by_kind(parts, "notice"), by_kind(parts, "furniture")
    assert notice.paragraphs[0].text == "遗失城东区百味面馆营业执照正本，声明作废。"
    assert notice.title_supplied
    assert [p.text for p in furniture.paragraphs] == ["A02 本地新闻", "2021年3月4日 星期四"]
    assert [story.kind for story in parts.stories] == ["article", "article", "notice", "furniture"]


def test_a_section_marker_names_the_section_of_every_article() -> None:
    articles = by_kind(take_apart(page_of(f"■本地\n\n{PAGE}")), "article")
    assert {story.section for story in articles} == {"本地"}


def test_crossheads_stay_in_their_story() -> None:
    text = f"城北石桥重新开放\n\n{set_column(BRIDGE[:2], 18)}\n\n石料从哪里来\n\n{set_column(BRIDGE[2:], 18)} 综合"
    (story,) = take_apart(page_of(text)).stories
    assert [(p.text, p.crosshead) for p in story.paragraphs if p.crosshead] == [("石料从哪里来", True)]
    assert story.title == "城北石桥重新开放"
    assert story.attribution == "综合"


def test_a_body_without_a_headline_is_an_article_in_doubt() -> None:
    (story,) = take_apart(page_of(set_column(BRIDGE, 18))).stories
    assert story.kind == "article"
    assert story.title_supplied
    assert story.confidence < 0.5
    assert story.doubts


def test_a_page_without_text_gives_no_stories() -> None:
    assert take_apart(page_of("")).stories == ()
    assert take_apart(page_of("\n  \n\u3000\n")).stories == ()


def test_lines_without_a_story_are_unplaced() -> None:
    (story,) = take_apart(page_of("石桥开放")).stories
    assert story.kind == "unplaced"
    assert story.lines == ((1, 1),)


def characters(text: str) -> Counter[str]:
    # A hyphen at a line's end may be dropped; titles that are ours are not of the page.
    return Counter("".join(text.split()).replace("-", ""))


def all_text(story: Story) -> str:
    body = "".join(paragraph.text for paragraph in story.paragraphs)
    headline = "" if story.title_supplied else story.kicker + story.title + story.subtitle
    return headline + "".join(story.lede) + body + story.attribution


fragments = st.sampled_from(
    (
        *BRIDGE,
        *WHEAT,
        LEDE,
        "综合",
        "据中新社",
        "（记者 张 三）",
        "■本地",
        "（下转第三版）",
        "上接A1版",
        "Continued on page A3",
        "遗失张三身份证，声明作废。",
        "石桥",
        "怎么办？",
    )
).flatmap(lambda text: st.integers(0, len(text)).map(lambda end: text[:end]))
lines = st.lists(
    st.one_of(fragments, st.text(max_size=60), st.just(""), fragments.map(lambda t: f"{t} 综合")), max_size=25
)


@given(lines)
def test_every_line_is_in_one_story_and_no_character_is_lost_or_doubled(drawn: list[str]) -> None:
    page = page_of("\n".join(" ".join(line.split("\n")) for line in drawn))
    stories = take_apart(page).stories
    claimed = Counter(n for story in stories for first, last in story.lines for n in range(first, last + 1))
    written = {line.number for line in page.lines if line.text.strip()}
    assert written <= set(claimed)
    assert set(claimed.values()) <= {1}
    found = sum((characters(all_text(story)) for story in stories), Counter[str]())
    assert found == characters("".join(line.text for line in page.lines))
